import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASES_PER_GRAPH, Cases } from './run/cases.js';
import { checkCase } from './run/check-case.js';
import { count, newTally, shortfalls } from './run/tally.js';

/** Which cases come is the same at every run; `npm run fuzz` tries others. */
const SEED = 20261122;

const GRAPHS = 32;

describe(`${String(GRAPHS * CASES_PER_GRAPH)} random cases`, () => {
  it(`are answered as a naive oracle answers them, and would have shown it (seed ${String(SEED)})`, async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.nat()), async (seed) => {
        const cases = new Cases(seed);
        for (let number = 0; number < CASES_PER_GRAPH; number += 1) {
          const one = cases.case(number);
          const { due, problem } = await checkCase(cases.graphOf(number), one);
          const replay = `npm run fuzz -- --seed ${String(seed)} --case ${String(number)}`;
          if (problem !== null) throw new Error(`${replay}: ${problem}`);
          count(tally, due);
        }
      }),
      { seed: SEED, numRuns: GRAPHS, endOnFailure: true },
    );
    expect(tally.cases).toBeGreaterThanOrEqual(10_000);
    expect(shortfalls(tally)).toEqual([]);
  }, 600_000);
});
