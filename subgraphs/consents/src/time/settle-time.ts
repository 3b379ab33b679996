import type { Database } from '@causeway/kit';
import { settleGrant } from '../grants/settle-grant.js';
import { dueGrants, noteNextTurn } from '../repository/due-grants.js';
import { grantOf } from '../repository/grants.js';
import { dropUselessSecrets } from '../repository/outbox.js';
import { forgetExpiredChallenges } from '../repository/step-up-challenges.js';

/** How many grants one call settles at most. */
export const BATCH = 50;

/**
 * Records what time has done by an instant (epoch milliseconds), and tells patients of it: requests that lapsed, links
 * and grants that expired, encounters that ended by themselves; and erases codes that are of no use any more. Returns
 * how much was settled; nothing is left to settle once that is 0.
 *
 * @throws AggregateError if some grants could not be settled; each is settled in a transaction of its own, so that the
 *   others are
 */
export function settleTime(database: Database, now: number): number {
  const due = dueGrants(database, now, BATCH);
  const failures = due.flatMap((id) => failureOf(() => settle(database, id, now)));
  const erased = database.inTransaction(
    (db) => forgetExpiredChallenges(db, now) + dropUselessSecrets(db, now),
  );
  if (failures.length > 0) {
    throw new AggregateError(failures, `Expected to settle ${due.length} grants, failed at some`);
  }
  return due.length + erased;
}

function settle(database: Database, id: string, now: number): void {
  database.inTransaction((db) => {
    const found = grantOf(db, id);
    if (found !== undefined) noteNextTurn(db, settleGrant(db, found, now));
  });
}

function failureOf(work: () => void): unknown[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error];
  }
}
