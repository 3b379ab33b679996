import { describe, expect, it } from '@jest/globals';
import { retryDelay } from './retry-delay.js';

describe('retryDelay', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [10, 2_560_000],
    [11, 3_600_000],
    [10_000, 3_600_000],
  ])('after %d failures is %d ms', (failures, delay) => {
    expect(retryDelay(failures)).toBe(delay);
  });
});
