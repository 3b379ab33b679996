import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TransportError, httpTransport } from './http-transport.js';
import type { HttpTransport, HttpTransportOptions, TransportFailure } from './http-transport.js';

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

const rawSubgraph = (bytes: string): Promise<URL> =>
  listen(createTcpServer((socket) => socket.on('error', () => undefined).end(bytes)));

function transportTo(url: URL, options: Partial<HttpTransportOptions> = {}): HttpTransport {
  const transport = httpTransport({ subgraph: 'records', url, timeout: 2_000, ...options });
  ended.push(() => transport.close());
  return transport;
}

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
      outgoing.end('{}');
    });
    const transport = transportTo(url);
    for (let time = 0; time < 20; time += 1) await transport.send(request);
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('asks again after a failure', async () => {
    let isDown = true;
    const url = await subgraph((incoming, outgoing) => {
      if (isDown) incoming.socket.destroy();
      else outgoing.end('{}');
    });
    const transport = transportTo(url);
    await expect(transport.send(request)).rejects.toEqual(failing('unreachable'));
    isDown = false;
    expect(await transport.send(request)).toEqual({ status: 200, body: '{}' });
  });

  it('sends a request once, also where the connection broke', async () => {
    let count = 0;
    const url = await subgraph((incoming) => {
      count += 1;
      incoming.socket.destroy();
    });
    await expect(transportTo(url).send(request)).rejects.toBeInstanceOf(TransportError);
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
    ['a body that ends too early', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"data":'],
  ])('fails where the answer is %s', async (_what, bytes) => {
    const url = await rawSubgraph(bytes);
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('unreachable'));
  });

  it('gives text that is no JSON as it is, for its host to refuse', async () => {
    const url = await subgraph((_incoming, outgoing) => outgoing.end('<html>'));
    expect(await transportTo(url).send(request)).toEqual({ status: 200, body: '<html>' });
  });

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    ['stops in the middle', (_incoming, outgoing) => outgoing.write('{"data":')],
    [
      'trickles without end',
      (_incoming, outgoing) => {
        const trickle = setInterval(() => outgoing.write(' '), 20);
        outgoing.on('close', () => clearInterval(trickle));
      },
    ],
  ])('fails at its deadline where the answer %s', async (_what, listener) => {
    const transport = transportTo(await subgraph(listener), { timeout: 150 });
    const began = performance.now();
    await expect(transport.send(request)).rejects.toEqual(failing('timeout'));
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('fails as soon as the caller cancels', async () => {
    const transport = transportTo(await subgraph(() => undefined));
    const cancelling = new AbortController();
    const sent = transport.send(request, cancelling.signal);
    cancelling.abort();
    await expect(sent).rejects.toEqual(failing('cancelled'));
  });

  it('takes no more of an answer than it may hold', async () => {
    let written = 0;
    const url = await subgraph((_incoming, outgoing) => {
      const part = 'x'.repeat(1_000);
      const pour = (): void => {
        while (!outgoing.destroyed && outgoing.write(part)) written += part.length;
      };
      outgoing.on('drain', pour);
      pour();
    });
    await expect(transportTo(url, { maxResponseSize: 10_000 }).send(request)).rejects.toEqual(
      failing('too large'),
    );
    expect(written).toBeLessThan(10_000_000);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect %i', async (status) => {
    let other = 0;
    const elsewhere = await subgraph((_incoming, outgoing) => {
      other += 1;
      outgoing.end('{}');
    });
    const url = await subgraph((_incoming, outgoing) =>
      outgoing.writeHead(status, { location: elsewhere.href }).end(),
    );
    await expect(transportTo(url).send(request)).rejects.toEqual(failing('redirected'));
    expect(other).toBe(0);
  });
});
