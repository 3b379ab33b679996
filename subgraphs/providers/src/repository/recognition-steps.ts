import { randomUUID } from 'node:crypto';
import { momentAfter } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { RecognitionEntry, StepRecord } from '../entries.js';
import { statusByTheClock } from '../recognition-by-the-clock.js';
import { RecognitionLifeCycleError, RecognitionTermsError } from '../recognition-life-cycle.js';
import { checkTerms, standingAfter } from '../recognition-steps.js';
import type { RecognitionStanding, RecognitionStep } from '../recognition-steps.js';
import { checkReason } from '../reason.js';
import type { RecognitionStandingRow } from '../tables.js';
import type { ChangedParties } from './changed-parties.js';
import type { PartyStores } from './parties.js';
import { suspensionOf } from './recognitions.js';
import { recordRecognition } from './record-recognition.js';
import { RECOGNITION } from '../refusal-texts.js';
import { UnknownProviderError } from './unknown-provider-error.js';

/** What is applied for: an Organization's or PublicHealthRecordSystem's recognition. */
export interface RecognitionApplication extends Pick<
  RecognitionEntry,
  'instrument' | 'period' | 'conditions' | 'categories'
> {
  /** Organization or PublicHealthRecordSystem id. */
  readonly subject: string;
}

/** The life of recognitions as the office and time lead it. Each step is a transaction of its own, in force at once. */
export interface RecognitionStepStore {
  /**
   * Writes an application; returns the recognition's id.
   *
   * @throws UnknownProviderError for an unknown subject
   * @throws RecognitionTermsError for terms that cannot be taken, ReasonError for no reason
   * @throws RecognitionLifeCycleError while another application of the subject waits
   */
  applyForRecognition(application: RecognitionApplication, record: StepRecord): string;
  /**
   * Takes a step.
   *
   * @throws UnknownProviderError for an unknown recognition
   * @throws RecognitionTermsError for terms that cannot be taken, ReasonError for no reason
   * @throws RecognitionLifeCycleError for a step that its state, or the subject's other recognition, does not allow
   */
  takeRecognitionStep(recognition: string, step: RecognitionStep, record: StepRecord): void;
  /** Records what time has made of recognitions: their periods and suspensions that are over. */
  settleByTheClock(): void;
}

/** The steps over a database, by a clock that gives epoch milliseconds. */
export function recognitionStepStore(
  { db }: Database,
  stores: PartyStores,
  changed: ChangedParties,
  clock: () => number,
): RecognitionStepStore {
  const settle = (recognition: string, now: number): void => {
    const [row] = stores.recognitionsById([recognition]);
    const timed = row === undefined ? null : statusByTheClock(standingOf(row), now);
    if (row === undefined || timed === null) return;
    const { status, reason } = timed.entry;
    const moment = momentAfter(row.validFrom, timed.at, now);
    recordRecognition(db, changed, recognition, moment, () => ({
      status,
      reason,
      recordedBy: null,
      periodStart: row.periodStart,
      periodEnd: row.periodEnd,
      suspensionStart: null,
      suspensionEnd: null,
      conditions: row.conditions,
    }));
    // A suspension that is over may be followed by a period that is.
    settle(recognition, now);
  };

  return {
    applyForRecognition: ({ subject, ...application }, record) =>
      changed.inTransaction(() => {
        checkReason(record.reason);
        const type = subjectType(stores, subject);
        checkReference(application.instrument);
        checkTerms(application.period, application.conditions, clock());
        const isWaiting = stores
          .recognitionsOf([subject])
          .some(({ status }) => status === 'APPLIED');
        if (isWaiting) {
          throw new RecognitionLifeCycleError(RECOGNITION.waiting);
        }
        const id = randomUUID();
        stores.putRecognition({ ...application, ...record, id, subject: { type, id: subject } });
        return id;
      }),

    takeRecognitionStep: (recognition, step, { reason, recordedBy }) => {
      changed.inTransaction(() => {
        const now = clock();
        settle(recognition, now);
        const history = stores.recognitionStandingsOf([recognition]);
        const former = history.at(-1);
        if (former === undefined) throw new UnknownProviderError('Recognition', recognition);
        checkReason(reason);
        const next = standingAfter(step, history.map(standingOf), now);
        const moment = momentAfter(former.validFrom, now);
        recordRecognition(db, changed, recognition, moment, () => ({
          status: next.status,
          reason,
          recordedBy: recordedBy ?? null,
          periodStart: next.period.start,
          periodEnd: next.period.end,
          suspensionStart: next.suspension?.start ?? null,
          suspensionEnd: next.suspension?.end ?? null,
          conditions: next.conditions,
        }));
      });
    },

    settleByTheClock: () => {
      const now = clock();
      const due = stores
        .standingRecognitions()
        .filter((row) => statusByTheClock(standingOf(row), now) !== null);
      // Read first: most of the time nothing is due, and nobody waits for the write lock.
      if (due.length === 0) return;
      changed.inTransaction(() => {
        for (const { id } of due) settle(id, now);
      });
    },
  };
}

function standingOf(row: Omit<RecognitionStandingRow, 'owner' | 'validTo'>): RecognitionStanding {
  const { status, periodStart, periodEnd, conditions } = row;
  return {
    status,
    period: { start: periodStart, end: periodEnd },
    suspension: suspensionOf(row),
    conditions,
  };
}

function subjectType(stores: PartyStores, subject: string): RecognitionEntry['subject']['type'] {
  const [organization] = stores.organizationsById([subject]);
  const [system] = stores.systemsById([subject]);
  const party = organization ?? system;
  if (party === undefined) throw new UnknownProviderError('RecognitionSubject', subject);
  if (party.jurisdiction === 'HK') {
    throw new RecognitionTermsError(RECOGNITION.inHongKong);
  }
  return party === organization ? 'Organization' : 'PublicHealthRecordSystem';
}

function checkReference(instrument: RecognitionApplication['instrument']): void {
  if (instrument === null || instrument.reference.trim() !== '') return;
  throw new RecognitionTermsError(RECOGNITION.blankReference);
}
