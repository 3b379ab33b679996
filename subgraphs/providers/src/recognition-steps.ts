/**
 * What the Commissioner does with a recognition, and what each step makes of it. Pure: the history and the time come in
 * as arguments. What time makes of a recognition is in `recognition-by-the-clock.ts`.
 */
import { earliestInstant, filled, joined, latestInstant } from '@causeway/schema';
import type { ConditionFact, Period, RecognitionFact } from '@causeway/schema';
import { problemOfConditions } from './condition-kinds.js';
import {
  RecognitionLifeCycleError,
  RecognitionTermsError,
  checkNextStatus,
} from './recognition-life-cycle.js';
import type { RecognitionStatusEntry } from './entries.js';
import { NOTHING, OR, RECOGNITION } from './refusal-texts.js';

/** A step in the life of a recognition. Dates are FHIR dateTimes; a date-only end includes its whole local day. */
export type RecognitionStep =
  | {
      readonly kind: 'RECOGNISE';
      /** Null: as applied for. */
      readonly period: Period | null;
      /** Null: as applied for. */
      readonly conditions: readonly ConditionFact[] | null;
    }
  | { readonly kind: 'REFUSE' }
  | { readonly kind: 'SUSPEND'; readonly until: string }
  | { readonly kind: 'EXTEND_SUSPENSION'; readonly until: string }
  | { readonly kind: 'LIFT_SUSPENSION' }
  | { readonly kind: 'CANCEL' }
  | { readonly kind: 'CHANGE_CONDITIONS'; readonly conditions: readonly ConditionFact[] };

/** How a recognition stands. */
export interface RecognitionStanding {
  readonly status: RecognitionFact['status'];
  readonly period: Period;
  readonly suspension: RecognitionStatusEntry['suspension'];
  readonly conditions: readonly ConditionFact[];
}

/** The states in which each step may be taken. */
const FROM: Readonly<Record<RecognitionStep['kind'], readonly RecognitionStanding['status'][]>> = {
  RECOGNISE: ['APPLIED'],
  REFUSE: ['APPLIED'],
  SUSPEND: ['RECOGNISED'],
  EXTEND_SUSPENSION: ['SUSPENDED'],
  LIFT_SUSPENSION: ['SUSPENDED'],
  CANCEL: ['RECOGNISED', 'SUSPENDED'],
  CHANGE_CONDITIONS: ['RECOGNISED', 'SUSPENDED'],
};

/**
 * How a recognition stands after a step, given how it stood until now, oldest first.
 *
 * @throws RecognitionLifeCycleError for a step that its state does not allow
 * @throws RecognitionTermsError for a period, suspension or condition that cannot be taken
 */
export function standingAfter(
  step: RecognitionStep,
  history: readonly RecognitionStanding[],
  now: number,
): RecognitionStanding {
  const former = history.at(-1);
  const allowed = FROM[step.kind];
  if (former === undefined || !allowed.includes(former.status)) {
    throw new RecognitionLifeCycleError(
      filled(RECOGNITION.otherState, {
        step: step.kind,
        allowed: joined(OR, allowed),
        got: former?.status ?? NOTHING,
      }),
    );
  }
  const next = { ...former, ...changeBy(step, former, now) };
  if (step.kind !== 'CHANGE_CONDITIONS') checkNextStatus(history, next);
  return next;
}

function changeBy(
  step: RecognitionStep,
  former: RecognitionStanding,
  now: number,
): Partial<RecognitionStanding> {
  switch (step.kind) {
    case 'RECOGNISE': {
      const period = step.period ?? former.period;
      const conditions = step.conditions ?? former.conditions;
      checkTerms(period, conditions, now);
      return { status: 'RECOGNISED', period, conditions };
    }
    case 'REFUSE':
      return { status: 'REFUSED' };
    case 'SUSPEND':
      return { status: 'SUSPENDED', suspension: suspensionFrom(now, step.until) };
    case 'EXTEND_SUSPENSION':
      return { suspension: { start: former.suspension?.start ?? '', end: step.until } };
    case 'LIFT_SUSPENSION':
      return { status: 'RECOGNISED', suspension: null };
    case 'CANCEL':
      return { status: 'CANCELLED', suspension: null };
    case 'CHANGE_CONDITIONS':
      checkConditions(step.conditions);
      return { conditions: step.conditions };
  }
}

/**
 * Checks the period and the conditions that a recognition is to have: it ends, not in the past and not before it
 * begins, and every condition is one that decisions understand.
 *
 * @throws RecognitionTermsError for others
 */
export function checkTerms(
  period: Period,
  conditions: readonly ConditionFact[],
  now: number,
): void {
  const start = period.start === null ? null : earliestInstant(period.start);
  const end = latestInstant(period.end);
  if (end === null) {
    throw new RecognitionTermsError(RECOGNITION.endless);
  }
  if (start !== null && start > end) {
    throw new RecognitionTermsError(
      filled(RECOGNITION.reversed, { start: period.start ?? '', end: period.end ?? '' }),
    );
  }
  if (end <= now) {
    throw new RecognitionTermsError(filled(RECOGNITION.over, { end: period.end ?? '' }));
  }
  checkConditions(conditions);
}

function checkConditions(conditions: readonly ConditionFact[]): void {
  const problem = problemOfConditions(conditions);
  if (problem !== null) throw new RecognitionTermsError(problem);
}

function suspensionFrom(now: number, until: string): RecognitionStanding['suspension'] {
  const end = latestInstant(until);
  if (end === null || end <= now) {
    throw new RecognitionTermsError(filled(RECOGNITION.suspensionOver, { until }));
  }
  return { start: new Date(now).toISOString(), end: until };
}
