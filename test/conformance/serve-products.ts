/** The products subgraph over HTTP, answered by the handler of our kit, for callers who sign nothing. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler, signedFetch } from '@causeway/kit';
import type { BuiltSubgraph, SubgraphOperation } from '@causeway/kit';

/**
 * Serves a subgraph on a free port of loopback, and tells its address. The kit answers signed requests alone, and the
 * suite signs none: each request is signed here.
 */
export async function serveUnsigned(subgraph: BuiltSubgraph): Promise<string> {
  const key = randomBytes(32);
  const handle = createHandler(subgraph, {
    keys: [key],
    createContext: () => ({}),
    clock: Date.now,
    onError: (error) => console.error(error),
  });
  const answer = async (request: IncomingMessage): Promise<string> => {
    const { query, variables = {}, operationName } = await readOperation(request);
    const now = Date.now();
    const context = { use: 'data', caller: null, permits: [], now } as const;
    const operation = { query, variables, ...(operationName !== undefined && { operationName }) };
    const result = await signedFetch({ name: subgraph.name, handle }, operation, context, key, now);
    return JSON.stringify(result);
  };
  const server = createServer((request, response) => {
    void answer(request).then((text) => {
      response.setHeader('content-type', 'application/json').end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}

async function readOperation(
  request: IncomingMessage,
): Promise<Partial<SubgraphOperation> & Pick<SubgraphOperation, 'query'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as SubgraphOperation;
}
