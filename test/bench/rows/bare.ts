/**
 * The engine by itself in a bare HTTP handler: nobody is identified, nothing is decided or recorded. What it asks goes the
 * gateway's way, unsigned.
 */
import { SUBGRAPH_PATH } from '@causeway/schema';
import { httpTransport } from '@causeway/gateway';
import { SubgraphExchanges } from '../../../gateway/src/host/subgraph-exchanges.js';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import { BareEngine } from '../../support/bare-engine.js';
import { given } from '../run/messages.js';
import { serveHandler } from '../run/serve-handler.js';

const { supergraph, urls } = given();
const headers = { 'content-type': 'application/json' };
const subgraphs = eachSubgraph((subgraph) => {
  const transport = httpTransport({ subgraph, url: new URL(urls[subgraph]) });
  return new SubgraphExchanges({
    subgraph,
    // Without callers and permits, the same fetches are a third as long.
    longestShared: 2 * 2 ** 10,
    carry: (body, signal) =>
      transport.send({ method: 'POST', path: SUBGRAPH_PATH, headers, body }, signal),
  });
});

const engine = new BareEngine(supergraph, (name, request) =>
  subgraphs[name as keyof typeof subgraphs].sendTogether(`${request.json}}`),
);

serveHandler(async (text) => {
  const { query, variables } = JSON.parse(text) as {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  return JSON.stringify(await engine.ask(query, variables));
});
