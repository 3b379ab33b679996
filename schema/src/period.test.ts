import { describe, expect, it } from '@jest/globals';
import { coversInstant, isReadable } from './period.js';

const at = (text: string): number => Date.parse(text);

describe('a period covers', () => {
  it.each<readonly [string, string | null, string | null, string, boolean]>([
    ['any instant where it is open', null, null, '1900-01-01T00:00:00Z', true],
    ['its first moment', '2026-11-22', null, '2026-11-22T00:00:00.000+08:00', true],
    ['nothing before it', '2026-11-22', null, '2026-11-21T23:59:59.999+08:00', false],
    ['the last moment of its last day', null, '2026-11-22', '2026-11-22T23:59:59.999+08:00', true],
    ['nothing of the day after', null, '2026-11-22', '2026-11-23T00:00:00.000+08:00', false],
    ['the whole of its last month', null, '2026-02', '2026-02-28T23:59:59.999+08:00', true],
    ['nothing of the month after', null, '2026-02', '2026-03-01T00:00:00.000+08:00', false],
    ['29 February of a leap year', null, '2024-02', '2024-02-29T23:59:59.999+08:00', true],
    ['the whole of its last year', null, '2026', '2026-12-31T23:59:59.999+08:00', true],
    ['from the first moment of a year', '2026', null, '2025-12-31T16:00:00Z', true],
    ['an end that is an instant', null, '2026-11-22T12:00:00Z', '2026-11-22T20:00:00+08:00', true],
    ['nothing after that', null, '2026-11-22T12:00:00Z', '2026-11-22T20:00:00.001+08:00', false],
    ['nothing where the start cannot be read', 'soon', null, '2026-11-22T12:00:00Z', false],
    ['nothing where the end cannot be read', null, 'never', '2026-11-22T12:00:00Z', false],
    ['nothing to a day that does not exist', null, '2026-02-30', '2026-01-01T00:00:00Z', false],
  ])('%s', (_name, start, end, now, expected) => {
    expect(coversInstant({ start, end }, at(now))).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])(
    'nothing at %p, which is no time',
    (now) => {
      expect(coversInstant({ start: null, end: null }, now)).toBe(false);
      expect(coversInstant({ start: '2026-11-22', end: '2026-11-22' }, now)).toBe(false);
    },
  );

  it.each([
    [null, null, true],
    ['2026', '2026-11-22T12:00:00Z', true],
    ['soon', null, false],
    [null, '2026-13', false],
  ])('from %s to %s can be read: %s', (start, end, expected) => {
    expect(isReadable({ start, end })).toBe(expected);
  });
});
