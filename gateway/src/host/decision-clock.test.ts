import { describe, expect, it } from '@jest/globals';
import { ClockUnavailableError, decisionClock } from './decision-clock.js';

describe('the clock of decisions', () => {
  it.each([0, -1, Date.parse('2026-11-22T12:00:00+08:00')])('tells %p as it is', (reading) => {
    expect(decisionClock(() => reading)()).toBe(reading);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15 + 1])(
    'tells nothing where it reads %p',
    (reading) => {
      expect(decisionClock(() => reading)).toThrow(ClockUnavailableError);
    },
  );

  it('tells nothing where it fails, and why', () => {
    const cause = new Error('no such device');
    const failing = decisionClock(() => {
      throw cause;
    });
    expect(failing).toThrow(expect.objectContaining({ name: 'ClockUnavailableError', cause }));
  });
});
