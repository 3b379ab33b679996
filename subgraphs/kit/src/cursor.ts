import { PAGE } from './page-texts.js';
import { refused } from './refused.js';

/** The kinds of values a keyset is made of. */
interface KeysetParts {
  text: string;
  number: number;
  'number?': number | null;
}

/** The kinds of a keyset's values, in the order its items are sorted by; the last one tells ties apart. */
export type KeysetShape = readonly (keyof KeysetParts)[];

/** The values that an item is sorted by: where it stands in its list, whatever comes and goes around it. */
export type Keyset<Shape extends KeysetShape> = {
  readonly [Index in keyof Shape]: KeysetParts[Shape[Index]];
};

/** A keyset as an opaque text. It holds nothing but the keyset. */
export function encodeCursor(keyset: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}

/**
 * The keyset that a cursor stands for. A cursor comes from a client: whatever it holds is a value to compare with,
 * never a permission.
 *
 * @throws GraphQLError BAD_USER_INPUT for a text that is no cursor of a list of this shape
 */
export function decodeCursor<Shape extends KeysetShape>(
  cursor: string,
  shape: Shape,
): Keyset<Shape> {
  const value = parse(cursor);
  if (isKeyset(value, shape)) return value;
  throw refused('BAD_USER_INPUT', PAGE.cursor);
}

function parse(cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  // Node skips what is not base64url; a cursor is only what encoding gives.
  if (bytes.toString('base64url') !== cursor) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isKeyset<Shape extends KeysetShape>(value: unknown, shape: Shape): value is Keyset<Shape> {
  return (
    Array.isArray(value) &&
    value.length === shape.length &&
    shape.every((kind, index) => isPart(value[index], kind))
  );
}

function isPart(value: unknown, kind: keyof KeysetParts): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return Number.isSafeInteger(value);
    case 'number?':
      return value === null || Number.isSafeInteger(value);
  }
}
