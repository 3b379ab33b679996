/** Requests that are for the one process which keeps what they are about: who has signed in to the pages. */
import { request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { HttpRoute } from '@causeway/gateway';

/** The same route, answered by the gateway at an address. */
export function forwarded(route: HttpRoute, home: string): HttpRoute {
  return { ...route, answer: (request, response) => forward(request, response, home) };
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  home: string,
): Promise<void> {
  const { method, headers, url } = request;
  const asked = ask(new URL(home), { method, headers, path: url });
  response.once('close', () => asked.destroy());
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  // What goes wrong with the question is told by the answer that does not come.
  pipeline(request, asked).catch(() => undefined);
  const answer = await answered;
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
