import { randomBytes } from 'node:crypto';
import { eachSubgraph } from './each-subgraph.js';
import type { OfEachSubgraph } from './each-subgraph.js';

/** New keys, one for each subgraph to trust the gateway by, so that none can speak to another as the gateway. */
export function newKeys(): OfEachSubgraph<Uint8Array> {
  return eachSubgraph(() => randomBytes(32));
}
