/** The process of the bench's subgraphs: one HTTP server each, on free ports of loopback, told to its parent. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import { tellParent } from '../run/messages.js';
import { readText } from '../run/read-text.js';
import { answerer } from './answerer.js';
import type { Answerer } from './answerer.js';
import { subgraphSchemas } from './subgraph-schemas.js';

const schemas = subgraphSchemas();
const served = eachSubgraph((name) => serve(answerer(schemas[name])));
const urls = {
  patients: await served.patients,
  providers: await served.providers,
  consents: await served.consents,
  records: await served.records,
};
tellParent({ kind: 'subgraphs', urls });

function serve(answer: Answerer): Promise<string> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    respond(answer, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    });
  });
}

async function respond(
  answer: Answerer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = Buffer.from(await answer(await readText(request)));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
