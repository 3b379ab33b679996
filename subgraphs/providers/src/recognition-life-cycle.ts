/**
 * The life of a recognition: applied → recognised → {suspended ⇄ recognised} → {cancelled | expired | withdrawn}, or
 * applied → refused. A suspension has an end, lasts 28 days at most and is extended once, by 28 days at most. These
 * limits are the law for domestic registrations; for recognitions they are this layer's choice.
 */
import { ToldError } from '@causeway/kit';
import { earliestInstant, filled, latestInstant } from '@causeway/schema';
import type { RecognitionFact } from '@causeway/schema';
import type { RecognitionStatusEntry } from './entries.js';
import { NOTHING, RECOGNITION } from './refusal-texts.js';

type Status = RecognitionFact['status'];

/** A status with its suspension, as history has it. */
export type RecognitionState = Pick<RecognitionStatusEntry, 'status' | 'suspension'>;

/** A change of status that a recognition's life does not allow. */
export class RecognitionLifeCycleError extends ToldError {}

/** A period, suspension or other term that a step may not have, whatever the state. */
export class RecognitionTermsError extends RecognitionLifeCycleError {}

const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  APPLIED: ['RECOGNISED', 'REFUSED'],
  RECOGNISED: ['SUSPENDED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN'],
  SUSPENDED: ['RECOGNISED', 'SUSPENDED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN'],
  CANCELLED: [],
  EXPIRED: [],
  WITHDRAWN: [],
  REFUSED: [],
};

const SUSPENSION_DAYS = 28;
const DAY = 86_400_000;

/**
 * Checks that a status may follow on a history, oldest first.
 *
 * @throws RecognitionLifeCycleError if it may not
 * @throws RecognitionTermsError for a suspension that it may not have
 */
export function checkNextStatus(
  history: readonly RecognitionState[],
  next: RecognitionState,
): void {
  const former = history.at(-1);
  if (former === undefined || !NEXT[former.status].includes(next.status)) {
    const from = former?.status ?? NOTHING;
    const allowed = former === undefined ? [] : NEXT[former.status];
    throw new RecognitionLifeCycleError(
      filled(RECOGNITION.otherNext, { from, allowed: allowed.join(', '), got: next.status }),
    );
  }
  if (next.status !== 'SUSPENDED') {
    if (next.suspension === null) return;
    throw new RecognitionTermsError(filled(RECOGNITION.suspensionAlone, { got: next.status }));
  }
  const suspension = spanOf(next.suspension);
  if (former.status === 'SUSPENDED') checkExtension(history, suspension);
  else checkLength(suspension.start, suspension.end);
}

interface Span {
  /** Epoch milliseconds, both inclusive. */
  readonly start: number;
  readonly end: number;
}

function spanOf(suspension: RecognitionState['suspension']): Span {
  const start = earliestInstant(suspension?.start);
  const end = latestInstant(suspension?.end);
  if (start !== null && end !== null && start <= end) return { start, end };
  throw new RecognitionTermsError(RECOGNITION.suspensionPeriod);
}

function checkExtension(history: readonly RecognitionState[], next: Span): void {
  const resumed = history.findLastIndex((state) => state.status !== 'SUSPENDED') + 1;
  const periods = history.slice(resumed).map((state) => spanOf(state.suspension));
  const former = periods.at(-1);
  if (former === undefined || next.start !== former.start || next.end <= former.end) {
    throw new RecognitionTermsError(RECOGNITION.otherExtension);
  }
  if (new Set(periods.map((period) => period.end)).size > 1) {
    throw new RecognitionTermsError(RECOGNITION.secondExtension);
  }
  checkLength(former.end, next.end);
}

function checkLength(start: number, end: number): void {
  if (end - start <= SUSPENSION_DAYS * DAY) return;
  throw new RecognitionTermsError(
    filled(RECOGNITION.tooLong, { most: SUSPENSION_DAYS, got: Math.ceil((end - start) / DAY) }),
  );
}
