import type { PathSegment } from './plan.js';
import type { IsOfType } from './representations.js';
import { TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** An object at the end of a plan's path, and the nearest record around it (itself, where it is one). */
export interface Target {
  readonly object: ResultObject;
  readonly record: ResultObject | null;
}

/** The objects that a plan's path leads to, in the order of the result. */
export function targetsAt(
  root: ResultObject,
  path: readonly PathSegment[],
  isRecord: (type: string) => boolean,
  isOfType: IsOfType,
): readonly Target[] {
  const targets: Target[] = [];

  const walk = (
    value: ResultValue | undefined,
    depth: number,
    record: ResultObject | null,
  ): void => {
    const segment = path[depth];
    if (segment === '@' || Array.isArray(value)) {
      // A list met where the path names a field stands for each of its items.
      const next = segment === '@' ? depth + 1 : depth;
      if (Array.isArray(value)) for (const item of value) walk(item, next, record);
      return;
    }
    if (!isResultObject(value)) return;
    const nearest = isRecord(value[TYPE]) ? value : record;
    if (segment === undefined) targets.push({ object: value, record: nearest });
    else if ('Field' in segment) walk(value[segment.Field], depth + 1, nearest);
    else if (segment.TypeCondition.some((type) => isOfType(value[TYPE], type)))
      walk(value, depth + 1, nearest);
  };

  walk(root, 0, null);
  return targets;
}
