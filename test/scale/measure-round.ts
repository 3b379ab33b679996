import { median } from '../bench/run/figures.js';
import type { ScaleOperation } from './operations.js';
import type { WorldGraph } from './world-graph.js';

/** What a request cost in one round. */
export interface Round {
  /** CPU time of the process, gateway and subgraphs together, in microseconds. */
  readonly cpu: number;
  /** The time that half of the answers took at most, in milliseconds. */
  readonly p50: number;
}

/** Asks an operation of one patient after another, one request at a time. */
export async function measureRound(
  graph: WorldGraph,
  { who, query, variables, times: count }: ScaleOperation,
  patients: readonly string[],
): Promise<Round> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let request = 0; request < count; request += 1) {
    const begun = performance.now();
    await graph.ask(who, query, variables(patients[request % patients.length] ?? ''));
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / count, p50: median(times) };
}
