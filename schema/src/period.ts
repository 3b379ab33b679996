import { earliestInstant, isInstant, latestInstant } from './clinical-date.js';
import type { Period } from './facts.js';

/**
 * Whether an instant lies within a period, both ends included; a date-only end includes its whole local day. An end
 * that cannot be read contains nothing, and no period contains what is no time.
 */
export function coversInstant(period: Period, now: number): boolean {
  if (!isInstant(now)) return false;
  if (period.start !== null) {
    const start = earliestInstant(period.start);
    if (start === null || now < start) return false;
  }
  if (period.end !== null) {
    const end = latestInstant(period.end);
    if (end === null || now > end) return false;
  }
  return true;
}

/** Whether both ends of a period can be read. */
export function isReadable({ start, end }: Period): boolean {
  return [start, end].every((text) => text === null || earliestInstant(text) !== null);
}
