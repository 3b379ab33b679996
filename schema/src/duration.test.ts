import { describe, expect, it } from '@jest/globals';
import { durationParts, instantAfter, lastsAtMost, windowStart } from './duration.js';

const at = (text: string): number => Date.parse(text);
const NOON = at('2026-11-22T12:00:00+08:00');

describe('a look-back of', () => {
  it.each([
    ['P3Y', '2026-11-22T12:00:00+08:00', '2023-11-22'],
    // The local day counts, whatever the day is in London.
    ['P1Y', '2026-11-22T23:59:59.999+08:00', '2025-11-22'],
    ['P1Y', '2026-11-22T16:00:00Z', '2025-11-23'],
    ['P1D', '2026-01-01T00:00:00+08:00', '2025-12-31'],
    // The day is clamped to the month's end.
    ['P1Y', '2024-02-29T12:00:00+08:00', '2023-02-28'],
    ['P4Y', '2024-02-29T12:00:00+08:00', '2020-02-29'],
    ['P1M', '2026-03-31T12:00:00+08:00', '2026-02-28'],
    ['P1M', '2024-03-31T12:00:00+08:00', '2024-02-29'],
    ['P1M', '2026-05-31T12:00:00+08:00', '2026-04-30'],
    ['P13M', '2026-01-31T12:00:00+08:00', '2024-12-31'],
    ['P2W', '2026-11-22T12:00:00+08:00', '2026-11-08'],
    ['P0D', '2026-11-22T12:00:00+08:00', '2026-11-22'],
    ['P1Y2M3W4D', '2026-11-22T12:00:00+08:00', '2025-08-28'],
  ])('%s at %s begins with %s', (lookBack, now, date) => {
    expect(windowStart(lookBack, at(now))).toBe(at(`${date}T00:00:00+08:00`));
  });

  it.each([
    '',
    'P',
    'PT',
    'PT1H',
    'P3',
    '3Y',
    'P-3Y',
    'P3.5Y',
    'P3Y ',
    'p3y',
    'three years',
    'P9999Y',
  ])('“%s” is not understood', (lookBack) => {
    expect(windowStart(lookBack, NOON)).toBeNull();
  });
});

describe('an instant after', () => {
  it.each([
    ['PT12H', '2026-11-23T00:00:00+08:00'],
    ['PT90M', '2026-11-22T13:30:00+08:00'],
    ['PT30S', '2026-11-22T12:00:30+08:00'],
    ['P1DT1H1M1S', '2026-11-23T13:01:01+08:00'],
    ['P1D', '2026-11-23T12:00:00+08:00'],
    ['P2W', '2026-12-06T12:00:00+08:00'],
    ['P3M', '2027-02-22T12:00:00+08:00'],
    ['P1Y', '2027-11-22T12:00:00+08:00'],
    ['P0D', '2026-11-22T12:00:00+08:00'],
  ])('%s from noon is %s', (duration, expected) => {
    expect(instantAfter(NOON, duration)).toBe(at(expected));
  });

  it('a month from the end of a longer one is the end of the shorter', () => {
    expect(instantAfter(at('2026-01-31T12:00:00+08:00'), 'P1M')).toBe(
      at('2026-02-28T12:00:00+08:00'),
    );
  });

  it.each(['', 'P', 'PT', 'P1DT', 'PT1', 'P-1D', 'PT1.5H', 'PT1H ', 'a day', 'P9999Y'])(
    '“%s” is not understood',
    (duration) => {
      expect(instantAfter(NOON, duration)).toBeNull();
    },
  );
});

describe('a period lasts at most', () => {
  it.each<readonly [string, string | null, string | null, boolean]>([
    ['P1D', '2026-11-22', '2026-11-22', true],
    ['P1D', '2026-11-22', '2026-11-23', false],
    ['P7D', '2026-11-22', '2026-11-28', true],
    ['P7D', '2026-11-22', '2026-11-29', false],
    ['P1D', '2026-11-22T10:00:00+08:00', '2026-11-23T10:00:00+08:00', true],
    ['P1D', '2026-11-22T10:00:00+08:00', '2026-11-23T10:00:00.001+08:00', false],
    ['PT2H', '2026-11-22T10:00:00+08:00', '2026-11-22T04:00:00Z', true],
    ['PT2H', '2026-11-22T10:00:00+08:00', '2026-11-22T04:00:01Z', false],
    ['P1D', '2026-11-22', null, false],
    ['P1D', null, '2026-11-22', false],
    ['P1D', 'today', '2026-11-22', false],
    ['P1D', '2026-11-22', 'tonight', false],
    ['a day', '2026-11-22', '2026-11-22', false],
  ])('%s from %s to %s: %s', (duration, start, end, expected) => {
    expect(lastsAtMost({ start, end }, duration)).toBe(expected);
  });
});

describe('the parts of a duration', () => {
  it.each([
    ['P1Y2M', { months: 14, milliseconds: 0 }],
    ['P1W1D', { months: 0, milliseconds: 8 * 86_400_000 }],
    ['P1MT1H1M1S', { months: 1, milliseconds: 3_661_000 }],
  ])('of %s', (duration, parts) => {
    expect(durationParts(duration)).toEqual(parts);
  });

  it('are none where it cannot be read', () => {
    expect(durationParts('a week')).toBeNull();
  });
});
