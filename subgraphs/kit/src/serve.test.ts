import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SubgraphHandler, SubgraphRequest } from '@causeway/schema';
import { serveSubgraph } from './serve.js';
import type { RunningServer, ServeOptions } from './serve.js';

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(
  handle: SubgraphHandler,
  options: Partial<ServeOptions> = {},
): Promise<RunningServer> {
  const server = await serveSubgraph({ handle, port: 0, ...options });
  running.push(server);
  return server;
}

const echo: SubgraphHandler = ({ body }) =>
  Promise.resolve({ status: 200, body: `{"data":${body}}` });

const post = (
  server: RunningServer,
  body: NonNullable<RequestInit['body']>,
  path = '/graphql',
  type = 'application/json',
): Promise<Response> =>
  fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  });

const HEAD =
  'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9';

/** A client that keeps its one connection as long as it may. */
async function talk(port: number) {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    closed: new Promise<void>((resolve) => socket.once('close', () => resolve()).resume()),
    send: (text: string) => socket.write(text),
    ask: () =>
      new Promise<string>((resolve) => {
        socket.once('data', (part) => resolve(part.toString()));
        socket.write(`${HEAD}\r\n\r\n{"a":"b"}`);
      }),
  };
}

describe('serveSubgraph', () => {
  it('hands the handler the request as it was sent and answers with what it says', async () => {
    const asked: SubgraphRequest[] = [];
    const server = await serve((request) => {
      asked.push(request);
      return Promise.resolve({ status: 401, body: '{"errors":[]}' });
    });
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: '{"query":"{陳}"}',
      headers: { 'content-type': 'application/json', 'causeway-context': 'a.b.c' },
    });
    expect([response.status, await response.text()]).toEqual([401, '{"errors":[]}']);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(asked).toEqual([
      expect.objectContaining({ method: 'POST', path: '/graphql', body: '{"query":"{陳}"}' }),
    ]);
    expect(asked[0]?.headers['causeway-context']).toBe('a.b.c');
  });

  it('says that it can be asked', async () => {
    const server = await serve(echo);
    const response = await fetch(`${server.url}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('listens on loopback if it is told of no other address', async () => {
    const server = await serve(echo);
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  });

  it.each([
    ['another path', { path: '/' }, 404],
    ['the path with a query', { path: '/graphql?query={a}' }, 404],
    ['another method', { method: 'GET' }, 405],
    ['a form', { type: 'text/plain' }, 415],
    ['another charset', { type: 'application/json; charset=utf-7' }, 415],
  ])(
    'refuses %s without asking the handler',
    async (
      _what,
      {
        path = '/graphql',
        method = 'POST',
        type = 'application/json',
      }: { path?: string; method?: string; type?: string },
      status,
    ) => {
      const server = await serve(() => Promise.reject(new Error('asked')));
      const body = method === 'POST' ? { body: '{}' } : {};
      const response = await fetch(server.url + path, {
        method,
        ...body,
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(status);
    },
  );

  it.each([
    ['sends too long a body', '"12345678901"'],
    [
      'sends one without announcing it',
      new ReadableStream({
        start(controller) {
          for (let part = 0; part < 4; part += 1)
            controller.enqueue(new TextEncoder().encode('"1234"'));
          controller.close();
        },
      }),
    ],
  ])('refuses who %s', async (_what, body) => {
    const server = await serve(echo, { limits: { bodySize: 12 } });
    expect((await post(server, body)).status).toBe(413);
    expect((await post(server, '"1234567890"')).status).toBe(200);
  });

  it('masks a failure of the handler and reports it', async () => {
    const failures: unknown[] = [];
    const failure = new Error('secret');
    const server = await serve(() => Promise.reject(failure), {
      onError: (error) => failures.push(error),
    });
    const response = await post(server, '{}');
    expect([response.status, await response.text()]).toEqual([
      500,
      expect.not.stringContaining('secret'),
    ]);
    expect(failures).toEqual([failure]);
  });

  it('outlives a client that goes away', async () => {
    const server = await serve(echo);
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
        );
        socket.destroy();
        resolve();
      });
    });
    expect((await post(server, '{}')).status).toBe(200);
  });

  it('answers what is under way before it closes', async () => {
    let release = (): void => undefined;
    const asked = new Promise<void>((resolveAsked) => {
      release = resolveAsked;
    });
    let answerNow = (): void => undefined;
    const server = await serve(
      () =>
        new Promise((resolve) => {
          answerNow = () => resolve({ status: 200, body: '{}' });
          release();
        }),
    );
    const response = post(server, '{}');
    await asked;
    const closed = server.close();
    running.length = 0;
    answerNow();
    expect((await response).status).toBe(200);
    await closed;
  });

  it('answers on kept-alive connections for a while once it is told to close, and then keeps them no more', async () => {
    const server = await serve(echo, { limits: { linger: 5_000 } });
    const client = await talk(server.port);
    const first = await client.ask();
    expect(first).toContain('200 OK');
    expect(first).not.toMatch(/connection: close/i);
    running.length = 0;
    const closed = server.close();
    const last = await client.ask();
    expect(last).toContain('200 OK');
    expect(last).toMatch(/connection: close/i);
    await closed;
  });

  it('closes connections that nobody uses after that while', async () => {
    const server = await serve(echo, { limits: { linger: 20 } });
    const client = await talk(server.port);
    await client.ask();
    running.length = 0;
    await server.close();
    await client.closed;
  });

  it('frees its port as soon as it is told to close', async () => {
    const server = await serve(echo);
    const client = await talk(server.port);
    await client.ask();
    running.length = 0;
    const closed = server.close();
    const next = await serve(echo, { port: server.port });
    expect((await post(next, '{}')).status).toBe(200);
    await closed;
  });

  it('waits for what is under way as long as its grace and no longer', async () => {
    const server = await serve(() => new Promise(() => undefined), { limits: { grace: 50 } });
    const response = post(server, '{}');
    response.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    running.length = 0;
    await server.close();
    await expect(response).rejects.toThrow();
  });

  it('tells the handler when the gateway goes', async () => {
    const told = new Promise<void>((resolve) => {
      void serve((_request, signal) => {
        signal?.addEventListener('abort', () => resolve());
        going.abort();
        return new Promise(() => undefined);
      }).then((server) =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json' },
          signal: going.signal,
        }).catch(() => undefined),
      );
    });
    const going = new AbortController();
    await told;
  });

  it('gives a request so much time to arrive and no more', async () => {
    const asked: unknown[] = [];
    const server = await serve(
      (request) => {
        asked.push(request);
        return echo(request);
      },
      { limits: { arrival: 100 } },
    );
    const client = await talk(server.port);
    client.send(`${HEAD}\r\n\r\n{"a`);
    await client.closed;
    expect(asked).toEqual([]);
  });

  it('takes so many connections at a time and no more', async () => {
    const server = await serve(echo, { limits: { connections: 1 } });
    const first = await talk(server.port);
    expect(await first.ask()).toContain('200 OK');
    const second = await talk(server.port);
    await second.closed;
    expect(await first.ask()).toContain('200 OK');
  });

  it('says so when its port is taken', async () => {
    const { port } = await serve(echo);
    await expect(serve(echo, { port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });
});
