import { describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { GuessLimit } from './guess-limit.js';

const li = { organization: 'o-shenzhen', practitionerRole: 'r-li' };
const MINUTE = 60_000;

function limitAfter(failures: number): GuessLimit {
  const limit = new GuessLimit();
  for (let n = 0; n < failures; n += 1) limit.countFailure(li, TEST_NOW);
  return limit;
}

describe('the limit of wrong codes', () => {
  it.each([
    [0, true],
    [9, true],
    [10, false],
    [11, false],
  ])('after %d wrong codes lets another be tried: %s', (failures, mayTry) => {
    expect(limitAfter(failures).mayTry(li, TEST_NOW)).toBe(mayTry);
  });

  it('forgets a wrong code after ten minutes', () => {
    const limit = limitAfter(10);
    expect(limit.mayTry(li, TEST_NOW + 10 * MINUTE - 1)).toBe(false);
    expect(limit.mayTry(li, TEST_NOW + 10 * MINUTE)).toBe(true);
  });

  it('counts each professional at each organisation apart', () => {
    const limit = limitAfter(10);
    expect(limit.mayTry({ ...li, practitionerRole: 'r-deng' }, TEST_NOW)).toBe(true);
    expect(limit.mayTry({ ...li, organization: 'o-lagoon' }, TEST_NOW)).toBe(true);
  });

  it('goes on counting those who stay while it forgets others', () => {
    const limit = limitAfter(10);
    const later = TEST_NOW + 10 * MINUTE;
    for (let n = 0; n < 10; n += 1) {
      limit.countFailure({ ...li, practitionerRole: 'r-deng' }, later);
    }
    expect(limit.mayTry(li, later)).toBe(true);
    expect(limit.mayTry({ ...li, practitionerRole: 'r-deng' }, later)).toBe(false);
  });
});
