import { isHiddenKey } from './hidden-keys.js';
import { isJsonObject } from './json.js';
import type { Json } from './json.js';
import { FieldFailure, TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';
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
 * that holds a value keeps it. False for a path that does not fit the shape or the object, which leads nowhere.
 */
export function placeFailure(
  object: ResultObject,
  { byType }: ObjectShape,
  [name, ...below]: readonly (string | number)[],
  failure: FieldFailure,
): boolean {
  // What nobody is shown fails unseen: the host judges without it.
  if (typeof name === 'string' && isHiddenKey(name)) return true;
  const field = byType.get(object[TYPE])?.fields.find(({ source }) => source === name);
  if (field === undefined) return false;
  const value = Object.hasOwn(object, field.key) ? object[field.key] : undefined;
  if (value === undefined || value === null) {
    object[field.key] = failure;
    return true;
  }
  return placeWithin(value, field.object, below, failure);
}

function placeWithin(
  value: ResultValue,
  shape: ObjectShape | null,
  path: readonly (string | number)[],
  failure: FieldFailure,
): boolean {
  // What several entities share has failed for all of them at once.
  if (path.length === 0 || value instanceof FieldFailure) return true;
  if (isResultObject(value)) return shape !== null && placeFailure(value, shape, path, failure);
  const [position, ...below] = path;
  if (!Array.isArray(value) || typeof position !== 'number') return false;
  const item = value[position];
  if (item === undefined) return false;
  if (item !== null) return placeWithin(item, shape, below, failure);
  value[position] = failure;
  return true;
}
