/** The clock of a case, and dates that lie about it: on either side of every bound that a rule could draw. */
import type { Period } from '@causeway/schema';
import type { Draw } from '../draw.js';

/** When cases are decided: noon, the first and the last moment of a day, a leap day, the day after it. */
export const CLOCKS: readonly number[] = [
  '2026-11-22T12:00:00+08:00',
  '2026-11-22T00:00:00+08:00',
  '2026-11-22T23:59:59.999+08:00',
  '2028-02-29T09:30:00+08:00',
  '2027-03-01T00:00:00+08:00',
].map((text) => Date.parse(text));

const DAY = 86_400_000;

/** The local date in Hong Kong, so many days after an instant. */
export function dayOf(now: number, days = 0): string {
  return new Date(now + days * DAY + DAY / 3).toISOString().slice(0, 10);
}

/** A clinical date: mostly within three years, often at the bound of one, at times partial, missing or no date at all. */
export function randomDate(draw: Draw, now: number): string | null {
  const yearsAgo = (years: number, days = 0): string => {
    const [year, month, day] = dayOf(now).split('-');
    return dayOf(
      Date.parse(`${String(Number(year) - years)}-${month ?? ''}-${day ?? ''}T12:00:00+08:00`),
      days,
    );
  };
  return draw.weighed<string | null>([
    [10, () => dayOf(now, -draw.below(700))],
    [3, () => yearsAgo(draw.one([1, 3]), draw.one([-1, 0, 1]))],
    [1, () => dayOf(now, -draw.below(3000)).slice(0, 7)],
    [1, () => yearsAgo(draw.below(6)).slice(0, 4)],
    [1, () => `${yearsAgo(3)}T00:00:00+08:00`],
    [1, () => `${yearsAgo(3)}T00:30:00+09:00`],
    [1, () => null],
    [0.5, () => draw.one(['lately', '2023-02-29', '2026-13', '2026-1-1'])],
  ]);
}

/** A period that contains an instant, its ends often close by. */
export function periodAround(draw: Draw, now: number): Period {
  return {
    start: draw.one([null, null, dayOf(now), dayOf(now, -400), new Date(now).toISOString()]),
    end: draw.one([null, null, dayOf(now), dayOf(now, 30), new Date(now).toISOString()]),
  };
}

/** A period that does not, or that cannot be read. */
export function periodBeside(draw: Draw, now: number): Period {
  return draw.one<Period>([
    { start: null, end: dayOf(now, -1) },
    { start: dayOf(now, 1), end: null },
    { start: null, end: new Date(now - 1).toISOString() },
    { start: new Date(now + 1).toISOString(), end: null },
    { start: 'soon', end: null },
    { start: null, end: 'some day' },
  ]);
}
