import type { Period } from '@causeway/schema';

/** The period between two FHIR dateTimes; null where both ends are open. */
export function periodOf(start: string | null, end: string | null): Period | null {
  return start === null && end === null ? null : { start, end };
}
