import { earliestInstant } from '@causeway/schema';

/** The first instant (epoch milliseconds) of a FHIR dateTime of the world. @throws RangeError if it is none */
export function instantOf(dateTime: string | null | undefined): number {
  const instant = earliestInstant(dateTime);
  if (instant === null) throw new RangeError(`Expected a FHIR dateTime, got ${dateTime ?? 'none'}`);
  return instant;
}
