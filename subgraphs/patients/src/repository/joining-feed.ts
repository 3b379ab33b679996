import { eventsAfter, lastPosition, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { JoiningEvent, JoiningStatus } from '@causeway/schema';
import { and, asc, eq, getTableColumns, gt, isNull } from 'drizzle-orm';
import {
  JOINING_READER,
  joiningAcknowledgements,
  joiningEvents,
  patientStandings,
} from '../tables.js';

/** The feed of what patients' standings become. */
export interface JoiningFeed {
  /** The events after a position, oldest first, so many at most. */
  joiningEvents(after: number, first: number): JoiningEvent[];
  /**
   * Notes that all events up to a position have been taken in; returns the position that is noted, which never goes
   * back.
   *
   * @throws UntoldPositionError for one beyond the last event
   */
  acknowledgeJoiningEvents(upTo: number): number;
}

/** An acknowledgement of events that were never told: whoever gives it has listened to another database. */
export class UntoldPositionError extends Error {
  constructor(position: number, last: number) {
    super(`Expected a position up to ${last}, the last event that was told, got ${position}`);
    this.name = 'UntoldPositionError';
  }
}

/** The feed of a database. */
export function joiningFeed(database: Database): JoiningFeed {
  const { db } = database;
  return {
    joiningEvents: (after, first) => eventsAfter(db, joiningEvents, after, first),

    acknowledgeJoiningEvents: (upTo) => {
      const known = acknowledgedPosition(db);
      // The relay says it again and again: what is known takes no write lock.
      if (upTo <= known) return known;
      return database.inTransaction(() => {
        const last = lastPosition(db, joiningEvents);
        if (upTo > last) throw new UntoldPositionError(upTo, last);
        const position = Math.max(upTo, acknowledgedPosition(db));
        db.insert(joiningAcknowledgements)
          .values({ reader: JOINING_READER, position })
          .onConflictDoUpdate({ target: joiningAcknowledgements.reader, set: { position } })
          .run();
        return position;
      });
    },
  };
}

/** Adds what a patient's standing became to the feed. Called in the transaction of the change. */
export function tellJoining(
  db: Database['db'],
  patient: string,
  joining: JoiningStatus,
  at: number,
): void {
  db.insert(joiningEvents)
    .values({ position: lastPosition(db, joiningEvents) + 1, at, patient, joining })
    .run();
}

/**
 * Adds the withdrawals that were recorded before there was a feed: consents have to die of them too, before the patient
 * may join again.
 */
export function tellUntoldWithdrawals(database: Database): void {
  const { db } = database;
  const untold = () =>
    db
      .select(
        without(getTableColumns(patientStandings), 'validTo', 'birthDate', 'incapable', 'isTest'),
      )
      .from(patientStandings)
      .leftJoin(joiningEvents, eq(joiningEvents.patient, patientStandings.owner))
      .where(
        and(
          eq(patientStandings.joining, 'WITHDRAWN'),
          isNull(patientStandings.validTo),
          isNull(joiningEvents.patient),
        ),
      )
      .orderBy(asc(patientStandings.owner))
      .all();
  // Read first: a database that lacks nothing is opened without waiting for its write lock.
  if (untold().length === 0) return;
  database.inTransaction(() => {
    for (const { owner, joining, validFrom } of untold())
      tellJoining(db, owner, joining, validFrom);
  });
}

/** Whether others have yet to take in that a patient withdrew. */
export function hasUntakenWithdrawal(db: Database['db'], patient: string): boolean {
  const row = db
    .select({ position: joiningEvents.position })
    .from(joiningEvents)
    .where(
      and(
        eq(joiningEvents.patient, patient),
        eq(joiningEvents.joining, 'WITHDRAWN'),
        gt(joiningEvents.position, acknowledgedPosition(db)),
      ),
    )
    .get();
  return row !== undefined;
}

function acknowledgedPosition(db: Database['db']): number {
  return (
    db
      .select({ position: joiningAcknowledgements.position })
      .from(joiningAcknowledgements)
      .where(eq(joiningAcknowledgements.reader, JOINING_READER))
      .get()?.position ?? 0
  );
}
