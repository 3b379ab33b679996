import { isJsonObject } from './json.js';
import type { Json } from './json.js';
import { TYPE, isResultObject } from './result.js';
import type { FieldFailure, ResultObject, ResultValue } from './result.js';
import type { ObjectShape, TypeShape } from './shape.js';

/** What of a subgraph's error may be shown; decided by the host. */
export type DescribeFailure = (error: unknown) => FieldFailure;

/** An error of a subgraph: where it says it happened, and what of it may be shown. */
export interface LocatedFailure {
  readonly path: readonly (string | number)[];
  readonly failure: FieldFailure;
}

/** The errors of an answer, as failures with their places in it. */
export function failuresOf(errors: unknown, describe: DescribeFailure): readonly LocatedFailure[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => ({
    path: isJsonObject(error) ? pathOf(error['path']) : [],
    failure: describe(error),
  }));
}

function pathOf(path: Json | undefined): readonly (string | number)[] {
  if (!Array.isArray(path)) return [];
  return path.filter(
    (segment): segment is string | number =>
      typeof segment === 'string' || typeof segment === 'number',
  );
}

/** Puts a failure in every field of a shape that an object has no value for. */
export function failMissing(
  object: ResultObject,
  shape: TypeShape | undefined,
  failure: FieldFailure,
): void {
  for (const { key } of shape?.fields ?? []) object[key] ??= failure;
}

/**
 * Puts a failure at its place below an object of a shape: on the first missing or null value along the path. A place
 * that holds a value keeps it; a path that does not fit the shape leads nowhere.
 */
export function placeFailure(
  object: ResultObject,
  { byType }: ObjectShape,
  path: readonly (string | number)[],
  failure: FieldFailure,
): void {
  const [name, ...rest] = path;
  const field = byType.get(object[TYPE])?.fields.find(({ source }) => source === name);
  if (field === undefined) return;
  const place = (value: ResultValue | undefined, below: typeof rest): ResultValue | undefined => {
    if (value === undefined || value === null) return failure;
    const [position, ...inner] = below;
    if (isResultObject(value)) {
      if (field.object !== null) placeFailure(value, field.object, below, failure);
    } else if (
      Array.isArray(value) &&
      typeof position === 'number' &&
      Object.hasOwn(value, position)
    ) {
      value[position] = place(value[position], inner) ?? null;
    }
    return value;
  };
  const value = Object.hasOwn(object, field.key) ? object[field.key] : undefined;
  object[field.key] = place(value, rest);
}
