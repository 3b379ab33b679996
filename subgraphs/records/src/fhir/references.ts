/**
 * The references of a resource to others.
 *
 * @see https://hl7.org/fhir/R4/references.html
 */
import { objectOf, textOf } from './elements.js';
import type { Element } from './elements.js';

/** A FHIR Reference where it stands. */
export interface PlacedReference {
  readonly reference: Element;
  /** The FHIR path without indices and without the type: `diagnosis.condition`. */
  readonly path: string;
  /** The index in the first list of the path; 0 where it has none. */
  readonly position: number;
}

const REFERENCE_ELEMENTS: ReadonlySet<string> = new Set([
  'id',
  'extension',
  'reference',
  '_reference',
  'type',
  'identifier',
  'display',
  '_display',
]);

/** Every reference of a resource that names its target, by a literal reference or by an identifier, in order. */
export function referencesOf(resource: Element): readonly PlacedReference[] {
  const found: PlacedReference[] = [];
  walk(resource, '', null, (placed) => {
    found.push(placed);
    return placed.reference;
  });
  return found;
}

/** A copy of a resource in which each reference that names its target is replaced by what `replace` makes of it. */
export function withReferences(
  resource: Element,
  replace: (placed: PlacedReference) => Element,
): Element {
  return walk(resource, '', null, replace) as Element;
}

function walk(
  value: unknown,
  path: string,
  position: number | null,
  replace: (placed: PlacedReference) => Element,
): unknown {
  if (Array.isArray(value)) {
    return value.map((each, index) => walk(each, path, position ?? index, replace));
  }
  const object = objectOf(value);
  if (object === null) return value;
  if (isReference(object)) return replace({ reference: object, path, position: position ?? 0 });
  return Object.fromEntries(
    Object.entries(object).map(([name, each]) => [
      name,
      walk(each, path === '' ? name : `${path}.${name}`, position, replace),
    ]),
  );
}

/** Whether an object is a Reference: R4 has no other data type of these elements. */
function isReference(object: Element): boolean {
  const names = textOf(object['reference']) !== null || objectOf(object['identifier']) !== null;
  return names && Object.keys(object).every((name) => REFERENCE_ELEMENTS.has(name));
}
