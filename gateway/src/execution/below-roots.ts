import type { RecordRead } from './read-answer.js';
import { isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** Notes the root field that each record stands below which no record is around. */
export function standBelowRoots(
  read: ResultObject,
  roots: readonly string[],
  records: readonly RecordRead[],
): void {
  const outermost = new Map(
    records.flatMap((record) => (record.around === null ? [[record.object, record] as const] : [])),
  );
  for (const root of roots) {
    // A list of its own, since a value of a custom scalar may be nested deeper than calls can be.
    const open: (ResultValue | undefined)[] = [read[root]];
    while (open.length > 0) {
      const value = open.pop();
      if (Array.isArray(value)) for (const item of value) open.push(item);
      if (!isResultObject(value)) continue;
      const record = outermost.get(value);
      if (record === undefined) for (const key in value) open.push(value[key]);
      else record.root = root;
    }
  }
}
