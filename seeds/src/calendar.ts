/**
 * Dates relative to the day on which the world is made: the local date in Hong Kong. Everything that has happened
 * lies on an earlier day and everything to come on a later one, so that the world does not depend on the hour.
 */
import { localDate } from '@causeway/schema';

/** Days seen from today; dates are `YYYY-MM-DD`, instants end in `+08:00`. */
export interface Calendar {
  readonly today: string;
  /** The date a number of days ago. */
  readonly daysAgo: (days: number) => string;
  /** The date in a number of days. */
  readonly inDays: (days: number) => string;
  /** The same day a number of years ago, clamped to the month's end. */
  readonly yearsAgo: (years: number) => string;
  /** An instant on the date a number of days ago, at a local time `HH:MM`. */
  readonly at: (daysAgo: number, time: string) => string;
}

/** The calendar of the local day of an instant. */
export function calendarOf(now: Date): Calendar {
  const today = localDate(now.getTime());
  const daysAgo = (days: number): string => addDays(today, -days);
  return {
    today,
    daysAgo,
    inDays: (days) => addDays(today, days),
    yearsAgo: (years) => addYears(today, -years),
    at: (days, time) => `${daysAgo(days)}T${time}:00+08:00`,
  };
}

/** The date a number of days after a date. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The date a number of years after a date, clamped to the month's end. */
export function addYears(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year + years, month - 1, Math.min(day, lastDay)));
  return moved.toISOString().slice(0, 10);
}
