import { isJsonObject } from './json.js';
import type { Json } from './json.js';
import { isResultObject } from './result.js';
import type { FieldFailure, ResultObject, ResultValue } from './result.js';
import type { TypeShape } from './shape.js';

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
 * Puts a failure at its place below an object: on the first missing or null value along the path. A place that holds
 * a value keeps it.
 */
export function placeFailure(
  object: ResultObject,
  path: readonly (string | number)[],
  failure: FieldFailure,
): void {
  let holder: ResultObject | ResultValue[] = object;
  for (const segment of path) {
    // A path that does not fit the answer leads nowhere.
    if (Array.isArray(holder) !== (typeof segment === 'number')) return;
    if (Array.isArray(holder) && Number(segment) >= holder.length) return;
    const value: ResultValue | undefined = Object.hasOwn(holder, segment)
      ? (Reflect.get(holder, segment) as ResultValue | undefined)
      : undefined;
    if (Array.isArray(value) || isResultObject(value)) {
      holder = value;
      continue;
    }
    if (value === undefined || value === null) Reflect.set(holder, segment, failure);
    return;
  }
}
