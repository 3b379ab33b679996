/** What time makes of a recognition, though nobody takes a step. Decisions hold it by their own clock all the same. */
import { latestInstant } from '@causeway/schema';
import type { RecognitionStatusEntry } from './entries.js';
import { isStanding } from './recognition-in-force.js';
import type { RecognitionStanding } from './recognition-steps.js';

/** A status that time gave, from an instant (epoch milliseconds) on. */
export interface TimedStatus {
  readonly at: number;
  readonly entry: RecognitionStatusEntry;
}

const EXPIRED = { status: 'EXPIRED', reason: 'Its period is over', suspension: null } as const;

const RESUMED = {
  status: 'RECOGNISED',
  reason: 'The suspension is over',
  suspension: null,
} as const;

/** The next status that time has given a recognition until now; null where it stands as it was left. */
export function statusByTheClock(
  { status, period, suspension }: Pick<RecognitionStanding, 'status' | 'period' | 'suspension'>,
  now: number,
): TimedStatus | null {
  if (!isStanding(status)) return null;
  const expiry = endOf(period.end);
  const resumption = endOf(suspension?.end);
  if (expiry <= now && expiry <= resumption) return { at: expiry, entry: EXPIRED };
  return resumption <= now ? { at: resumption, entry: RESUMED } : null;
}

/** The first instant after an end; never for one that is open or cannot be read. */
function endOf(end: string | null | undefined): number {
  const last = latestInstant(end);
  return last === null ? Infinity : last + 1;
}
