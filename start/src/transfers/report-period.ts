import { earliestInstant, latestInstant } from '@causeway/schema';
import { StartError } from '../program.js';

/** What the command line says of the time. */
export interface PeriodOptions {
  readonly from?: string;
  readonly to?: string;
}

/** From when to when, in epoch milliseconds, inclusive; null is open. */
export interface ReportPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * The period that is asked for; a date is the whole day in Hong Kong.
 *
 * @throws StartError for a date that cannot be read
 */
export function reportPeriod({ from, to }: PeriodOptions): ReportPeriod {
  return {
    from: from === undefined ? null : read('--from', from, earliestInstant(from)),
    to: to === undefined ? null : read('--to', to, latestInstant(to)),
  };
}

function read(option: string, text: string, instant: number | null): number {
  if (instant !== null) return instant;
  throw new StartError(
    `${option}: expected a date such as 2026-06-01, or an instant; got ${JSON.stringify(text)}`,
  );
}
