/** One part of a run, in a process of its own: told what to do, it tells what it has come to. */
import { CASES_PER_GRAPH, Cases } from './cases.js';
import { checkCase } from './check-case.js';
import { count, newTally } from './tally.js';
import type { Tally } from './tally.js';

/** What a shard is told: every so-manieth graph of a run, from the first on. */
export interface ShardOrder {
  readonly seed: number;
  readonly cases: number;
  readonly first: number;
  readonly step: number;
}

/** What a shard tells. */
export type ShardNews =
  | { readonly kind: 'counted'; readonly tally: Tally }
  | { readonly kind: 'differs'; readonly case: number; readonly problem: string }
  | { readonly kind: 'done' };

/** Runs a shard; what it comes to is told after every graph. */
export async function runShard(
  { seed, cases: total, first, step }: ShardOrder,
  tell: (news: ShardNews) => void,
): Promise<void> {
  const cases = new Cases(seed);
  for (let graph = first; graph * CASES_PER_GRAPH < total; graph += step) {
    const tally = newTally();
    const from = graph * CASES_PER_GRAPH;
    for (let number = from; number < Math.min(total, from + CASES_PER_GRAPH); number += 1) {
      const problem = await problemWith(cases, number, tally);
      if (problem !== null) tell({ kind: 'differs', case: number, problem });
    }
    tell({ kind: 'counted', tally });
  }
  tell({ kind: 'done' });
}

/** What is wrong with a case, counted if it can be tried; one that cannot is wrong too. Null for nothing. */
async function problemWith(cases: Cases, number: number, tally: Tally): Promise<string | null> {
  try {
    const { due, problem } = await checkCase(cases.graphOf(number), cases.case(number));
    count(tally, due);
    return problem;
  } catch (error) {
    return String(error);
  }
}
