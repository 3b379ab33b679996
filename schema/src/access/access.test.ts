import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALWAYS, NEVER, anyOf, every, implies, needing } from './access.js';
import type { Access } from './access.js';
import type { Need } from './need.js';

const A = needing('role:a');
const B = needing('role:b');

describe('access', () => {
  it.each<[string, Access, Access]>([
    ['never needs no more than anything', NEVER, A],
    ['anything needs no less than nothing', A, ALWAYS],
    ['both imply either', every([A, B]), anyOf([A, B])],
    ['one implies either', A, anyOf([A, B])],
  ])('%s', (_, first, second) => {
    expect([implies(first, second), implies(second, first)]).toEqual([true, false]);
  });

  it('is not comparable where each takes something else', () => {
    expect([implies(A, B), implies(B, A)]).toEqual([false, false]);
  });

  it('forgets ways that are longer for nothing', () => {
    expect(anyOf([A, every([A, B])])).toEqual(A);
  });

  it('implies exactly where no set of needs met opens the one and not the other', () => {
    const needs: readonly Need[] = ['role:a', 'role:b', 'role:c'];
    const access = fc
      .array(fc.subarray([...needs]), { maxLength: 4 })
      .map((ways) => anyOf(ways.map((way) => every(way.map(needing)))));
    const worlds = [...Array(8).keys()].map((bits) => needs.filter((_, at) => (bits >> at) & 1));
    const opens = (ways: Access, met: readonly Need[]): boolean =>
      ways.some((way) => way.every((need) => met.includes(need)));
    fc.assert(
      fc.property(access, access, (first, second) => {
        const isImplied = worlds.every((met) => !opens(first, met) || opens(second, met));
        expect(implies(first, second)).toBe(isImplied);
      }),
      { seed: 7 },
    );
  });
});
