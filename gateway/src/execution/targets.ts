import type { PathSegment } from './plan.js';
import type { IsOfType } from './representations.js';
import { TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** What is known of types on the way to targets. */
export interface TargetTypes {
  readonly isRecord: (type: string) => boolean;
  readonly isOfType: IsOfType;
}

/** Takes an object at the end of a plan's path, and the nearest record around it (itself, where it is one). */
export type TakeTarget = (object: ResultObject, record: ResultObject | null) => void;

/** Takes the objects that a plan's path leads to, in the order of the result. */
export function eachTarget(
  root: ResultObject,
  path: readonly PathSegment[],
  types: TargetTypes,
  take: TakeTarget,
): void {
  walk(root, path, 0, null, types, take);
}

function walk(
  value: ResultValue | undefined,
  path: readonly PathSegment[],
  depth: number,
  record: ResultObject | null,
  types: TargetTypes,
  take: TakeTarget,
): void {
  const segment = path[depth];
  if (segment === '@' || Array.isArray(value)) {
    // A list met where the path names a field stands for each of its items.
    const next = segment === '@' ? depth + 1 : depth;
    if (Array.isArray(value)) for (const item of value) walk(item, path, next, record, types, take);
    return;
  }
  if (!isResultObject(value)) return;
  const type = value[TYPE];
  const nearest = types.isRecord(type) ? value : record;
  if (segment === undefined) take(value, nearest);
  else if ('Field' in segment) walk(value[segment.Field], path, depth + 1, nearest, types, take);
  else if (segment.TypeCondition.some((one) => types.isOfType(type, one)))
    walk(value, path, depth + 1, nearest, types, take);
}
