import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { httpTransport } from '@causeway/gateway';
import type { HttpTransportOptions } from '@causeway/gateway';
import { serveSubgraph } from '@causeway/kit';
import type { SubgraphHandler, SubgraphName, SubgraphRequest } from '@causeway/schema';
import { TEST_KEY, TEST_NOW, gatewayOf } from '@causeway/kit/testing';
import { openProviders } from '@causeway/providers';
import { PATIENT_CHAN, STAR_QUAY_CLINIC } from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const ALLERGIES =
  'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances(first: 3) { totalCount } } }';
const GIVE = `mutation ($patient: ID!, $organization: ID!) {
  giveSharingConsent(patient: $patient, organization: $organization) { status } }`;

/** How long a request may take (ms): the usual. */
const DEADLINE = 15_000;

let graph: TestGraph;
const ended: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  graph = await startGraph({ isServed: true, deadline: DEADLINE });
});

afterEach(async () => {
  graph.intercept = (_name, _request, answer) => answer();
  for (const end of ended.splice(0).reverse()) await end();
});

afterAll(() => graph.close());

const isData = ({ body }: SubgraphRequest): boolean => body.includes('"use":"data"');

/** Sends what is data for a subgraph over a socket, to whoever listens there. */
function overSocket(to: SubgraphName, url: string, limits: Partial<HttpTransportOptions> = {}) {
  const transport = httpTransport({ subgraph: to, url: new URL(url), ...limits });
  ended.push(() => transport.close());
  graph.intercept = (name, request, answer, signal) =>
    name === to && isData(request) ? transport.send(request, signal) : answer();
}

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ended.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const SECRET = '{"data":{"_entities":[{"__typename":"Patient","secret":"4711"}]}}';

/** Writes again and again, as fast as it is read or every so many milliseconds, until the connection is gone. */
const pouring =
  (head: string, text: string, every = 0) =>
  (socket: Socket): void => {
    const pour = (): void => {
      while (!socket.destroyed && socket.write(text) && every === 0);
    };
    socket.write(head);
    if (every === 0) socket.on('drain', pour);
    const timer = every === 0 ? undefined : setInterval(pour, every);
    socket.once('close', () => clearInterval(timer));
    pour();
  };

const saying = (text: string | Buffer) => (socket: Socket) => void socket.end(text);

const FAILED = 'SUBGRAPH_FAILED';
const LATE = 'DEADLINE_EXCEEDED';
const CLOSE_DELIMITED = `${HEAD.replace('1.1', '1.0')}\r\n`;

/** What a hostile server does with a connection, and the code that the part of the answer gets; null for a mere null. */
const HOSTILE: readonly (readonly [string, (socket: Socket) => void, string | null])[] = [
  ['nothing', () => undefined, LATE],
  ['hangs up', (socket) => socket.destroy(), FAILED],
  ['rubbish', saying('4711\r\n\r\n'), FAILED],
  [
    'a body of 100 MB',
    pouring(`${HEAD}content-length: 100000000\r\n\r\n`, '4711'.repeat(9_999)),
    FAILED,
  ],
  ['a body without end', pouring(CLOSE_DELIMITED, '"4711",'.repeat(9_999)), FAILED],
  ['lists in lists without end', pouring(CLOSE_DELIMITED, '['.repeat(60_000)), FAILED],
  ['a drop every 10 ms', pouring(CLOSE_DELIMITED, ' ', 10), LATE],
  [
    'packed',
    saying(Buffer.concat([Buffer.from(`${HEAD}content-encoding: gzip\r\n\r\n`), gzipSync(SECRET)])),
    FAILED,
  ],
  [
    'to go elsewhere',
    saying('HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:1/4711\r\n\r\n'),
    FAILED,
  ],
  ['HTML', saying(`${HEAD.replace('application/json', 'text/html')}\r\n${SECRET}`), FAILED],
  [
    'another status',
    saying(`${HEAD.replace('200 OK', '206 Partial Content')}\r\n${SECRET}`),
    FAILED,
  ],
  ['half an answer', saying(`${HEAD}\r\n${SECRET.slice(0, -9)}`), FAILED],
  ['what was not asked', saying(`${HEAD}\r\n${SECRET}`), null],
  ['its data twice', saying(`${HEAD}\r\n{"data":null,${SECRET.slice(1)}`), null],
  [
    'a number that is none',
    saying(`${HEAD}\r\n{"data":{"_entities":[{"allergyIntolerances":{"totalCount":1e999}}]}}`),
    FAILED,
  ],
  [
    'a prototype',
    saying(`${HEAD}\r\n{"__proto__":${SECRET},"constructor":{"prototype":{}}}`),
    FAILED,
  ],
];

describe('a server in the place of records that answers with', () => {
  it.each(HOSTILE)('%s costs its own part of the answer', async (_what, answer, code) => {
    const server = createServer((socket) => socket.once('data', () => answer(socket)));
    const timeout = code === LATE ? 500 : 10_000;
    overSocket('records', await listening(server), { timeout, maxAnswerSize: 500_000 });
    const answered = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answered.data).toEqual({
      patient: { name: expect.any(Array), allergyIntolerances: null },
    });
    const errors = answered.errors.map(({ path, extensions }) => [path?.slice(0, 2), extensions]);
    expect(errors).toEqual(
      code === null ? [] : [[['patient', 'allergyIntolerances'], coded(code)]],
    );
    expect(answered.text).not.toContain('4711');
    expect(Reflect.get({}, 'secret')).toBeUndefined();
  });
});

describe('the time that is left', () => {
  it('goes along with every read, and never with a change', async () => {
    await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    const waits = graph.asked
      .filter(({ query }) => !query.startsWith('mutation'))
      .map(({ context }) => context.wait ?? 0);
    expect(waits.length).toBeGreaterThan(3);
    expect(waits.filter((wait) => wait <= 0 || wait > DEADLINE)).toEqual([]);
    await graph.ask('patient-chan', GIVE, {
      patient: PATIENT_CHAN,
      organization: STAR_QUAY_CLINIC,
    });
    const changes = graph.asked.filter(({ query }) => query.startsWith('mutation'));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map(({ context }) => context.wait)).toEqual(changes.map(() => undefined));
  });
});

describe('a subgraph that is asked for what nobody waits for', () => {
  it('answers nothing, and asks its database nothing', async () => {
    const statements: string[] = [];
    const subgraph = openProviders({
      path: ':memory:',
      keys: [TEST_KEY],
      clock: () => TEST_NOW,
      onStatement: (sql) => statements.push(sql),
    });
    ended.push(() => {
      subgraph.close();
      return Promise.resolve();
    });
    const ask = gatewayOf(subgraph);
    const query = '{ recognitions(first: 1) { totalCount } }';
    statements.length = 0;
    expect(await ask(query, { wait: -1 })).toMatchObject({
      errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    expect(statements).toEqual([]);
    expect(await ask(query, { wait: 5_000 })).toMatchObject({ data: { recognitions: {} } });
    expect(statements).not.toEqual([]);
  });
});

/** Serves a subgraph of which each data request is held until it is let go, or until nobody waits for it. */
async function held(name: SubgraphName) {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const seen: { asked: number; gone: number; done: number } = { asked: 0, gone: 0, done: 0 };
  let tell = (): void => undefined;
  const asked = new Promise<void>((resolve) => (tell = resolve));
  const handle: SubgraphHandler = async (request, signal) => {
    seen.asked += 1;
    signal?.addEventListener('abort', () => (seen.gone += 1));
    tell();
    await free;
    const response = await graph.handlers[name](request, signal);
    seen.done += 1;
    return response;
  };
  const server = await serveSubgraph({ handle, port: 0, limits: { linger: 1 } });
  ended.push(() => server.close());
  overSocket(name, server.url);
  return { seen, asked, letGo };
}

const events = () =>
  graph.asked
    .filter(({ context }) => context.use === 'audit')
    .flatMap(({ variables }) => variables['events'] as Record<string, unknown>[]);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function askAndGo(
  who: 'dr-li' | 'patient-chan',
  query: string,
  variables: object,
  when: Promise<void>,
): Promise<void> {
  const going = new AbortController();
  const asking = fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await graph.headersOf(who)) },
    body: JSON.stringify({ query, variables }),
    signal: going.signal,
  });
  await when;
  going.abort();
  await expect(asking).rejects.toThrow();
}

describe('a client that goes', () => {
  it('takes its reads along: the subgraph is told, and the audit says so', async () => {
    const { seen, asked, letGo } = await held('records');
    graph.asked.length = 0;
    await askAndGo('dr-li', ALLERGIES, { id: PATIENT_CHAN }, asked);
    await until(() => seen.gone === 1);
    await until(() => events().length > 0);
    expect(events()).toMatchObject([{ outcome: 'PERMIT', release: 'CANCELLED', scopes: [] }]);
    expect(seen).toEqual({ asked: 1, gone: 1, done: 0 });
    letGo();
    await until(() => seen.done === 1);
  });

  it('leaves its change to be made, once', async () => {
    const { seen, asked, letGo } = await held('consents');
    const change = { patient: PATIENT_CHAN, organization: STAR_QUAY_CLINIC };
    await askAndGo('patient-chan', GIVE, change, asked);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toEqual({ asked: 1, gone: 0, done: 0 });
    letGo();
    await until(() => seen.done > 0);
    expect(seen.gone).toBe(0);
  });
});
