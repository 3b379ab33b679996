/**
 * ISO 8601 durations, counted in Hong Kong: years, months, weeks and days by the calendar, hours, minutes and seconds
 * by the clock.
 */
import { earliestInstant, latestInstant, localDate } from './clinical-date.js';
import type { Period } from './facts.js';

const DURATION =
  /^P(?=\d|T)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?$/;

/** A duration as something else than this module counts it: months by the calendar, and what is the same at any time. */
export interface DurationParts {
  readonly months: number;
  /** Weeks, days, hours, minutes and seconds, in milliseconds; Hong Kong's days are all alike. */
  readonly milliseconds: number;
}

interface Duration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** What the clock counts, in milliseconds; null where the duration counts whole days. */
  readonly time: number | null;
}

/**
 * The first instant of a look-back window: the local date (+08:00) of the decision less an ISO 8601 duration of
 * years, months, weeks or days, the day clamped to the month's end. Null where the text is no such duration.
 */
export function windowStart(lookBack: string, now: number): number | null {
  const duration = read(lookBack);
  return duration?.time === null ? moved(localDate(now), duration, -1) : null;
}

/** The instant (epoch milliseconds) that lies a duration after another; null where the text is no duration. */
export function instantAfter(start: number, duration: string): number | null {
  const parts = read(duration);
  const date = localDate(start);
  const midnight = earliestInstant(date);
  const day = parts === null ? null : moved(date, parts, 1);
  if (parts === null || midnight === null || day === null) return null;
  return day + (start - midnight) + (parts.time ?? 0);
}

/** The parts of an ISO 8601 duration, months first to be counted; null where the text is no duration. */
export function durationParts(duration: string): DurationParts | null {
  const parts = read(duration);
  if (parts === null) return null;
  const { years, months, days, time } = parts;
  return { months: years * 12 + months, milliseconds: days * 86_400_000 + (time ?? 0) };
}

/**
 * Whether a period lasts no longer than a duration. One that is open, or either of which cannot be read, is longer
 * than anything; days of a date-only period count whole.
 */
export function lastsAtMost({ start, end }: Period, duration: string): boolean {
  const from = earliestInstant(start);
  const to = latestInstant(end);
  const limit = from === null ? null : instantAfter(from, duration);
  return to !== null && limit !== null && to <= limit;
}

function read(text: string): Duration | null {
  const parts = DURATION.exec(text);
  if (parts === null) return null;
  const part = (group: number): number => Number(parts[group] ?? 0);
  return {
    years: part(1),
    months: part(2),
    days: part(3) * 7 + part(4),
    time: parts[5] === undefined ? null : ((part(6) * 60 + part(7)) * 60 + part(8)) * 1000,
  };
}

/** Local midnight of the date moved by what the calendar counts, forwards or backwards; null beyond what dates say. */
function moved(
  localDay: string,
  { years, months, days }: Duration,
  direction: 1 | -1,
): number | null {
  const date = new Date(localDay);
  const day = date.getUTCDate();
  const year = date.getUTCFullYear() + direction * years;
  date.setUTCFullYear(year, date.getUTCMonth() + direction * months, 1);
  date.setUTCDate(Math.min(day, lastDayOfMonth(date)));
  date.setUTCDate(date.getUTCDate() + direction * days);
  return earliestInstant(date.toISOString().slice(0, 10));
}

function lastDayOfMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
