import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellParent } from './messages.js';
import { readText } from './read-text.js';

/** Serves bodies for bodies on a free port of loopback, as little as a server can be, and tells the parent. */
export function serveHandler(answer: (body: string) => Promise<string>): void {
  const server = createServer((request, response) => {
    readText(request)
      .then(async (text) => {
        const body = Buffer.from(await answer(text));
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': body.length,
        });
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
}
