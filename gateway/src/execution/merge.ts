import type { IsOfType } from './representations.js';
import { FACTS, FieldFailure, TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/**
 * Merges what was fetched into the object it was fetched for. The keys are canonical, so two values under one key
 * are parts of one value. Where only an object's interface was known, the type that is told now is taken over.
 */
export function mergeInto(target: ResultObject, source: ResultObject, isOfType: IsOfType): void {
  if (isOfType(source[TYPE], target[TYPE])) target[TYPE] = source[TYPE];
  for (const key in source) {
    const value = source[key];
    if (value !== undefined) target[key] = merged(target[key], value, isOfType);
  }
  target[FACTS] = source[FACTS] ?? target[FACTS];
}

function merged(
  former: ResultValue | undefined,
  next: ResultValue,
  isOfType: IsOfType,
): ResultValue {
  if (former === undefined || former === null || former instanceof FieldFailure) return next;
  if (isResultObject(former) && isResultObject(next)) {
    mergeInto(former, next, isOfType);
    return former;
  }
  if (Array.isArray(former) && Array.isArray(next) && former.length === next.length) {
    return former.map((item, position) => {
      const other = next[position];
      return other === undefined ? item : merged(item, other, isOfType);
    });
  }
  return next;
}
