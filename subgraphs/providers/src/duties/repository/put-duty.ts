import { lastPosition, recordVersion } from '@causeway/kit';
import type { Database, Moment, Stated } from '@causeway/kit';
import type { DepositDuty } from '@causeway/schema';
import { depositDuties, dutyEvents } from '../tables.js';

/** What a version of a duty states. */
export type StatedDuty = Stated<typeof depositDuties>;

/**
 * Records what a duty is from a moment on, and tells of it; returns whether that was a change. Called within a
 * transaction.
 */
export function putDuty(
  db: Database['db'],
  id: string,
  moment: Moment,
  stated: StatedDuty,
): boolean {
  if (!recordVersion(db, depositDuties, id, moment, () => stated)) return false;
  const { organization, basis, categories, within, from, until } = stated;
  const duty: DepositDuty = { id, organization, basis, categories, within, from, until };
  db.insert(dutyEvents)
    .values({ position: lastPosition(db, dutyEvents) + 1, at: moment.at, duty })
    .run();
  return true;
}
