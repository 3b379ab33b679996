import { earliestInstant, latestInstant, localDate } from '@causeway/schema';
import type { Period } from '@causeway/schema';

/**
 * Whether an instant lies within a period, both ends included; a date-only end includes its whole local day. An end
 * that cannot be read contains nothing.
 */
export function covers(period: Period, now: number): boolean {
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

/** Whether a person born on a date is under an age at an instant, by the local date: the birthday ends it at midnight. */
export function isUnder(age: number, birthDate: string | null, now: number): boolean {
  const born = earliestInstant(birthDate);
  if (born === null) return false;
  const birthday = new Date(localDate(born));
  // Someone born on 29 February comes of age on 1 March of a common year, as the Date rolls over.
  birthday.setUTCFullYear(birthday.getUTCFullYear() + age);
  return localDate(now) < localDate(birthday.getTime());
}
