import { inlineLabelsOf, objectOf } from '@causeway/records/fhir';
import type { Element } from '@causeway/records/fhir';

/**
 * A copy of a person's resource without the elements that their source labelled one by one: demographics stand under
 * one scope, so a label on a single number or address could not be kept to.
 */
export function withoutLabelledElements<Resource extends Element>(resource: Resource): Resource {
  return strip(resource) as Resource;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isLabelled(each)).map(strip);
  const object = objectOf(value);
  if (object === null) return value;
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, each]) => !isLabelled(each))
      .map(([name, each]) => [name, strip(each)]),
  );
}

function isLabelled(value: unknown): boolean {
  const extensions = objectOf(value)?.['extension'];
  return Array.isArray(extensions) && extensions.some((each) => inlineLabelsOf(each).length > 0);
}
