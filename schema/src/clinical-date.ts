/**
 * FHIR dates and partial dates as instants. Date-only boundaries are local to Hong Kong, which like Shanghai is
 * at UTC+08:00 without daylight saving.
 *
 * @see https://hl7.org/fhir/R4/datatypes.html#dateTime
 */
const DATE_TIME =
  /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?$/;

const OFFSET = '+08:00';

/** @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_INSTANT = 8.64e15;

/**
 * The earliest instant (epoch milliseconds) that a FHIR date, dateTime or instant may mean; null where the text
 * is none. `2024` is the first moment of 2024 in Hong Kong.
 */
export function earliestInstant(text: string | null | undefined): number | null {
  const parts = text == null ? null : DATE_TIME.exec(text);
  if (text == null || parts === null) return null;
  const [, year, month = '01', day = '01', hour] = parts;
  if (year === undefined || !isCalendarDate(Number(year), Number(month), Number(day))) return null;
  // A leap second is the last second of its minute to a Date.
  const instant =
    hour === undefined ? `${year}-${month}-${day}T00:00:00${OFFSET}` : text.replace(/:60/, ':59');
  const milliseconds = Date.parse(instant);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/**
 * The last instant (epoch milliseconds, inclusive) that a FHIR date, dateTime or instant covers: a date-only end
 * is inclusive to the end of that local day.
 */
export function latestInstant(text: string | null | undefined): number | null {
  const start = earliestInstant(text);
  const parts = text == null ? null : DATE_TIME.exec(text);
  if (start === null || parts === null) return null;
  const [, year, month, day, hour] = parts;
  if (hour !== undefined) return start;
  const next =
    month === undefined
      ? localMidnight(Number(year) + 1, 1, 1)
      : day === undefined
        ? localMidnight(Number(year), Number(month) + 1, 1)
        : localMidnight(Number(year), Number(month), Number(day) + 1);
  return next - 1;
}

/** Whether a reading of a clock (epoch milliseconds) is a time that has a local date; a clock that fails tells none. */
export function isInstant(reading: number): boolean {
  return Math.abs(reading) <= LAST_INSTANT - 8 * 3_600_000;
}

/** The local calendar date in Hong Kong (`YYYY-MM-DD`) at an instant (epoch milliseconds). */
export function localDate(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
}

function localMidnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) - 8 * 3_600_000;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
