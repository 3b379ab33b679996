import { SUBGRAPH_PATH } from './transport.js';
import type { SubgraphName } from './transport.js';

/** Where each subgraph listens when it runs by itself and nothing else is configured; written into the supergraph. */
export const ROUTING_URLS: Readonly<Record<SubgraphName, string>> = {
  patients: `http://127.0.0.1:4001${SUBGRAPH_PATH}`,
  providers: `http://127.0.0.1:4002${SUBGRAPH_PATH}`,
  consents: `http://127.0.0.1:4003${SUBGRAPH_PATH}`,
  records: `http://127.0.0.1:4004${SUBGRAPH_PATH}`,
};
