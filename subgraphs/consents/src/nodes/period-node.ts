import { earliestInstant } from '@causeway/schema';
import type { Period } from '@causeway/schema';

/** A period as the graph gives it: null where it bounds nothing. */
export function periodNode(period: Period | undefined): Period | null {
  if (period === undefined) return null;
  const [start, end] = [dateTimeNode(period.start), dateTimeNode(period.end)];
  return start === null && end === null ? null : { start, end };
}

/** A FHIR dateTime as the graph gives it: null where a source's text is none. */
export function dateTimeNode(text: string | null): string | null {
  return earliestInstant(text) === null ? null : text;
}
