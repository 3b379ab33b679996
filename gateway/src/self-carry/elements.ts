/** FHIR elements from the graph's answers: the graph calls them by the names they have there. */
import { objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';

/** Whether a resource is part of the document, by its id. */
export type IsIncluded = (id: string) => boolean;

/** The URL of a resource within the document. */
export function urnOf(id: string): string {
  return `urn:uuid:${id}`;
}

/**
 * A reference to a resource: to be resolved within the document where it is part of it; else by identifier alone, so
 * that nothing dangles.
 */
export function referenceTo(type: string, id: string, isIncluded: IsIncluded): JsonObject {
  return isIncluded(id)
    ? { reference: urnOf(id) }
    : { type, identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(id) } };
}

/** An answer as FHIR has it: without what is null or empty, and with references for links. Undefined for nothing. */
export function elementOf(value: unknown, isIncluded: IsIncluded): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value
      .map((item) => elementOf(item, isIncluded))
      .filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const object = objectOf(value);
  if (object === null) return value;
  const [type, id] = [textOf(object['__typename']), textOf(object['id'])];
  if (type !== null && id !== null) return referenceTo(type, id, isIncluded);
  const elements = elementsOf(object, isIncluded);
  return Object.keys(elements).length === 0 ? undefined : elements;
}

/** The fields of an object as FHIR has them. */
export function elementsOf(object: JsonObject, isIncluded: IsIncluded): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .map(([name, value]) => [name, elementOf(value, isIncluded)] as const)
      .filter(([, value]) => value !== undefined),
  );
}
