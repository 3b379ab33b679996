import type { Database } from '@causeway/kit';
import type { AccessEvent } from '@causeway/schema';
import { entryOfAccess } from '../audit/entry.js';
import { noticeOfAccess } from '../audit/notice.js';
import { crossingOfAccess } from '../transfers/crossing.js';
import { registerCrossings } from '../transfers/register-crossings.js';
import { appendEntries } from './append-events.js';
import { gatherNotices } from './gather-notices.js';

/**
 * Records a batch of accesses, what patients are to be told of them and what crosses the boundary by them, in one
 * transaction: all of it is durable when this returns, or none of it is there. Recording an event again changes nothing.
 * Returns how many of the given events stand recorded.
 *
 * @throws GraphQLError CONFLICT if an id is recorded with another content
 */
export function recordAccess(database: Database, events: readonly AccessEvent[]): number {
  database.inTransaction((db) => {
    const fresh = appendEntries(db, events.map(entryOfAccess));
    gatherNotices(
      db,
      fresh.flatMap((entry) => noticeOfAccess(entry) ?? []),
    );
    registerCrossings(
      db,
      fresh.flatMap((entry) => crossingOfAccess(entry) ?? []),
    );
  });
  return events.length;
}
