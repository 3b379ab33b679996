/** Reading a resource with care: each reader returns what is there in the expected shape, or nothing. */
import type { Code } from '@causeway/schema';

/** A JSON object whose elements are not known yet. */
export type Element = Readonly<Record<string, unknown>>;

/** The value as an object, null where it is none. */
export function objectOf(value: unknown): Element | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Element)
    : null;
}

/** The objects of a list; a single object counts as a list of one, for elements that some releases repeat. */
export function objectsOf(value: unknown): readonly Element[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(objectOf).filter((object) => object !== null);
}

/** The value as a text that is not empty, null where it is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The values at a dotted path, whatever lists lie on the way: `component.code`. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [value];
  for (const name of path.split('.')) {
    values = values.flatMap((each) => {
      const next = objectOf(each)?.[name];
      if (next == null) return [];
      return Array.isArray(next) ? (next as readonly unknown[]) : [next];
    });
  }
  return values;
}

/** The first text at a dotted path. */
export function textAt(value: unknown, path: string): string | null {
  for (const each of valuesAt(value, path)) {
    const text = textOf(each);
    if (text !== null) return text;
  }
  return null;
}

/** A FHIR Coding as much as is read of it. */
export interface ReadCoding extends Code {
  readonly display: string | null;
}

/** The Coding that a value is, null where it holds no code. */
export function codingOf(value: unknown): ReadCoding | null {
  const coding = objectOf(value);
  if (coding === null) return null;
  const read = {
    system: textOf(coding['system']),
    code: textOf(coding['code']),
    display: textOf(coding['display']),
  };
  return read.code === null ? null : read;
}

/** The codings at a dotted path of CodeableConcepts: `category`, `code`. */
export function codingsAt(value: unknown, path: string): readonly ReadCoding[] {
  return valuesAt(value, `${path}.coding`)
    .map(codingOf)
    .filter((coding) => coding !== null);
}
