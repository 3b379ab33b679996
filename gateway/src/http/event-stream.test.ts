import { createServer, get } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { beginStream, writeStream } from './event-stream.js';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Asks a server that answers as told; the answer is not read yet. */
async function answerOf(write: (response: ServerResponse) => void): Promise<IncomingMessage> {
  const server = createServer((_request, response) => write(response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', agent: false }, resolve);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}

const PACE = { keepAlive: 60_000, patience: 60_000 };

async function* bodies(...all: readonly string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(all);
}

describe('a stream of events', () => {
  it('has each body as an event, line by line, and says when it is complete', async () => {
    const answer = await answerOf((response) => {
      beginStream(response, ['cache-control', 'no-store']);
      void writeStream(response, bodies('{"a":1}\n', '{\r\n"event":\r2\n}'), PACE);
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/event-stream; charset=utf-8',
    });
    expect(await textOf(answer)).toBe(
      'event: next\ndata: {"a":1}\n\nevent: next\ndata: {\ndata: "event":\ndata: 2\ndata: }\n\nevent: complete\ndata:\n\n',
    );
  });

  it('takes no event before the former one is read, and cuts off who does not read', async () => {
    const large = 'x'.repeat(2 ** 20);
    let taken = 0;
    const returned = Promise.withResolvers<unknown>();
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          taken += 1;
          yield await Promise.resolve(large);
        }
      } finally {
        returned.resolve(null);
      }
    }
    const answer = await answerOf((response) => {
      beginStream(response, []);
      void writeStream(response, endless(), { keepAlive: 5, patience: 200 });
    });
    await returned.promise;
    // What the sockets of this machine hold between them, and no more.
    expect(taken).toBeLessThan(30);
    answer.destroy();
  });

  it('leaves no listener behind for events that were read slowly', async () => {
    const large = 'x'.repeat(2 ** 20);
    const written = Promise.withResolvers<readonly number[]>();
    const answer = await answerOf((response) => {
      beginStream(response, []);
      const listening = (): number =>
        response.listenerCount('drain') + response.listenerCount('close');
      const before = listening();
      void writeStream(response, bodies(...Array.from({ length: 20 }, () => large)), PACE).then(
        () => written.resolve([before, listening()]),
      );
    });
    await textOf(answer);
    const [before, after] = await written.promise;
    expect(after).toBe(before);
  });
});
