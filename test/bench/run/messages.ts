/** What the bench's processes tell each other. */
import { readFileSync } from 'node:fs';
import type { OfEachSubgraph } from '../../../start/src/each-subgraph.js';
import type { PlainGraph } from '../world/plain-graph.js';
import { obeyProfileOrders } from './profile.js';

/** What a process tells once it can be asked. */
export type Told =
  | { readonly kind: 'subgraphs'; readonly urls: OfEachSubgraph<string> }
  | {
      readonly kind: 'gateway';
      readonly url: string;
      /** What each request has to carry. */
      readonly headers: Readonly<Record<string, string>>;
    };

/** What a gateway's process is given. */
export interface Given {
  /** The supergraph, in which each subgraph stands at its address. */
  readonly supergraph: string;
  /** The same without labels, for gateways that know none. */
  readonly plain: PlainGraph;
  readonly urls: OfEachSubgraph<string>;
}

/** The environment variable that holds the path of a file with what is given, as JSON. */
export const GIVEN = 'CAUSEWAY_BENCH_GIVEN';

/**
 * What this process was given.
 *
 * @throws Error if it was not started by the bench
 */
export function given(): Given {
  const path = process.env[GIVEN];
  if (path === undefined) throw new Error('Expected to be started by `npm run bench`');
  return JSON.parse(readFileSync(path, 'utf8')) as Given;
}

/**
 * Tells the process that started this one, and ends this one when that has gone.
 *
 * @throws Error if it was not started by the bench
 */
export function tellParent(told: Told): void {
  if (process.send === undefined) throw new Error('Expected to be started by `npm run bench`');
  obeyProfileOrders();
  process.send(told);
  process.once('disconnect', () => process.exit());
}
