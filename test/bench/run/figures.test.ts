import { describe, expect, it } from '@jest/globals';
import { median, medianTurn, percentile } from './figures.js';

describe('median', () => {
  it.each([
    { of: [3, 1, 2], is: 2 },
    { of: [4, 1, 3, 2], is: 2.5 },
    { of: [7], is: 7 },
    { of: [], is: NaN },
  ])('of $of is $is', ({ of, is }) => {
    expect(median(of)).toBe(is);
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, position) => 100 - position);

  it.each([
    { share: 0.5, is: 50 },
    { share: 0.99, is: 99 },
    { share: 1, is: 100 },
  ])('$share of one to a hundred is $is', ({ share, is }) => {
    expect(percentile(hundred, share)).toBe(is);
  });
});

describe('medianTurn', () => {
  it('takes the median of each figure by itself', () => {
    const turn = (cpu: number, rate: number) => ({ cpu, rate, p50: 1, p99: 2, memory: 3 });
    expect(medianTurn([turn(1, 9), turn(2, 8), turn(3, 1)])).toEqual(turn(2, 8));
  });
});
