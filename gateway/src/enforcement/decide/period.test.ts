import { describe, expect, it } from '@jest/globals';
import { isUnder } from './period.js';

const at = (text: string): number => Date.parse(text);

describe('a person is under 16', () => {
  it.each([
    ['2010-11-22', '2026-11-21T23:59:59.999+08:00', true],
    ['2010-11-22', '2026-11-22T00:00:00.000+08:00', false],
    // Someone born on 29 February comes of age on 1 March of a common year.
    ['2008-02-29', '2024-02-28T23:59:59.999+08:00', true],
    ['2008-02-29', '2024-02-29T00:00:00.000+08:00', false],
    ['2012-02-29', '2028-02-29T00:00:00.000+08:00', false],
    // Of a partial date, the first day it may mean.
    ['2010', '2025-12-31T23:59:59.999+08:00', true],
    ['2010', '2026-01-01T00:00:00.000+08:00', false],
    [null, '2026-11-22T12:00:00+08:00', false],
    ['unknown', '2026-11-22T12:00:00+08:00', false],
  ])('born %s, at %s: %s', (born, now, expected) => {
    expect(isUnder(16, born, at(now))).toBe(expected);
  });

  it('born on 29 February, of an odd age', () => {
    expect(isUnder(17, '2008-02-29', at('2025-02-28T23:59:59.999+08:00'))).toBe(true);
    expect(isUnder(17, '2008-02-29', at('2025-03-01T00:00:00.000+08:00'))).toBe(false);
  });
});
