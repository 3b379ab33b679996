/** What a patient may choose that is less than what was asked for. */

const LOOK_BACKS = ['P6M', 'P1Y', 'P2Y', 'P3Y', 'P5Y', 'P10Y'] as const;

/** The spans to choose from, shorter than the one asked for, and that one itself at the end. */
export function lookBacksWithin(asked: string): readonly string[] {
  const most = daysIn(asked);
  return [...LOOK_BACKS.filter((span) => daysIn(span) < most), asked];
}

/** The whole days of an ISO 8601 duration, counting years and months as short as they may be; 0 for any other text. */
export function daysIn(duration: string): number {
  const [match, years = 0, months = 0, weeks = 0, days = 0] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/.exec(duration) ?? [];
  if (match === undefined) return 0;
  return Number(years) * 365 + Number(months) * 28 + Number(weeks) * 7 + Number(days);
}
