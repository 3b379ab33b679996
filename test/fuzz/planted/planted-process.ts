/** The process of one planted fault: the sources are loaded with the fault in them, and cases are run until one differs. */
import { breakSource } from '../../audits/broken/break-source.js';
import { PLANTED_FAULTS } from './faults.js';

/** What is looked for, and how long. */
export interface PlantedOrder {
  /** The position of the fault. */
  readonly fault: number;
  readonly seed: number;
  readonly cases: number;
}

/** How many cases it took to find the fault, and how it showed; null where it was not found. */
export type PlantedNews = { readonly cases: number; readonly problem: string } | null;

process.once('message', (order) => {
  void find(order as PlantedOrder).then((news) => {
    process.send?.(news, () => {
      process.disconnect();
    });
  });
});

async function find({ fault: position, seed, cases: total }: PlantedOrder): Promise<PlantedNews> {
  const fault = PLANTED_FAULTS[position];
  if (fault === undefined) throw new Error(`Expected a fault, got none at ${String(position)}`);
  breakSource(fault);
  // Only now: what is imported before the fault is in has none.
  const { Cases } = await import('../run/cases.js');
  const { checkCase } = await import('../run/check-case.js');
  const cases = new Cases(seed);
  for (let number = 0; number < total; number += 1) {
    const { problem } = await checkCase(cases.graphOf(number), cases.case(number));
    if (problem !== null) return { cases: number + 1, problem };
  }
  return null;
}
