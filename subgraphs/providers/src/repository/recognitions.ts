import { putRow, raiseEpoch, recordVersion, withChanges, without } from '@causeway/kit';
import type { Database, Written } from '@causeway/kit';
import type { RecognitionFact } from '@causeway/schema';
import { and, asc, count, eq, getTableColumns, inArray, isNull, lte } from 'drizzle-orm';
import type { RecognitionEntry, RecognitionStatusEntry } from '../entries.js';
import { isStanding } from '../recognition-in-force.js';
import { RecognitionLifeCycleError, checkNextStatus } from '../recognition-life-cycle.js';
import { FACTS_OWNER, epochs, recognitions, recognitionStandings } from '../tables.js';
import type { RecognitionStandingRow } from '../tables.js';
import { pageById } from './page-by-id.js';
import type { PageById } from './page-by-id.js';
import { UnknownProviderError } from './unknown-provider-error.js';

/** A recognition with the state in force. */
export type RecognitionRecord = typeof recognitions.$inferSelect &
  Omit<RecognitionStandingRow, 'owner' | 'validTo'>;

/** Recognitions, read by one statement each, and written. */
export interface RecognitionStore {
  /** The recognitions of the ids that are there, in no order. */
  recognitionsById(ids: readonly string[]): RecognitionRecord[];
  /** The recognitions of several subjects, by id. */
  recognitionsOf(subjects: readonly string[]): RecognitionRecord[];
  /** A page of the recognitions of a status, or of all, in the order of ids. */
  recognitionPage(status: RecognitionFact['status'] | null, page: PageById): RecognitionRecord[];
  /** How many recognitions have a status, or how many there are. */
  countRecognitions(status: RecognitionFact['status'] | null): number;
  /** The states of several recognitions, oldest first. */
  recognitionStandingsOf(ids: readonly string[]): RecognitionStandingRow[];
  /** Writes a recognition, with the period and conditions it has from then on. One that is new is applied for. */
  putRecognition(entry: RecognitionEntry, at?: number): Written;
  /**
   * Records a status; returns whether that was a change.
   *
   * @throws UnknownProviderError for an unknown recognition
   * @throws RecognitionLifeCycleError for a status that may not follow
   */
  setRecognitionStatus(recognition: string, entry: RecognitionStatusEntry, at?: number): boolean;
}

const APPLIED = {
  status: 'APPLIED',
  reason: null,
  suspensionStart: null,
  suspensionEnd: null,
} as const;

/** The recognitions of a database, by a clock that gives epoch milliseconds. */
export function recognitionStore(database: Database, clock: () => number): RecognitionStore {
  const { db } = database;

  const inForce = () =>
    db
      .select({
        ...getTableColumns(recognitions),
        ...without(getTableColumns(recognitionStandings), 'owner', 'validTo'),
      })
      .from(recognitions)
      .innerJoin(recognitionStandings, isInForce);

  const hasStatus = (status: RecognitionFact['status'] | null) =>
    status === null ? undefined : eq(recognitionStandings.status, status);

  const statesUntil = (recognition: string, at: number) =>
    db
      .select()
      .from(recognitionStandings)
      .where(
        and(eq(recognitionStandings.owner, recognition), lte(recognitionStandings.validFrom, at)),
      )
      .orderBy(asc(recognitionStandings.validFrom))
      .all()
      .map((row) => ({ status: row.status, suspension: suspensionOf(row) }));

  const checkOnlyOneStands = (recognition: string): void => {
    const subject = db
      .select({ subject: recognitions.subject })
      .from(recognitions)
      .where(eq(recognitions.id, recognition));
    const [one, other] = inForce()
      .where(inArray(recognitions.subject, subject))
      .orderBy(asc(recognitions.id))
      .all()
      .filter(({ status }) => isStanding(status));
    if (one === undefined || other === undefined) return;
    throw new RecognitionLifeCycleError(
      `Expected one recognition of a subject to stand, got ${one.id} and ${other.id}; end one of them first`,
    );
  };

  return {
    recognitionsById: (ids) =>
      inForce()
        .where(inArray(recognitions.id, [...ids]))
        .all(),

    recognitionsOf: (subjects) =>
      inForce()
        .where(inArray(recognitions.subject, [...subjects]))
        .orderBy(asc(recognitions.id))
        .all(),

    recognitionPage: (status, page) => {
      const { within, order, rows } = pageById(recognitions.id, page);
      return inForce()
        .where(and(hasStatus(status), within))
        .orderBy(order)
        .limit(rows)
        .all();
    },

    countRecognitions: (status) =>
      db
        .select({ total: count() })
        .from(recognitions)
        .innerJoin(recognitionStandings, isInForce)
        .where(hasStatus(status))
        .get()?.total ?? 0,

    recognitionStandingsOf: (ids) =>
      db
        .select()
        .from(recognitionStandings)
        .where(inArray(recognitionStandings.owner, [...ids]))
        .orderBy(asc(recognitionStandings.owner), asc(recognitionStandings.validFrom))
        .all(),

    putRecognition: ({ id, subject, instrument, period, conditions }, at) =>
      database.inTransaction(() => {
        const now = clock();
        const written = putRow(db, recognitions, {
          id,
          subjectType: subject.type,
          subject: subject.id,
          instrumentType: instrument?.type ?? null,
          instrumentReference: instrument?.reference ?? null,
        });
        const isChange = recordVersion(
          db,
          recognitionStandings,
          id,
          { at: at ?? now, now },
          (before) => ({
            ...(before ?? APPLIED),
            periodStart: period.start,
            periodEnd: period.end,
            conditions,
          }),
        );
        checkOnlyOneStands(id);
        if (isChange || written !== 'unchanged') raiseEpoch(db, epochs, FACTS_OWNER);
        return withChanges(written, isChange);
      }),

    setRecognitionStatus: (recognition, { status, reason, suspension }, at) =>
      database.inTransaction(() => {
        const now = clock();
        const moment = { at: at ?? now, now };
        const isChange = recordVersion(db, recognitionStandings, recognition, moment, (before) => {
          if (before === null) throw new UnknownProviderError('Recognition', recognition);
          const next = {
            ...before,
            status,
            reason,
            suspensionStart: suspension?.start ?? null,
            suspensionEnd: suspension?.end ?? null,
          };
          const isSame =
            before.status === next.status &&
            before.suspensionStart === next.suspensionStart &&
            before.suspensionEnd === next.suspensionEnd;
          // Stating a status again, as replaying a history does, is no step of its life.
          if (!isSame) {
            checkNextStatus(statesUntil(recognition, moment.at), { status, suspension });
          }
          return next;
        });
        checkOnlyOneStands(recognition);
        if (isChange) raiseEpoch(db, epochs, FACTS_OWNER);
        return isChange;
      }),
  };
}

const isInForce = and(
  eq(recognitionStandings.owner, recognitions.id),
  isNull(recognitionStandings.validTo),
);

/** The suspension of a state, null where it is none. */
export function suspensionOf({
  suspensionStart,
  suspensionEnd,
}: Pick<RecognitionStandingRow, 'suspensionStart' | 'suspensionEnd'>): {
  readonly start: string;
  readonly end: string;
} | null {
  if (suspensionStart === null || suspensionEnd === null) return null;
  return { start: suspensionStart, end: suspensionEnd };
}
