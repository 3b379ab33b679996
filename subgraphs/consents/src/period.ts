import { earliestInstant, latestInstant } from '@causeway/schema';
import type { Period } from '@causeway/schema';

/** A period as instants in epoch milliseconds, inclusive; null is open. */
export interface Interval {
  readonly from: number | null;
  readonly to: number | null;
}

/** A period with an end that is no FHIR dateTime. */
export class PeriodError extends Error {
  constructor(text: string) {
    super(`Expected a FHIR dateTime in a period, got ${JSON.stringify(text)}`);
    this.name = 'PeriodError';
  }
}

/**
 * The instants a period covers: a date-only end is inclusive to the end of that local day.
 *
 * @throws PeriodError if start or end is no FHIR dateTime: read as open, it would widen the period
 */
export function intervalOf({ start, end }: Period): Interval {
  return {
    from: start === null ? null : known(earliestInstant(start), start),
    to: end === null ? null : known(latestInstant(end), end),
  };
}

function known(instant: number | null, text: string): number {
  if (instant === null) throw new PeriodError(text);
  return instant;
}
