import {
  IDS,
  isAmong,
  isInForce,
  putParts,
  putRow,
  raiseEpoch,
  readByIds,
  readByIdsAsOf,
  withChanges,
  without,
} from '@causeway/kit';
import type { Database, Written } from '@causeway/kit';
import type { RecognitionFact } from '@causeway/schema';
import { and, asc, count, eq, exists, getTableColumns, inArray, lte } from 'drizzle-orm';
import type { Placeholder } from 'drizzle-orm';
import type { RecognitionEntry, RecognitionStatusEntry } from '../entries.js';
import { checkNextStatus } from '../recognition-life-cycle.js';
import {
  FACTS_OWNER,
  epochs,
  recognitionCategories,
  recognitions,
  recognitionStandings,
} from '../tables.js';
import type { RecognitionCategory, RecognitionStandingRow } from '../tables.js';
import type { ChangedParties } from './changed-parties.js';
import { pageById } from './page-by-id.js';
import type { PageById } from './page-by-id.js';
import { recordRecognition } from './record-recognition.js';
import { UnknownProviderError } from './unknown-provider-error.js';

/** A recognition with the state in force. */
export type RecognitionRecord = typeof recognitions.$inferSelect &
  Omit<RecognitionStandingRow, 'owner' | 'validTo'>;

/** Which recognitions to list. */
export interface RecognitionFilter {
  readonly status: RecognitionFact['status'] | null;
  readonly category: RecognitionCategory | null;
}

/** A category with the id of its recognition. */
export interface OwnedCategory {
  readonly owner: string;
  readonly category: RecognitionCategory;
}

/** Recognitions, read by one statement each, and written. */
export interface RecognitionStore {
  /** The recognitions of the ids that are there, in no order. */
  recognitionsById(ids: readonly string[]): RecognitionRecord[];
  /** The recognitions of several subjects, by id; as they stood at an instant where one is named. */
  recognitionsOf(subjects: readonly string[], at?: number): RecognitionRecord[];
  /** The recognitions that were given and not ended, in no order. */
  standingRecognitions(): RecognitionRecord[];
  /** A page of the recognitions that a filter takes, in the order of ids. */
  recognitionPage(filter: RecognitionFilter, page: PageById): RecognitionRecord[];
  /** How many recognitions a filter takes. */
  countRecognitions(filter: RecognitionFilter): number;
  /** The categories of several recognitions, in the order of each. */
  recognitionCategoriesOf(ids: readonly string[]): OwnedCategory[];
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
  suspensionStart: null,
  suspensionEnd: null,
} as const;

/** The recognitions of a database, by a clock that gives epoch milliseconds. */
export function recognitionStore(
  { db }: Database,
  changed: ChangedParties,
  clock: () => number,
): RecognitionStore {
  const inForce = (at?: Placeholder) =>
    db
      .select({
        ...getTableColumns(recognitions),
        ...without(getTableColumns(recognitionStandings), 'owner', 'validTo'),
      })
      .from(recognitions)
      .innerJoin(recognitionStandings, isStanding(at));

  const isTaken = ({ status, category }: RecognitionFilter) =>
    and(
      status === null ? undefined : eq(recognitionStandings.status, status),
      category === null
        ? undefined
        : exists(db.select().from(recognitionCategories).where(isOf(category))),
    );

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

  return {
    recognitionsById: readByIds(inForce().where(isAmong(recognitions.id, IDS)).prepare()),

    recognitionsOf: readByIdsAsOf((at) =>
      inForce(at).where(isAmong(recognitions.subject, IDS)).orderBy(asc(recognitions.id)).prepare(),
    ),

    standingRecognitions: () =>
      inForce()
        .where(inArray(recognitionStandings.status, ['RECOGNISED', 'SUSPENDED']))
        .all(),

    recognitionPage: (filter, page) => {
      const { within, order, rows } = pageById(recognitions.id, page);
      return inForce()
        .where(and(isTaken(filter), within))
        .orderBy(order)
        .limit(rows)
        .all();
    },

    countRecognitions: (filter) =>
      db
        .select({ total: count() })
        .from(recognitions)
        .innerJoin(recognitionStandings, isStanding())
        .where(isTaken(filter))
        .get()?.total ?? 0,

    recognitionCategoriesOf: readByIds(
      db
        .select(without(getTableColumns(recognitionCategories), 'position'))
        .from(recognitionCategories)
        .where(isAmong(recognitionCategories.owner, IDS))
        .orderBy(asc(recognitionCategories.owner), asc(recognitionCategories.position))
        .prepare(),
    ),

    recognitionStandingsOf: readByIds(
      db
        .select()
        .from(recognitionStandings)
        .where(isAmong(recognitionStandings.owner, IDS))
        .orderBy(asc(recognitionStandings.owner), asc(recognitionStandings.validFrom))
        .prepare(),
    ),

    putRecognition: (entry, at) =>
      changed.inTransaction(() => {
        const now = clock();
        const { id, subject, instrument, period, conditions } = entry;
        const former = db.select().from(recognitions).where(eq(recognitions.id, id)).get();
        const written = putRow(db, recognitions, {
          id,
          subjectType: subject.type,
          subject: subject.id,
          instrumentType: instrument?.type ?? null,
          instrumentReference: instrument?.reference ?? null,
        });
        const isCategorised = putParts(
          db,
          recognitionCategories,
          id,
          (entry.categories ?? []).map((category) => ({ category })),
        );
        const applied = {
          ...APPLIED,
          reason: entry.reason ?? null,
          recordedBy: entry.recordedBy ?? null,
        };
        const moment = { at: at ?? now, now };
        const isChange = recordRecognition(db, changed, id, moment, (before) => ({
          ...(before ?? applied),
          periodStart: period.start,
          periodEnd: period.end,
          conditions,
        }));
        if (!isChange && written !== 'unchanged') raiseEpoch(db, epochs, FACTS_OWNER);
        for (const party of new Set([former?.subject ?? subject.id, subject.id])) {
          changed.note(party, moment.at);
        }
        return withChanges(written, isChange, isCategorised);
      }),

    setRecognitionStatus: (recognition, { status, reason, recordedBy, suspension }, at) =>
      changed.inTransaction(() => {
        const now = clock();
        const moment = { at: at ?? now, now };
        return recordRecognition(db, changed, recognition, moment, (before) => {
          if (before === null) throw new UnknownProviderError('Recognition', recognition);
          const next = {
            ...before,
            status,
            reason,
            recordedBy: recordedBy ?? null,
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
      }),
  };
}

const isOf = (category: RecognitionCategory) =>
  and(
    eq(recognitionCategories.owner, recognitions.id),
    eq(recognitionCategories.category, category),
  );

const isStanding = (at?: Placeholder) =>
  and(eq(recognitionStandings.owner, recognitions.id), isInForce(recognitionStandings, at));

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
