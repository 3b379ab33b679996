/** What is promised of GraphQL over HTTP beside the audits, whichever host keeps it. */
import { createHash } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import fc from 'fast-check';
import type { HttpRoute } from '../host/http-route.js';
import { HOST_KINDS, serveGateway } from './serve.js';
import type { ServeOptions, ServedGateway } from './serve.js';
import { NEVER_LATE, gatewayOver } from './testing.js';

const ORGANIZATION = '{ organization(id: "1") { id } }';
const LONG = '{ __schema { types { name } } }';

/** What the subgraphs wait for before they answer; a test may hold it. */
let held: Promise<void> = Promise.resolve();
let asked: () => void = () => undefined;
let changes = 0;

const answerOf = async ({ body }: SubgraphRequest): Promise<SubgraphResponse> => {
  if (body.includes('mutation')) changes += 1;
  asked();
  await held;
  return { status: 200, body: '{"data":{"organization":{"id":"1"}}}' };
};

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: unknown;
}

function ask(url: string, options: RequestOptions, body: string | Buffer = ''): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = send(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          body: parsed(bytes),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(
    `${url}/graphql`,
    { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
    JSON.stringify(body),
  );

const LANDING: HttpRoute = {
  path: '/',
  answer: (_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('a page');
    return Promise.resolve();
  },
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

/** Holds the subgraphs, once they are asked, until they are released. */
function hold(): { readonly isAsked: Promise<void>; readonly release: () => void } {
  let release: () => void = () => undefined;
  held = new Promise((resolve) => (release = resolve));
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  return { isAsked, release };
}

const codesOf = ({ body }: Answered): unknown =>
  (
    body as { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] }
  ).errors?.map(({ extensions }) => extensions.code);

describe.each(HOST_KINDS)('by the host %s', (kind) => {
  let served: ServedGateway;
  let url: string;

  const serve = (limits: ServeOptions['limits'] = {}): Promise<ServedGateway> =>
    serveGateway(gatewayOver(answerOf), {
      port: 0,
      kind,
      limits: { ...NEVER_LATE, ...limits },
      landing: LANDING,
    });

  beforeAll(async () => {
    served = await serve();
    ({ url } = served);
  });

  afterAll(() => served.close());

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)(
    'compresses large answers with %s for clients that take it',
    async (encoding, unpack) => {
      const plain = await post(url, { query: LONG });
      const packed = await post(url, { query: LONG }, { 'accept-encoding': encoding });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        'cache-control': 'no-store',
        vary: expect.stringContaining('accept-encoding'),
      });
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(unpack(packed.bytes).toString()).toBe(plain.bytes.toString());
      const tiny = await post(url, { query: '{ __typename }' }, { 'accept-encoding': encoding });
      expect(tiny.headers['content-encoding']).toBeUndefined();
    },
  );

  it('knows a query by its hash once it was sent with it, and valid', async () => {
    const query = '{ __typename again: __typename }';
    const extensions = persisted(query);
    const unknown = await post(url, { extensions });
    expect([unknown.status, codesOf(unknown)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    expect((await post(url, { query, extensions })).status).toBe(200);
    const known = await post(url, { extensions });
    expect(known.body).toEqual({ data: { __typename: 'Query', again: 'Query' } });
    const search = `?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
    const byGet = await ask(`${url}/graphql${search}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(byGet.body).toEqual(known.body);
  });

  it('keeps no query that is not valid, and none under a hash of another', async () => {
    const query = '{ nowhere }';
    expect((await post(url, { query, extensions: persisted(query) })).status).toBe(400);
    expect(codesOf(await post(url, { extensions: persisted(query) }))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
    const other = '{ __typename other: __typename }';
    const forged = await post(url, {
      query: other,
      extensions: persisted('{ __typename x: __typename }'),
    });
    expect(forged.status).toBe(400);
    expect(forged.body).not.toHaveProperty('data');
  });

  it('keeps persisted queries within their bytes', async () => {
    const none = await serve({ persistedBytes: 0 });
    try {
      const query = '{ __typename }';
      expect((await post(none.url, { query, extensions: persisted(query) })).status).toBe(200);
      expect(codesOf(await post(none.url, { extensions: persisted(query) }))).toEqual([
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    } finally {
      await none.close();
    }
  });

  it.each([
    ['a list of operations', [{ query: '{ __typename }' }]],
    ['an empty list', []],
    ['no operation', {}],
    ['a number', 1],
    ['variables that are text', { query: '{ __typename }', variables: '{}' }],
    ['an operation’s name that is none', { query: '{ __typename }', operationName: 1 }],
    ['extensions that are a list', { query: '{ __typename }', extensions: [] }],
    ['a query that is none', { query: 1 }],
    ['an operation that is not there', { query: 'query a { __typename }', operationName: 'b' }],
    [
      'one of several operations, without its name',
      { query: 'query a { __typename } query b { __typename }' },
    ],
  ])('refuses %s with 400', async (_name, body) => {
    const answer = await post(url, body);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers in the type that its client likes most', async () => {
    const typeFor = async (accept: string) =>
      (await post(url, { query: '{ __typename }' }, { accept })).headers['content-type'];
    expect(await typeFor('application/graphql-response+json')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await typeFor('application/json;q=0.5, application/graphql-response+json')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await typeFor('*/*')).toBe('application/json; charset=utf-8');
    expect((await post(url, { query: '{ __typename }' }, { accept: 'image/png' })).status).toBe(
      406,
    );
  });

  it('changes nothing for a client that would not take the answer', async () => {
    const query = 'mutation { revokeGrant(patient: "p", id: "g") { id } }';
    expect((await post(url, { query }, { accept: 'image/png' })).status).toBe(406);
    expect(changes).toBe(0);
  });

  it('shows a page to browsers, and answers others where it stands', async () => {
    const page = await ask(url, {
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' },
    });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.bytes.toString()).toBe('a page');
    const answer = await ask(`${url}/?query={__typename}`, {
      headers: { 'x-apollo-operation-name': 'Any', accept: 'application/json' },
    });
    expect(answer.body).toEqual({ data: { __typename: 'Query' } });
  });

  it('keeps a connection for a next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await ask(`${url}/health`, { agent });
    const second = await ask(`${url}/health`, { agent });
    expect([first.headers.connection, second.status]).toEqual(['keep-alive', 200]);
    agent.destroy();
  });

  it('takes no more connections than it is told to', async () => {
    const narrow = await serve({ connections: 1 });
    const { hostname, port } = new URL(narrow.url);
    const holding = connect(Number(port), hostname);
    await new Promise((resolve) => holding.once('connect', resolve));
    await expect(ask(`${narrow.url}/health`, {})).rejects.toThrow();
    holding.destroy();
    await narrow.close();
  });

  it('ends a connection after the requests that it may carry', async () => {
    const short = await serve({ requestsPerConnection: 1 });
    const agent = new Agent({ keepAlive: true });
    expect((await ask(`${short.url}/health`, { agent })).headers.connection).toBe('close');
    agent.destroy();
    await short.close();
  });

  it('waits neither for slow headers nor for slow bodies', async () => {
    const hasty = await serve({ headersTimeout: 100, requestTimeout: 200 });
    const { hostname, port } = new URL(hasty.url);
    const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\n`;
    const slow = [head, `${head}content-type: application/json\r\ncontent-length: 9\r\n\r\n{`];
    const answers = await Promise.all(
      slow.map(
        (text) =>
          new Promise<string>((resolve) => {
            const socket = connect(Number(port), hostname, () => socket.write(text));
            let got = '';
            socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
            socket.on('close', () => resolve(got));
          }),
      ),
    );
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await hasty.close();
  });

  it('takes no larger headers and bodies than it is told to', async () => {
    const small = await serve({ bodyBytes: 100, headerBytes: 2_000 });
    expect((await post(small.url, { query: `{ __typename } ${'#'.repeat(100)}` })).status).toBe(
      413,
    );
    const long = await ask(`${small.url}/health`, { headers: { 'x-long': 'x'.repeat(3_000) } });
    expect(long.status).toBe(431);
    await small.close();
  });

  it('turns away with 503 what it cannot answer in time, and answers health all the same', async () => {
    const busy = await serve({ requestsAtOnce: 1, retryAfter: 2_500 });
    const { isAsked, release } = hold();
    const first = post(busy.url, { query: ORGANIZATION });
    await isAsked;
    const turned = await post(busy.url, { query: '{ __typename }' });
    expect([turned.status, turned.headers['retry-after'], codesOf(turned)]).toEqual([
      503,
      '3',
      ['SERVICE_UNAVAILABLE'],
    ]);
    expect((await ask(`${busy.url}/health`, {})).status).toBe(200);
    release();
    expect((await first).status).toBe(200);
    expect((await post(busy.url, { query: '{ __typename }' })).status).toBe(200);
    await busy.close();
  });

  it('finishes what runs when it is closed, and cuts what takes longer than the bound', async () => {
    const patient = await serve();
    const { isAsked, release } = hold();
    const agent = new Agent({ keepAlive: true });
    await ask(`${patient.url}/health`, { agent });
    const running = post(patient.url, { query: ORGANIZATION });
    await isAsked;
    const closing = patient.close();
    release();
    expect(await running).toMatchObject({ status: 200, headers: { connection: 'close' } });
    await closing;
    agent.destroy();

    const hasty = await serve({ drain: 50 });
    const late = hold();
    const cut = post(hasty.url, { query: ORGANIZATION });
    cut.catch(() => undefined);
    await late.isAsked;
    await hasty.close();
    await expect(cut).rejects.toThrow();
    late.release();
  });

  it('answers whatever is sent, with no failure of its own', async () => {
    const text = fc.string({ maxLength: 40 });
    const type = fc.constantFrom(
      'application/json',
      'text/plain',
      'application/json; charset=x',
      '',
    );
    const request = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
      path: fc.constantFrom(
        '/graphql',
        '/',
        '/graphql?query=%7B__typename%7D',
        '/graphql?variables=1',
        '/x',
      ),
      accept: fc.oneof(
        text,
        fc.constantFrom('*/*', 'application/json', 'text/html', 'text/event-stream'),
      ),
      encoding: fc.oneof(text, fc.constantFrom('gzip', 'br;q=0', '*')),
      type,
      body: fc.oneof(
        text,
        fc.json(),
        fc
          .record({
            query: fc.oneof(text, fc.constant('{__typename}')),
            variables: fc.jsonValue(),
            extensions: fc.jsonValue(),
          })
          .map((value) => JSON.stringify(value)),
        fc.jsonValue().map((persistedQuery) => JSON.stringify({ extensions: { persistedQuery } })),
      ),
    });
    const agent = new Agent({ keepAlive: true });
    const clean = (value: string): string => value.replace(/[^\x20-\x7e]/g, '');
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ method, path, accept, encoding, type: contentType, body }) => {
          const headers = {
            accept: clean(accept),
            'accept-encoding': clean(encoding),
            ...(contentType !== '' && { 'content-type': contentType }),
            'content-length': String(Buffer.byteLength(body)),
          };
          const { status } = await ask(
            `${url}${path}`,
            { method, headers, agent, timeout: 5_000 },
            body,
          );
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 150, seed: 20261122 },
    );
    agent.destroy();
  });
});
