import { request as send } from 'node:http';
import type { RequestOptions } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubgraphTransport } from '../host/dispatch.js';
import type { Gateway } from '../host/gateway.js';
import type { GraphQLHost } from './graphql-host.js';
import { leanHost } from './lean-host.js';
import { HOST_KINDS, serveGateway, serveHost } from './serve.js';
import type { HostParts, ServeOptions, ServedGateway } from './serve.js';
import { NEVER_LATE, gatewayOver } from './testing.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');

const gatewayThat = (subgraph: SubgraphTransport): Gateway =>
  gatewayOver(subgraph, { clock: () => NOW });

const gatewayAlone = (): Gateway => gatewayThat(() => Promise.reject(new Error('down')));

/** A lean host that starts as told. */
const startingBy =
  (start: (host: GraphQLHost) => Promise<void>) =>
  (parts: HostParts): GraphQLHost => {
    const gateway = gatewayAlone();
    const host = leanHost({ ...parts, gateway });
    return {
      start: () => start(host),
      stop: () => host.stop(),
      answer: (request, response, address) => host.answer(request, response, address),
    };
  };

const open: ServedGateway[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

async function serve(options: Partial<ServeOptions>): Promise<ServedGateway> {
  const served = await serveGateway(gatewayAlone(), {
    port: 0,
    ...options,
    limits: { ...NEVER_LATE, ...options.limits },
  });
  open.push(served);
  return served;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Sends a request as it is, on a connection of its own. */
function ask(
  url: string,
  options: RequestOptions = {},
  body: string | Buffer = '',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = send(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

const post = (url: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  ask(`${url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, ...headers } }, body);

const QUESTION = JSON.stringify({ query: '{ __typename }' });
const ORGANIZATION = JSON.stringify({ query: '{ organization(id: "1") { id } }' });

describe.each(HOST_KINDS)('the gateway over HTTP, by the host %s', (kind) => {
  let served: ServedGateway;
  let url: string;

  beforeAll(async () => {
    served = await serveGateway(gatewayAlone(), { port: 0, kind, limits: NEVER_LATE });
    ({ url } = served);
  });

  afterAll(() => served.close());

  it('answers what is posted, at /graphql and at /', async () => {
    for (const path of ['/graphql', '/']) {
      const answer = await ask(`${url}${path}`, { method: 'POST', headers: JSON_TYPE }, QUESTION);
      expect([answer.status, answer.text]).toEqual([200, '{"data":{"__typename":"Query"}}\n']);
    }
  });

  it.each<readonly [string, number, RequestOptions, string | Buffer]>([
    ['health', 200, { path: '/health' }, ''],
    ['another path', 404, { path: '/elsewhere' }, ''],
    ['a path above', 404, { path: '/graphql/../etc' }, ''],
    ['a request line without a path', 400, { path: '//' }, ''],
    [
      'another name of this machine',
      421,
      { path: '/health', headers: { host: 'evil.example' } },
      '',
    ],
    [
      'a body that is too large',
      413,
      { method: 'POST', headers: JSON_TYPE },
      `"${'x'.repeat(6_400_000)}"`,
    ],
    [
      'a body of another type',
      415,
      { method: 'POST', headers: { 'content-type': 'text/plain' } },
      QUESTION,
    ],
    ['a body of no type', 415, { method: 'POST' }, QUESTION],
    [
      'another charset',
      415,
      { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-16' } },
      QUESTION,
    ],
    [
      'an encoded body',
      415,
      { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
      QUESTION,
    ],
    ['half a body of JSON', 400, { method: 'POST', headers: JSON_TYPE }, '{"query":'],
    [
      'bytes that are no UTF-8',
      400,
      { method: 'POST', headers: JSON_TYPE },
      Buffer.from([0x22, 0xff, 0x22]),
    ],
    ['JSON that is no request', 400, { method: 'POST', headers: JSON_TYPE }, '[1]'],
    [
      'an operation that is not valid',
      400,
      { method: 'POST', headers: JSON_TYPE },
      '{"query":"{ nowhere }"}',
    ],
    ['a method that is none', 405, { method: 'PUT', headers: { ...JSON_TYPE } }, QUESTION],
  ])('answers to %s: %i, and nobody may keep it', async (_name, status, options, body) => {
    const answer = await ask(`${url}/graphql`, options, body);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['utf-8', 'UTF-8', '"utf8"'])('takes a body in %s', async (charset) => {
    const answer = await post(url, QUESTION, {
      'content-type': `application/json; charset=${charset}`,
    });
    expect(answer.status).toBe(200);
  });

  it.each<readonly [string, number, string, Record<string, string>]>([
    ['from a page that need not ask first', 400, '{__typename}', {}],
    ['of a simple type', 400, '{__typename}', { 'content-type': 'text/plain' }],
    ['of another type', 415, '{__typename}', { 'content-type': 'application/graphql' }],
    ['of a type that is none', 415, '{__typename}', { 'content-type': 'json' }],
    ['of two types', 415, '{__typename}', { 'content-type': 'application/json, text/plain' }],
    [
      'with a header that has to be asked for',
      200,
      '{__typename}',
      { 'apollo-require-preflight': '1' },
    ],
    ['that changes something', 405, 'mutation{__typename}', { 'apollo-require-preflight': '1' }],
  ])('answers a GET %s: %i', async (_name, status, query, headers) => {
    const answer = await ask(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(answer.status).toBe(status);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('lets pages of the origins it knows read answers, and no others', async () => {
    const { url: own } = await serve({ origins: ['https://app.example'] });
    const allowed = async (origin: string) =>
      (await ask(`${own}/graphql`, { method: 'OPTIONS', headers: { origin } })).headers;
    expect(await allowed('https://app.example')).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('authorization'),
      vary: 'origin, accept-language, authorization, purpose-of-use',
    });
    for (const origin of ['https://evil.example', 'null', 'https://app.example.evil.example']) {
      const headers = await allowed(origin);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['vary']).toBe('origin, accept-language, authorization, purpose-of-use');
    }
  });

  it('answers under any name where it is not on loopback', async () => {
    const { url: own } = await serve({ host: '0.0.0.0' });
    const answer = await ask(`${own}/health`, { headers: { host: 'gateway.example' } });
    expect(answer.status).toBe(200);
  });

  it('writes its address as a URL, whatever the family', async () => {
    expect((await serve({ host: '::1' })).url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe('starting', () => {
  it('fails where the port is taken, and leaves nothing open', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const gateway = gatewayAlone();
    await expect(serveGateway(gateway, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => taken.close(resolve));
    // The same gateway can be served as soon as there is room.
    const served = await serveGateway(gateway, { port });
    open.push(served);
    expect((await ask(`${served.url}/health`)).status).toBe(200);
  });

  it('fails where what speaks GraphQL does not start, and leaves nothing open', async () => {
    const port = await freePort();
    const broken = startingBy(() => Promise.reject(new Error('No')));
    await expect(serveHost(broken, { port })).rejects.toThrow('No');
    await expect(ask(`http://127.0.0.1:${port}/health`)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('is over before health says so, and before anything is answered', async () => {
    const port = await freePort();
    let go: () => void = () => undefined;
    const mayStart = new Promise<void>((resolve) => (go = resolve));
    const slow = startingBy((host) => mayStart.then(() => host.start()));
    const serving = serveHost(slow, { port });
    const url = `http://127.0.0.1:${port}`;
    expect(await ask(`${url}/health`)).toMatchObject({ status: 503, text: '{"status":"fail"}' });
    expect((await post(url, QUESTION)).status).toBe(503);
    go();
    open.push(await serving);
    expect(await ask(`${url}/health`)).toMatchObject({ status: 200, text: '{"status":"pass"}' });
  });
});

describe('closing', () => {
  it('answers what is under way, says so, and takes nothing new', async () => {
    let answerNow: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answerNow = resolve));
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const served = await serveGateway(
      gatewayThat(async () => {
        asked();
        await answered;
        return { status: 200, body: '{"data":{"organization":{"id":"1"}}}' };
      }),
      { port: 0, limits: NEVER_LATE },
    );
    const { hostname, port } = new URL(served.url);
    const waiting = connect(Number(port), hostname);
    const underWay = post(served.url, ORGANIZATION);
    await isAsked;
    const closing = served.close();
    await expect(ask(`${served.url}/health`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    answerNow();
    expect(await underWay).toMatchObject({
      status: 200,
      text: '{"data":{"organization":{"id":"1"}}}\n',
    });
    waiting.destroy();
    await closing;
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the limits of a gateway over HTTP', () => {
  it('may leave a whole request less time than its headers had by themselves', async () => {
    const { url } = await serve({ limits: { requestTimeout: 5_000, headersTimeout: 10_000 } });
    expect((await ask(`${url}/health`)).status).toBe(200);
  });
});
