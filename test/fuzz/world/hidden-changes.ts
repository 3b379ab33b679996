/** Another world, which differs only in what somebody may not see. */
import type { Draw } from '../draw.js';
import type { RecordData, World } from './world.js';

/** A changed world, and whose records were changed. */
export interface ChangedWorld {
  readonly world: World;
  readonly patients: ReadonlySet<string>;
}

/**
 * Changes, removes and adds records of those that are hidden; what is added is hidden too. Patients stay, whatever
 * becomes of what is said of them.
 */
export function changeHidden(
  draw: Draw,
  world: World,
  isHidden: (record: RecordData) => boolean,
): ChangedWorld {
  const patients = new Set<string>();
  const records = world.records.flatMap((record): readonly RecordData[] => {
    if (!isHidden(record)) return [record];
    patients.add(record.patient);
    const changed = { ...record, stamp: record.stamp + 1 };
    if (record.type === 'Patient') return [changed];
    const another = { ...record, id: `${record.id}-more` };
    return draw.weighed<readonly RecordData[]>([
      [2, () => [changed]],
      [1, () => []],
      [1, () => (isHidden(another) ? [changed, another] : [changed])],
    ]);
  });
  return { world: { ...world, records }, patients };
}
