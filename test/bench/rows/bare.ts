/** The engine by itself in a bare HTTP handler: nobody is identified, nothing is decided or recorded. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { SubgraphAnswer } from '../../../gateway/src/execution/index.js';
import { BareEngine } from '../../support/bare-engine.js';
import { given, tellParent } from '../run/messages.js';
import { readText } from '../run/read-text.js';

const { supergraph, urls } = given();
const pools = new Map(
  Object.entries(urls).map(([name, url]) => [
    name,
    { pool: new Pool(new URL(url).origin, { connections: 64 }), path: new URL(url).pathname },
  ]),
);
const headers = { 'content-type': 'application/json' };

const engine = new BareEngine(supergraph, async (subgraph, request) => {
  const target = pools.get(subgraph);
  if (target === undefined) throw new Error(`Expected a subgraph, got ${subgraph}`);
  const { body } = await target.pool.request({
    method: 'POST',
    path: target.path,
    headers,
    body: JSON.stringify(request),
  });
  return JSON.parse(await body.text()) as SubgraphAnswer;
});

const server = createServer((request, response) => {
  readText(request)
    .then(async (text) => {
      const { query, variables } = JSON.parse(text) as {
        readonly query: string;
        readonly variables: Readonly<Record<string, unknown>>;
      };
      const body = Buffer.from(JSON.stringify(await engine.ask(query, variables)));
      response.writeHead(200, { ...headers, 'content-length': body.length });
      response.end(body);
    })
    .catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tellParent({ kind: 'gateway', url: `http://127.0.0.1:${port}/graphql`, headers: {} });
});
