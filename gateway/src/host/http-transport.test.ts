import { createServer } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { httpTransport } from './http-transport.js';
import type { HttpTransport, HttpTransportOptions } from './http-transport.js';
import type { TransportFailure } from './transport-error.js';

const ended: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

async function listen(server: Server): Promise<URL> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ended.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const subgraph = (listener: RequestListener): Promise<URL> => listen(createServer(listener));

/** One that answers each request with these very bytes, and then ends the connection, or does not. */
const rawSubgraph = (bytes: string, isEnding = true): Promise<URL> =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => (isEnding ? socket.end(bytes) : socket.write(bytes)));
    }),
  );

/** One that pours out the same text without end after its head; how many bytes left it. */
async function pouring(head: string, text: string): Promise<{ url: URL; poured: () => number }> {
  let poured = 0;
  const url = await listen(
    createTcpServer((socket) => {
      const pour = (): void => {
        while (!socket.destroyed && socket.write(text)) poured += text.length;
      };
      socket.on('error', () => undefined).on('drain', pour);
      socket.once('data', () => {
        socket.write(head);
        pour();
      });
    }),
  );
  return { url, poured: () => poured };
}

const JSON_HEAD = { 'content-type': 'application/json; charset=utf-8' };

const answer = (outgoing: ServerResponse, body = '{}'): void => {
  outgoing.writeHead(200, JSON_HEAD).end(body);
};

function transportTo(url: URL, options: Partial<HttpTransportOptions> = {}): HttpTransport {
  const patience = { timeout: 20_000, connectTimeout: 20_000 };
  const transport = httpTransport({ subgraph: 'records', url, ...patience, ...options });
  ended.push(() => transport.close());
  return transport;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The first lines of an answer. */
const HTTP = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

const request = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', 'causeway-context': 'a.b.c' },
  body: '{"query":"{陳}"}',
};

const failing = (failure: TransportFailure): unknown =>
  expect.objectContaining({ name: 'TransportError', subgraph: 'records', failure });

describe('httpTransport', () => {
  it('sends the very request and gives the very answer', async () => {
    const url = await subgraph((incoming, outgoing) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const { method, url: path, headers } = incoming;
        outgoing.writeHead(401, { 'content-type': 'application/json' });
        outgoing.end(
          JSON.stringify([
            method,
            path,
            headers['causeway-context'],
            Buffer.concat(parts).toString(),
          ]),
        );
      });
    });
    const response = await transportTo(url).send(request);
    expect(response.status).toBe(401);
    expect(JSON.parse(response.body)).toEqual(['POST', '/graphql', 'a.b.c', '{"query":"{陳}"}']);
  });

  it('keeps its connections between requests', async () => {
    const ports = new Set<number | undefined>();
    const url = await subgraph((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      answer(outgoing);
    });
    const transport = transportTo(url);
    for (let time = 0; time < 20; time += 1) await transport.send(request);
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('asks again after a failure', async () => {
    let isDown = true;
    const url = await subgraph((incoming, outgoing) => {
      if (isDown) incoming.socket.destroy();
      else answer(outgoing);
    });
    const transport = transportTo(url);
    await expect(transport.send(request)).rejects.toEqual(failing('broken'));
    isDown = false;
    expect(await transport.send(request)).toEqual({ status: 200, body: '{}' });
  });

  it('sends a request once, also where the connection broke', async () => {
    let count = 0;
    const url = await subgraph((incoming) => {
      count += 1;
      incoming.socket.destroy();
    });
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('broken'));
    expect(count).toBe(1);
  });

  it('fails where nobody listens', async () => {
    const server = createServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('unreachable'));
  });

  it.each([
    ['no HTTP', 'rubbish\r\n\r\n'],
    ['nothing at all', ''],
    ['a body that ends too early', `${HTTP}content-length: 100\r\n\r\n{"data":`],
    ['two lengths', `${HTTP}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
    ['two framings', `${HTTP}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`],
    ['a chunk without a size', `${HTTP}transfer-encoding: chunked\r\n\r\nx\r\n{}`],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n'],
    ['headers without end', `${HTTP}${'x-more: 0123456789\r\n'.repeat(2_000)}`],
  ])('fails where the answer is %s', async (_what, bytes) => {
    const url = await rawSubgraph(bytes);
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('broken'));
  });

  it.each([
    [
      'headers named as every object has them',
      `${HTTP}__proto__: a\r\n__proto__: b\r\nconstructor: c\r\ncontent-length: 2\r\n\r\n{}`,
    ],
    [
      'a trailer',
      `${HTTP}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\ncontent-encoding: gzip\r\n\r\n`,
    ],
    [
      'an early hint',
      `HTTP/1.1 103 Early Hints\r\nlocation: /\r\n\r\n${HTTP}content-length: 2\r\n\r\n{}`,
    ],
    ['an end by the connection’s', `${HTTP.replace('1.1', '1.0')}\r\n{}`],
    [
      'the type of GraphQL',
      'HTTP/1.1 200 OK\r\ncontent-type: application/graphql-response+json\r\ncontent-length: 2\r\n\r\n{}',
    ],
  ])('takes an answer with %s', async (_what, bytes) => {
    const url = await rawSubgraph(bytes);
    expect(await transportTo(url).send(request)).toEqual({ status: 200, body: '{}' });
  });

  it.each<[string, Record<string, string>, string | Buffer, TransportFailure]>([
    ['HTML', { 'content-type': 'text/html' }, '<html>', 'not JSON'],
    ['nothing that is said what it is', {}, '{}', 'not JSON'],
    ['another charset', { 'content-type': 'application/json; charset=utf-7' }, '{}', 'not JSON'],
    ['a stream of events', { 'content-type': 'text/event-stream' }, 'data: {}', 'not JSON'],
    ['gzip', { ...JSON_HEAD, 'content-encoding': 'gzip' }, gzipSync('{}'), 'encoded'],
    ['gzip of gzip', { ...JSON_HEAD, 'content-encoding': 'gzip, gzip' }, gzipSync('{}'), 'encoded'],
    ['an unheard-of encoding', { ...JSON_HEAD, 'content-encoding': 'x' }, '{}', 'encoded'],
  ])('reads no answer that is %s', async (_what, headers, body, failure) => {
    const url = await subgraph((_incoming, outgoing) => outgoing.writeHead(200, headers).end(body));
    await expect(transportTo(url).send(request)).rejects.toEqual(failing(failure));
  });

  it('asks for an answer that is not packed', async () => {
    const asked: unknown[] = [];
    const url = await subgraph((incoming, outgoing) => {
      asked.push(incoming.headers['accept-encoding']);
      answer(outgoing);
    });
    await transportTo(url).send(request);
    expect(asked).toEqual(['identity']);
  });

  it('gives a failure’s status, whatever it is written in', async () => {
    const url = await subgraph((_incoming, outgoing) => outgoing.writeHead(502).end('<html>'));
    expect(await transportTo(url).send(request)).toEqual({ status: 502, body: '<html>' });
  });

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    ['stops in the middle', (_incoming, outgoing) => outgoing.writeHead(200, JSON_HEAD).write('{')],
    [
      'trickles without end',
      (_incoming, outgoing) => {
        outgoing.writeHead(200, JSON_HEAD);
        const trickle = setInterval(() => outgoing.write(' '), 20);
        outgoing.on('close', () => clearInterval(trickle));
      },
    ],
    [
      'is always about to begin',
      (_incoming, outgoing) => {
        const trickle = setInterval(() => outgoing.writeProcessing(), 20);
        outgoing.on('close', () => clearInterval(trickle));
      },
    ],
  ])('fails at its deadline where the answer %s', async (_what, listener) => {
    const transport = transportTo(await subgraph(listener), { timeout: 150 });
    const began = performance.now();
    await expect(transport.send(request)).rejects.toEqual(failing('timeout'));
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('fails as soon as the caller cancels', async () => {
    const transport = transportTo(await subgraph(() => undefined));
    const cancelling = new AbortController();
    const sent = transport.send(request, cancelling.signal);
    cancelling.abort();
    await expect(sent).rejects.toEqual(failing('cancelled'));
  });

  it.each([
    ['in chunks', `${HTTP}transfer-encoding: chunked\r\n\r\n`, `400\r\n${'x'.repeat(1024)}\r\n`],
    ['until the connection ends', `${HTTP.replace('1.1', '1.0')}\r\n`, 'x'.repeat(1024)],
    [
      'of a length that is said too low',
      `${HTTP}content-length: 100000000\r\n\r\n`,
      'x'.repeat(1024),
    ],
  ])('takes no more of an answer than it may hold, %s', async (_how, head, text) => {
    const { url, poured } = await pouring(head, text);
    const limits = { maxAnswerSize: 200_000 };
    await expect(transportTo(url, limits).send(request)).rejects.toEqual(failing('too large'));
    // What has left is still in the buffers of two sockets.
    expect(poured()).toBeLessThan(20_000_000);
  });

  it('waits for no answer whose length is over what it may hold', async () => {
    const url = await rawSubgraph(`${HTTP}content-length: 100000000\r\n\r\n{`, false);
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('too large'));
  });

  it.each([
    ['lists', '['],
    ['objects', '{"a":'],
    ['both', '[{"":'],
  ])('gives up an answer of %s within each other while it comes', async (_what, text) => {
    const { url, poured } = await pouring(`${HTTP.replace('1.1', '1.0')}\r\n`, text.repeat(10_000));
    const began = performance.now();
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('too deep'));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(poured()).toBeLessThan(20_000_000);
  });

  it('holds little of a body of 100 MB that it refuses', async () => {
    const { url } = await pouring(`${HTTP}content-length: 100000000\r\n\r\n`, '[1],'.repeat(4_000));
    const { url: endless } = await pouring(
      `${HTTP.replace('1.1', '1.0')}\r\n`,
      '"a",'.repeat(4_000),
    );
    const transports = [transportTo(url), transportTo(endless, { maxAnswerSize: 2_000_000 })];
    const before = process.memoryUsage.rss();
    for (let time = 0; time < 5; time += 1) {
      for (const transport of transports)
        await expect(transport.send(request)).rejects.toEqual(failing('too large'));
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20);
  });

  it('opens so many connections and no more, and lets so many requests wait', async () => {
    const held: ServerResponse[] = [];
    const url = await subgraph((_incoming, outgoing) => held.push(outgoing));
    const transport = transportTo(url, { connections: 2, waiting: 1 });
    const sent = [1, 2, 3].map(() => transport.send(request));
    await expect(transport.send(request)).rejects.toEqual(failing('overloaded'));
    await until(() => held.length === 2);
    held.splice(0).forEach((outgoing) => answer(outgoing));
    await until(() => held.length === 1);
    held.splice(0).forEach((outgoing) => answer(outgoing));
    expect(await Promise.all(sent)).toEqual([1, 2, 3].map(() => ({ status: 200, body: '{}' })));
  });

  it('sends nothing that was given up while it waited', async () => {
    const held: ServerResponse[] = [];
    const url = await subgraph((_incoming, outgoing) => held.push(outgoing));
    const transport = transportTo(url, { connections: 1, waiting: 1 });
    const first = transport.send(request);
    const cancelling = new AbortController();
    const second = transport.send(request, cancelling.signal);
    cancelling.abort();
    await expect(second).rejects.toEqual(failing('cancelled'));
    // It waits on till a connection is free, and counts as long.
    await expect(transport.send(request)).rejects.toEqual(failing('overloaded'));
    await until(() => held.length === 1);
    held.splice(0).forEach((outgoing) => answer(outgoing));
    await first;
    const third = transport.send(request);
    await until(() => held.length === 1);
    held.splice(0).forEach((outgoing) => answer(outgoing));
    expect(await third).toEqual({ status: 200, body: '{}' });
    expect(held).toEqual([]);
  });

  it('closes the connection of what it gives up', async () => {
    let closed = 0;
    const cancelling = new AbortController();
    const url = await subgraph((incoming) => {
      incoming.socket.once('close', () => (closed += 1));
      cancelling.abort();
    });
    const sent = transportTo(url).send(request, cancelling.signal);
    await expect(sent).rejects.toEqual(failing('cancelled'));
    await until(() => closed === 1);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect %i', async (status) => {
    let other = 0;
    const elsewhere = await subgraph((_incoming, outgoing) => {
      other += 1;
      answer(outgoing);
    });
    const url = await subgraph((_incoming, outgoing) =>
      outgoing.writeHead(status, { location: elsewhere.href }).end(),
    );
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('redirected'));
    expect(other).toBe(0);
  });
});
