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

const DURATION = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/**
 * The first instant of a look-back window: the local date (+08:00) of the decision less an ISO 8601 duration of
 * years, months, weeks or days, the day clamped to the month's end. Null where the text is no such duration.
 */
export function windowStart(lookBack: string, now: number): number | null {
  const parts = DURATION.exec(lookBack);
  if (parts === null || lookBack === 'P') return null;
  // A part that is not there is undefined, whatever the type of a match says.
  const [years = 0, months = 0, weeks = 0, days = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  const [year = 0, month = 1, day = 1] = localDate(now).split('-').map(Number);
  const target = new Date(Date.UTC(year - years, month - 1 - months, 1));
  const lastDay = new Date(
    Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
  ).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  target.setUTCDate(target.getUTCDate() - weeks * 7 - days);
  return earliestInstant(target.toISOString().slice(0, 10));
}

/** Whether a person born on a date is under an age at an instant, by the local date: the birthday ends it at midnight. */
export function isUnder(age: number, birthDate: string | null, now: number): boolean {
  const born = earliestInstant(birthDate);
  if (birthDate === null || born === null) return false;
  const [year = 0, month = 1, day = 1] = localDate(born).split('-').map(Number);
  // Someone born on 29 February comes of age on 1 March of a common year, as the Date rolls over.
  const birthday = Date.UTC(year + age, month - 1, day) - 8 * 3_600_000;
  return now < birthday;
}
