/**
 * The outbox: notices wait in the order in which they came, and are on lease to one courier at a time. A courier that
 * dies leaves its lease to run out, so that each notice is delivered at least once; its id is the same each time.
 */
import { isAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { NoticeOutcome, NoticeTask } from '@causeway/schema';
import { and, asc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { viewsOf } from '../audit/notice-group.js';
import { retryDelay } from '../outbox/retry-delay.js';
import { accessNotifications, auditEvents, outbox, parties } from '../tables.js';

/** How many notices a courier takes, and until when they are its own (epoch milliseconds). */
export interface NoticeClaim {
  readonly first: number;
  readonly until: number;
}

/** Leases the notices that are due at an instant (epoch milliseconds), oldest first. */
export function claimNotices(
  database: Database,
  { first, until }: NoticeClaim,
  now: number,
): NoticeTask[] {
  return database.inTransaction((db) => {
    dropUselessSecrets(db, now);
    const due = db
      .select({
        notice: accessNotifications,
        waiting: outbox,
        known: parties,
        counts: auditEvents.counts,
      })
      .from(outbox)
      .innerJoin(accessNotifications, eq(accessNotifications.id, outbox.notification))
      .leftJoin(parties, eq(parties.id, accessNotifications.organization))
      .leftJoin(auditEvents, eq(auditEvents.id, accessNotifications.event))
      .where(
        and(
          isNull(outbox.deliveredAt),
          isOver(outbox.notBefore, now),
          isOver(outbox.leasedUntil, now),
        ),
      )
      .orderBy(asc(outbox.enqueuedAt), asc(outbox.notification))
      .limit(first)
      .all();
    const ids = due.map(({ notice }) => notice.id);
    db.update(outbox).set({ leasedUntil: until }).where(isAmong(outbox.notification, ids)).run();
    // On its way it gathers no more views: a courier may be telling it already.
    db.update(accessNotifications)
      .set({ groupKey: null })
      .where(and(isAmong(accessNotifications.id, ids), isNotNull(accessNotifications.groupKey)))
      .run();
    return due.map(({ notice, waiting, known, counts }) => ({
      id: notice.id,
      patient: notice.patient,
      kind: notice.kind,
      duty: notice.duty,
      organization:
        notice.organization === null
          ? null
          : { id: notice.organization, names: known?.party.names ?? [] },
      purpose: notice.purpose,
      scopes: notice.scopes,
      ...(notice.kind === 'DEPOSITED' && counts !== null && { counts }),
      views: viewsOf(notice),
      recordedAt: notice.recordedAt,
      secret: waiting.secret,
      attempts: waiting.attempts,
    }));
  });
}

/** Settles leased notices at an instant (epoch milliseconds); returns how many of them were still to be settled. */
export function settleNotices(
  database: Database,
  outcomes: readonly NoticeOutcome[],
  now: number,
): number {
  return database.inTransaction(
    (db) => outcomes.filter((outcome) => settle(db, outcome, now)).length,
  );
}

function settle(db: Database['db'], { id, result }: NoticeOutcome, now: number): boolean {
  const isWaiting = and(eq(outbox.notification, id), isNull(outbox.deliveredAt));
  const row = db.select().from(outbox).where(isWaiting).get();
  if (row === undefined) return false;
  switch (result) {
    case 'DELIVERED':
    case 'SUPPRESSED':
      db.update(outbox)
        .set({ deliveredAt: now, leasedUntil: null, secret: null, secretUntil: null })
        .where(isWaiting)
        .run();
      return true;
    case 'FAILED': {
      const attempts = row.attempts + 1;
      db.update(outbox)
        .set({ attempts, notBefore: now + retryDelay(attempts), leasedUntil: null })
        .where(isWaiting)
        .run();
      return true;
    }
  }
}

/** Erases the codes that are of no use any more: nobody is told them from now on. Returns how many. */
export function dropUselessSecrets(db: Database['db'], now: number): number {
  return db
    .delete(outbox)
    .where(and(isNotNull(outbox.secret), lte(outbox.secretUntil, now)))
    .run().changes;
}

function isOver(column: SQLiteColumn, now: number): SQL | undefined {
  return or(isNull(column), lte(column, now));
}
