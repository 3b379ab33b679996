import { isJsonObject } from './json.js';
import type { Json } from './json.js';
import { isResultObject } from './result.js';
import type { ResultObject, ResultValue, FieldFailure } from './result.js';

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
    const value: ResultValue | undefined = Array.isArray(holder)
      ? typeof segment === 'number'
        ? holder[segment]
        : undefined
      : Object.hasOwn(holder, segment)
        ? holder[segment]
        : undefined;
    if (Array.isArray(value) || isResultObject(value)) {
      holder = value;
      continue;
    }
    if (value !== undefined && value !== null) return;
    if (Array.isArray(holder)) {
      if (typeof segment === 'number' && segment < holder.length) holder[segment] = failure;
    } else {
      holder[segment] = failure;
    }
    return;
  }
}
