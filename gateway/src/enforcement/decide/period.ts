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

const DURATION = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/**
 * The first instant of a look-back window: the local date (+08:00) of the decision less an ISO 8601 duration of
 * years, months, weeks or days, the day clamped to the month's end. Null where the text is no such duration.
 */
export function windowStart(lookBack: string, now: number): number | null {
  const parts = DURATION.exec(lookBack);
  if (parts === null) return null;
  const part = (group: number): number => Number(parts[group] ?? 0);
  const date = new Date(localDate(now));
  const day = date.getUTCDate();
  date.setUTCFullYear(date.getUTCFullYear() - part(1), date.getUTCMonth() - part(2), 1);
  date.setUTCDate(Math.min(day, lastDayOfMonth(date)));
  date.setUTCDate(date.getUTCDate() - part(3) * 7 - part(4));
  return earliestInstant(date.toISOString().slice(0, 10));
}

function lastDayOfMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
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
