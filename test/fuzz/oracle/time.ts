/**
 * Dates and durations by the words of the rules: local to Hong Kong, which is eight hours ahead all year; partial dates
 * begin with their first moment and end with their last; what cannot be read is no date.
 */
import type { Period } from '@causeway/schema';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AHEAD = 8 * HOUR;

/** The first and the last millisecond of what a text says; null for no date. */
export function spanOf(text: string | null | undefined): readonly [number, number] | null {
  if (text == null) return null;
  const [date = '', time] = text.split('T');
  const day = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(date);
  if (day === null) return null;
  const [year, month, dayOfMonth] = day
    .slice(1)
    .map((part) => part && Number(part.replace('-', '')));
  if (typeof year !== 'number') return null;
  if (typeof month === 'number' && (month < 1 || month > 12)) return null;
  const inMonth = typeof month === 'number' ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 31;
  if (typeof dayOfMonth === 'number' && (dayOfMonth < 1 || dayOfMonth > inMonth)) return null;
  if (time !== undefined) return typeof dayOfMonth === 'number' ? momentOf(text) : null;
  if (typeof month !== 'number') return [midnight(year, 1, 1), midnight(year + 1, 1, 1) - 1];
  if (typeof dayOfMonth !== 'number')
    return [midnight(year, month, 1), midnight(year, month + 1, 1) - 1];
  return [midnight(year, month, dayOfMonth), midnight(year, month, dayOfMonth + 1) - 1];
}

function momentOf(text: string): readonly [number, number] | null {
  if (!/T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : [moment, moment];
}

function midnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) - AHEAD;
}

/** Whether a period surely contains a moment. */
export function isWithin({ start, end }: Period, now: number): boolean {
  const [from] = spanOf(start) ?? [];
  const [, to] = spanOf(end) ?? [];
  const hasBegun = start === null || (from !== undefined && from <= now);
  return hasBegun && (end === null || (to !== undefined && now <= to));
}

/** Whether somebody can tell when a period begins and ends. */
export function canBeRead({ start, end }: Period): boolean {
  return [start, end].every((text) => text === null || spanOf(text) !== null);
}

/** The year, month and day in Hong Kong at a moment. */
function localDay(now: number): readonly [year: number, month: number, day: number] {
  const local = new Date(now + AHEAD);
  return [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
}

interface Length {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
  readonly hasTime: boolean;
}

function lengthOf(text: string): Length | null {
  const parts =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})S)?)?$/.exec(
      text,
    );
  if (parts === null || !/\d/.test(text) || text.endsWith('T')) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part?: string) => Number(part ?? 0));
  return {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: hours * HOUR + minutes * 60_000 + seconds * 1000,
    hasTime: text.includes('T'),
  };
}

/** The local midnight so many months and then days away from a day; the day is that of the shorter month at most. */
function moved(
  [year, month, day]: readonly [number, number, number],
  months: number,
  days: number,
): number {
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return midnight(year, month + months, Math.min(day, last)) + days * DAY;
}

/** The first moment of a look-back in whole days; null where a text is none. */
export function lookBackStart(text: string, now: number): number | null {
  const length = lengthOf(text);
  if (length === null || length.hasTime) return null;
  return moved(localDay(now), -length.months, -length.days);
}

/** Whether a text says how long something lasts. */
export function isDuration(text: string): boolean {
  return lengthOf(text) !== null;
}

/** Whether a period surely lasts no longer than a text says. */
export function isNoLonger({ start, end }: Period, text: string): boolean {
  const [from] = spanOf(start) ?? [];
  const [, to] = spanOf(end) ?? [];
  const length = lengthOf(text);
  if (from === undefined || to === undefined || length === null) return false;
  const [year, month, day] = localDay(from);
  const limit =
    moved([year, month, day], length.months, length.days) +
    (from - midnight(year, month, day)) +
    length.milliseconds;
  return to <= limit;
}

/** Whether somebody born on a date is not yet of an age; nobody can tell without a date. */
export function isYounger(birthDate: string | null, age: number, now: number): boolean {
  const [born] = spanOf(birthDate) ?? [];
  if (born === undefined) return false;
  const [year, month, day] = localDay(born);
  return now < midnight(year + age, month, day);
}
