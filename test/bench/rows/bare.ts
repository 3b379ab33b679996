/** The engine by itself in a bare HTTP handler: nobody is identified, nothing is decided or recorded. */
import { Pool } from 'undici';
import type { SubgraphAnswer } from '../../../gateway/src/execution/index.js';
import { BareEngine } from '../../support/bare-engine.js';
import { given } from '../run/messages.js';
import { serveHandler } from '../run/serve-handler.js';

const { supergraph, urls } = given();
const pools = new Map(
  Object.entries(urls).map(([name, url]) => [
    name,
    { pool: new Pool(new URL(url).origin, { connections: 64 }), path: new URL(url).pathname },
  ]),
);

const engine = new BareEngine(supergraph, async (subgraph, request) => {
  const target = pools.get(subgraph);
  if (target === undefined) throw new Error(`Expected a subgraph, got ${subgraph}`);
  const { body } = await target.pool.request({
    method: 'POST',
    path: target.path,
    headers: { 'content-type': 'application/json' },
    body: `${request.json}}`,
  });
  return JSON.parse(await body.text()) as SubgraphAnswer;
});

serveHandler(async (text) => {
  const { query, variables } = JSON.parse(text) as {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  return JSON.stringify(await engine.ask(query, variables));
});
