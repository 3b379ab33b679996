import type { Database } from '@causeway/kit';
import { entryOfChange } from '../audit/entry.js';
import type { Change } from '../audit/entry.js';
import { noticeOfChange } from '../audit/notice.js';
import { addNotices, appendEntries } from '../repository/append-events.js';

/**
 * Adds the audit event of a change and the patient's notification of it. Called in the transaction of the change, so
 * that neither is ever there without the other.
 */
export function recordChange(
  db: Database['db'],
  change: Change,
  organization: string | null,
): void {
  const entry = entryOfChange(change);
  appendEntries(db, [entry]);
  addNotices(db, [noticeOfChange(entry, change.kind, organization)]);
}
