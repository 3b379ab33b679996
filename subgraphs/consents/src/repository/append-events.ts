import {
  IDS,
  insertAll,
  isAmong,
  oncePerDatabase,
  readByIds,
  refused,
  without,
} from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { sql } from 'drizzle-orm';
import { EMPTY_CHAIN, linked, textOf } from '../audit/chain.js';
import type { AuditEntry, ChainEnd } from '../audit/chain.js';
import { gathersUntil } from '../audit/notice-group.js';
import { accessNotifications, auditEvents, auditHeads, outbox } from '../tables.js';
import type { AccessNotificationRow } from '../tables.js';

/**
 * Appends entries to the chains of their patients, in their order. Called in a transaction. Returns those that were not
 * recorded before.
 *
 * @throws GraphQLError CONFLICT if an id is recorded with another content
 */
export function appendEntries(db: Database['db'], entries: readonly AuditEntry[]): AuditEntry[] {
  const { recorded, headsOf, putHead } = statements(db);
  const fresh = notRecorded(recorded(entries.map((entry) => entry.id)), entries);
  const patients = [...new Set(fresh.map((entry) => entry.patient))];
  const ends = new Map<string, ChainEnd>(headsOf(patients).map((head) => [head.patient, head]));
  const rows = fresh.map((entry) => {
    const row = linked(entry, ends.get(entry.patient) ?? EMPTY_CHAIN);
    ends.set(entry.patient, row);
    return row;
  });
  insertAll(db, auditEvents, rows);
  for (const patient of patients) {
    const { sequence, hash } = ends.get(patient) ?? EMPTY_CHAIN;
    putHead.run({ patient, sequence, hash });
  }
  return fresh;
}

const statements = oncePerDatabase((db) => ({
  recorded: readByIds(db.select().from(auditEvents).where(isAmong(auditEvents.id, IDS)).prepare()),
  headsOf: readByIds(
    db.select().from(auditHeads).where(isAmong(auditHeads.patient, IDS)).prepare(),
  ),
  putHead: db
    .insert(auditHeads)
    .values({
      patient: sql.placeholder('patient'),
      sequence: sql.placeholder('sequence'),
      hash: sql.placeholder('hash'),
    })
    .onConflictDoUpdate({
      target: auditHeads.patient,
      set: { sequence: sql`excluded.sequence`, hash: sql`excluded.hash` },
    })
    .prepare(),
}));

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
  insertAll(
    db,
    accessNotifications,
    due.map(({ notice }) => notice),
  );
  insertAll(db, outbox, due.map(outboxRow));
}

function outboxRow({ notice, secret }: DueNotice): typeof outbox.$inferSelect {
  return {
    notification: notice.id,
    enqueuedAt: notice.recordedAt,
    attempts: 0,
    deliveredAt: null,
    leasedUntil: null,
    notBefore: gathersUntil(notice),
    secret: secret?.text ?? null,
    secretUntil: secret?.until ?? null,
  };
}

function notRecorded(
  recorded: readonly (typeof auditEvents.$inferSelect)[],
  entries: readonly AuditEntry[],
): AuditEntry[] {
  const known = new Map<string, AuditEntry>(
    recorded.map((row) => [row.id, without(row, 'sequence', 'previousHash', 'hash')]),
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
