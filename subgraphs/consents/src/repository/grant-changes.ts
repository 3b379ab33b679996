import { eventsAfter, lastPosition } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { GrantChange } from '@causeway/schema';
import { grantChanges } from '../tables.js';
import type { GrantRow } from '../tables.js';

/** Grants that have changed after a position, each at its last change, oldest first, so many at most. */
export function grantChangesAfter({ db }: Database, after: number, first: number): GrantChange[] {
  return eventsAfter(db, grantChanges, after, first);
}

/** The position of the last change of any grant; 0 before the first. */
export function lastGrantChange({ db }: Database): number {
  return lastPosition(db, grantChanges);
}

/** Notes that a grant has changed. Called in the transaction of the change. */
export function noteGrantChange(db: Database['db'], { owner, patient }: GrantRow): void {
  const position = lastPosition(db, grantChanges) + 1;
  db.insert(grantChanges)
    .values({ grant: owner, patient, position })
    .onConflictDoUpdate({ target: grantChanges.grant, set: { position } })
    .run();
}
