import type { Database } from '@causeway/kit';
import { entryOfChange } from '../audit/entry.js';
import type { Change } from '../audit/entry.js';
import { noticeOf } from '../audit/notice.js';
import { addNotices, appendEntries } from '../repository/append-events.js';
import type { DueNotice, NoticeSecret } from '../repository/append-events.js';

/** A code that a change brings the patient, told in a notice of its own. */
export interface SecretNotice extends NoticeSecret {
  readonly kind: 'PASSCODE' | 'STEP_UP_CODE';
}

/**
 * Adds the audit event of a change, the patient's notification of it, and another one of a code that goes to the patient
 * alone, if there is one. Called in the transaction of the change, so that none is ever there without the others.
 */
export function recordChange(
  db: Database['db'],
  change: Change,
  organization: string | null,
  secret?: SecretNotice,
): void {
  const entry = entryOfChange(change);
  appendEntries(db, [entry]);
  const told: DueNotice = { notice: noticeOf(entry, change.kind, organization), secret: null };
  addNotices(
    db,
    secret === undefined
      ? [told]
      : [told, { notice: noticeOf(entry, secret.kind, organization), secret }],
  );
}
