import { refused, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { sql } from 'drizzle-orm';
import { EMPTY_CHAIN, linked, textOf } from '../audit/chain.js';
import type { AuditEntry, ChainEnd } from '../audit/chain.js';
import { gathersUntil } from '../audit/notice-group.js';
import { accessNotifications, auditEvents, auditHeads, outbox } from '../tables.js';
import type { AccessNotificationRow } from '../tables.js';
import { isAmong } from './among.js';
import { inChunks } from './chunks.js';

/**
 * Appends entries to the chains of their patients, in their order. Called in a transaction. Returns those that were not
 * recorded before.
 *
 * @throws GraphQLError CONFLICT if an id is recorded with another content
 */
export function appendEntries(db: Database['db'], entries: readonly AuditEntry[]): AuditEntry[] {
  const fresh = notRecorded(db, entries);
  const patients = [...new Set(fresh.map((entry) => entry.patient))];
  const ends = new Map<string, ChainEnd>(
    db
      .select()
      .from(auditHeads)
      .where(isAmong(auditHeads.patient, patients))
      .all()
      .map((head) => [head.patient, head]),
  );
  const rows = fresh.map((entry) => {
    const row = linked(entry, ends.get(entry.patient) ?? EMPTY_CHAIN);
    ends.set(entry.patient, row);
    return row;
  });
  for (const some of inChunks(rows)) db.insert(auditEvents).values(some).run();
  const heads = patients.map((patient) => ({ ...(ends.get(patient) ?? EMPTY_CHAIN), patient }));
  for (const some of inChunks(heads)) {
    db.insert(auditHeads)
      .values(some.map(({ patient, sequence, hash }) => ({ patient, sequence, hash })))
      .onConflictDoUpdate({
        target: auditHeads.patient,
        set: { sequence: sql`excluded.sequence`, hash: sql`excluded.hash` },
      })
      .run();
  }
  return fresh;
}

/** A code that goes to the patient alone. */
export interface NoticeSecret {
  readonly text: string;
  /** When it is no longer of use, in epoch milliseconds. */
  readonly until: number;
}

/** A notification to be sent, with the code it carries. */
export interface DueNotice {
  readonly notice: AccessNotificationRow;
  readonly secret: NoticeSecret | null;
}

/** Adds notifications and puts them into the outbox. Called in the transaction of what they tell of. */
export function addNotices(db: Database['db'], due: readonly DueNotice[]): void {
  for (const some of inChunks(due)) {
    db.insert(accessNotifications)
      .values(some.map(({ notice }) => notice))
      .run();
    db.insert(outbox).values(some.map(outboxRow)).run();
  }
}

function outboxRow({ notice, secret }: DueNotice): typeof outbox.$inferInsert {
  return {
    notification: notice.id,
    enqueuedAt: notice.recordedAt,
    attempts: 0,
    deliveredAt: null,
    notBefore: gathersUntil(notice),
    secret: secret?.text ?? null,
    secretUntil: secret?.until ?? null,
  };
}

function notRecorded(db: Database['db'], entries: readonly AuditEntry[]): AuditEntry[] {
  const ids = entries.map((entry) => entry.id);
  const known = new Map<string, AuditEntry>(
    db
      .select()
      .from(auditEvents)
      .where(isAmong(auditEvents.id, ids))
      .all()
      .map((row) => [row.id, without(row, 'sequence', 'previousHash', 'hash')]),
  );
  return entries.filter((entry) => {
    const former = known.get(entry.id);
    known.set(entry.id, entry);
    if (former === undefined) return true;
    if (textOf(former) === textOf(entry)) return false;
    throw refused(
      'CONFLICT',
      'Expected an event id of its own for each event, got one that is recorded with another content; give the event a new id',
    );
  });
}
