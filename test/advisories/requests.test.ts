/** What can be wrong with a request before anybody is decided on, and what there is to be asked for at all. */
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { isClinicalScope, readLabels } from '@causeway/schema';
import { CHILD_CHAN, GRANT_LI, PATIENT_CHAN } from '@causeway/seeds';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';
const CHAN = { id: PATIENT_CHAN };
const graphFile = (name: string): string =>
  readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');

const API = buildSchema(graphFile('api.graphql'));
const LABELS = readLabels(graphFile('supergraph.graphql'));

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ isServed: true });
});

beforeEach(() => {
  graph.asked.length = 0;
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close());

/** Sends bytes over HTTP as somebody. */
async function send(
  path: string,
  init: RequestInit,
  who: 'patient-chan' | 'dr-li' | 'dr-zhao' = 'dr-li',
) {
  const headers = { ...(await graph.headersOf(who)), ...(init.headers as object) };
  const response = await fetch(`${graph.url ?? ''}${path}`, { ...init, headers });
  return { status: response.status, text: await response.text() };
}

const codesOf = async (...question: Parameters<TestGraph['ask']>): Promise<readonly unknown[]> =>
  (await graph.ask(...question)).errors.map(({ extensions }) => extensions?.['code']);

const repeated = (count: number, part: (n: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(between);

describe('a request over HTTP', () => {
  const search = `/graphql?${new URLSearchParams({ query: NAME, variables: JSON.stringify(CHAN) }).toString()}`;

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'message/rfc822',
    'application/x-www-form-urlencoded; application/json',
    'text/plain; charset=utf-8',
    '',
  ])(
    'GHSA-hff2-gcpx-8f4p, GHSA-9q82-xgwf-vj6h: a GET that a page could send without a preflight is refused (%s)',
    async (type) => {
      const { status, text } = await send(search, { headers: { 'content-type': type } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('CHAN');
      expect(graph.asked).toEqual([]);
    },
  );

  it.each(['utf-7', 'utf-16', 'utf-32be', 'ibm037', 'x-user-defined', 'utf-8,utf-16', '__proto__'])(
    'CVE-2026-23897, GHSA-mp6q-xf9x-fwf7: a body in %s is not decoded',
    async (charset) => {
      const { status } = await send('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: NAME, variables: CHAN }),
        headers: { 'content-type': `application/json; charset=${charset}` },
      });
      expect(status).toBe(415);
      expect(graph.asked).toEqual([]);
    },
  );

  it.each(['gzip', 'deflate', 'br', 'zstd'])(
    'CVE-2026-23897, GHSA-mp6q-xf9x-fwf7: a body packed by %s is not unpacked',
    async (encoding) => {
      const { status } = await send('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: NAME, variables: CHAN }),
        headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      });
      expect(status).toBe(415);
    },
  );

  it('849316d: a subscription is asked for with the token of its request, and there is no socket that takes another', async () => {
    const { hostname, port } = new URL(graph.url ?? '');
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
        );
      });
      socket.setTimeout(2_000, () => socket.destroy());
      socket.once('data', (bytes) => {
        socket.destroy();
        resolve(bytes.toString());
      });
      socket.once('error', reject);
      socket.once('close', () => {
        resolve('');
      });
    });
    expect(answer).not.toMatch(/^HTTP\/1\.1 101/);
    const { authorization: ofChan = '' } = await graph.headersOf('patient-chan');
    const query = 'subscription ($id: ID!) { grants(patient: $id) { totalCount } }';
    const claimed = { authorization: ofChan, Authorization: ofChan, jwt: ofChan.slice(7) };
    const asked = { query, variables: CHAN, connectionParams: claimed, extensions: claimed };
    const events = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const body = JSON.stringify({ ...asked, payload: claimed });
    const streamed = await send('/graphql', { method: 'POST', body, headers: events }, 'dr-zhao');
    expect(streamed.text).toBe(
      'event: next\ndata: {"data":{"grants":null}}\n\nevent: complete\ndata:\n\n',
    );
    const nobody = await send('/graphql', {
      method: 'POST',
      body,
      headers: { ...events, authorization: '' },
    });
    expect(nobody.status).toBe(401);
    expect(graph.dataRequests()).toEqual([]);
  });

  it('consent-server 3: there is one way in, and what is refused by one method is refused by the other', async () => {
    for (const path of [
      '/fhir/Patient',
      `/Patient/${PATIENT_CHAN}`,
      '/graphql/batch',
      '/api',
      '/_entities',
      '/metadata',
      '/mcp',
    ])
      expect([path, (await send(path, {})).status]).toEqual([path, 404]);
    const question = { query: NAME, variables: { id: CHILD_CHAN } };
    const posted = await send('/graphql', {
      method: 'POST',
      body: JSON.stringify(question),
      headers: { 'content-type': 'application/json' },
    });
    const got = await send(
      `/graphql?${new URLSearchParams({ query: NAME, variables: JSON.stringify({ id: CHILD_CHAN }) }).toString()}`,
      { headers: { 'apollo-require-preflight': 'true' } },
    );
    expect(posted.text).toBe('{"data":{"patient":null}}\n');
    expect(got.text).toBe(posted.text);
    const batch = await send('/graphql', {
      method: 'POST',
      body: JSON.stringify([question, question]),
      headers: { 'content-type': 'application/json' },
    });
    expect(batch.status).toBe(400);
    const upload = await send('/graphql', { method: 'POST', body: new FormData() });
    expect(upload.status).toBe(415);
  });
});

describe('an operation', () => {
  it.each([
    '__proto__',
    '__schema',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
  ])(
    'CVE-2026-32621, GHSA-pfjj-6f4p-rvmh: may name a field %s, and nothing but the name comes of it',
    async (alias) => {
      const query = `query ($id: ID!) { ${alias}: patient(id: $id) { ${alias}: name { ${alias}: text } hkid } }`;
      const { data, errors } = await graph.ask('dr-li', query, CHAN);
      expect(Object.keys(data ?? {})).toEqual([alias]);
      expect(JSON.stringify(data)).toContain(`"${alias}":"CHAN Tai Man"`);
      expect(errors.map(({ path }) => path)).toEqual([[alias, 'hkid']]);
      expect(Object.hasOwn(Object.prototype, 'CHAN')).toBe(false);
    },
  );

  it('CVE-2026-32621, GHSA-pfjj-6f4p-rvmh: whose answer or variables hold __proto__ changes no prototype', async () => {
    graph.intercept = async (_name, request, answer) => {
      const response = await answer();
      if (!request.body.includes('"use":"data"')) return response;
      const body = response.body
        .replaceAll(
          '{"__typename"',
          '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"__typename"',
        )
        .replace('{"data":{', '{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1},');
      return { ...response, body };
    };
    const { text } = await graph.ask(
      'dr-li',
      'query ($id: ID!) { patient(id: $id) { id name { text } allergyIntolerances { edges { node { id code { text } } } } } }',
      JSON.parse(`{"id":"${PATIENT_CHAN}","__proto__":{"polluted":1}}`) as object,
    );
    expect(text).not.toContain('polluted');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get([], 'polluted')).toBeUndefined();
  });

  it('CVE-2025-32030, CVE-2025-32031: of fragments that spread fragments twice each is refused in time', async () => {
    const fragments = repeated(
      60,
      (n) =>
        `fragment F${n} on Patient { ${n === 59 ? 'id' : `...F${n + 1} ... on Patient { ...F${n + 1} } encounters { edges { node { subject { ...F${n + 1} } } } }`} }`,
    );
    const start = performance.now();
    const codes = await codesOf(
      'patient-chan',
      `query ($id: ID!) { patient(id: $id) { ...F0 ...F1 } } ${fragments}`,
      CHAN,
    );
    expect(codes).toContain('OPERATION_TOO_COMPLEX');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(graph.asked).toEqual([]);
  });

  it('CVE-2025-32030, CVE-2025-32031: of wide fragments on an interface is refused or planned in time', async () => {
    const types = API.getPossibleTypes(
      API.getType('ClinicalRecord') as Parameters<typeof API.getPossibleTypes>[0],
    );
    const wide = types.map(({ name }) => `... on ${name} { id encounter: versionId }`).join(' ');
    const query = `query ($id: ID!) { patient(id: $id) { conditions { edges { node { evidenceDetail { ${wide} } } } } } }`;
    const start = performance.now();
    await graph.ask('patient-chan', query, CHAN);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('CVE-2024-43414: that is deeper than the limit never reaches the planner', async () => {
    const deep = `{ me { ${'encounters { edges { node { subject { '.repeat(400)} id ${'} } } }'.repeat(400)} } }`;
    const start = performance.now();
    const codes = await codesOf('patient-chan', deep);
    expect(codes.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(graph.asked).toEqual([]);
  });

  it('GHSA-6q22-g298-grjh, CVE-2026-35441: of many aliases is refused', async () => {
    const many = `query ($id: ID!) { ${repeated(31, (n) => `a${n}: patient(id: $id) { id }`)} }`;
    const nested = `query ($id: ID!) { patient(id: $id) { ${repeated(31, (n) => `a${n}: hkid`)} } }`;
    for (const query of [many, nested])
      expect(await codesOf('patient-chan', query, CHAN)).toContain('OPERATION_TOO_COMPLEX');
    expect(graph.asked).toEqual([]);
  });

  it('GHSA-6q22-g298-grjh, CVE-2026-35441: of one value under many aliases asks for it once', async () => {
    const query = `query ($id: ID!) { patient(id: $id) { ${repeated(30, (n) => `a${n}: hkid`)} } }`;
    const { data, errors } = await graph.ask('patient-chan', query, CHAN);
    expect(errors).toEqual([]);
    expect(Object.keys((data as { patient: object }).patient)).toHaveLength(30);
    expect(graph.dataRequests()[0]?.query.match(/hkid/g)).toHaveLength(1);
  });

  it('GHSA-6q22-g298-grjh, CVE-2026-35441: of one patient under many aliases is one fetch, decision and event', async () => {
    const query = `query ($id: ID!) { ${repeated(15, (n) => `a${n}: patient(id: $id) { hkid }`)} }`;
    expect((await graph.ask('patient-chan', query, CHAN)).errors).toEqual([]);
    expect(graph.dataRequests()).toHaveLength(1);
    const of = (field: string) =>
      graph.asked
        .filter(({ query: text }) => text.includes(field))
        .map(({ variables }) => (variables['keys'] ?? variables['events']) as unknown[]);
    expect(of('patientFacts').map((keys) => keys.length)).toEqual([1, 1]);
    expect(of('recordAccess').map((events) => events.length)).toEqual([1]);
  });
});

describe('what there is to ask for', () => {
  it('consent-server 1: records are written by a permit to deposit alone, and none is moved to another patient', async () => {
    const mutations = Object.keys(API.getMutationType()?.getFields() ?? {});
    expect(mutations).toContain('revokeGrant');
    for (const mutation of mutations) {
      const { scopes } = LABELS.field('Mutation', mutation);
      expect([mutation, scopes.filter(isClinicalScope)]).toEqual([mutation, []]);
      const root = LABELS.root('mutation', mutation);
      const isDeposit = root?.kind === 'patientId' && root.action === 'DEPOSIT';
      expect([mutation, isDeposit]).toEqual([mutation, mutation === 'depositRecords']);
    }
    const deposit =
      'mutation ($input: DepositRecordsInput!) { depositRecords(input: $input) { id } }';
    const input = { patient: PATIENT_CHAN, idempotencyKey: 'a-key-of-a-reader', bundle: {} };
    expect((await graph.ask('dr-li', deposit, { input })).data).toEqual({ depositRecords: null });
    expect(graph.dataRequests()).toEqual([]);
    const revoke =
      'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { id state patient { id } } }';
    const others = await graph.ask('sdm-chan', revoke, { patient: CHILD_CHAN, id: GRANT_LI });
    expect(others.data).toEqual({ revokeGrant: null });
    expect(others.errors.map(({ extensions }) => extensions)).toEqual([coded('NOT_FOUND')]);
    const { data } = await graph.ask('dr-li', '{ myGrant { id state patient { id } } }');
    expect(data).toEqual({
      myGrant: { id: GRANT_LI, state: 'REDEEMED', patient: { id: PATIENT_CHAN } },
    });
  });

  it('consent-server 9: the graph has no export, and its only roster fails closed', async () => {
    const names = Object.values(API.getTypeMap())
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) => Object.keys(type.getFields()));
    expect(
      names.filter((name) => /export|everything|bulk|download|attachmentUrl/i.test(name)),
    ).toEqual([]);
    expect(Object.keys(API.getTypeMap())).not.toContain('Upload');
    graph.intercept = (name, request, answer) =>
      name === 'consents' && request.body.includes('consentFacts')
        ? Promise.reject(new Error('down'))
        : answer();
    const { data, errors } = await graph.ask('dr-wong', '{ myPatients { id name { text } } }');
    expect([data, errors.map(({ extensions }) => extensions)]).toEqual([
      null,
      [coded('POLICY_UNAVAILABLE')],
    ]);
    expect(graph.dataRequestsTo('patients')).toEqual([]);
  });

  it('consent-server 9: a roster names nobody to whom it does not apply', async () => {
    for (const persona of ['dr-li', 'dr-zhao', 'dr-lee', 'commissioner', 'auditor'] as const) {
      const { text } = await graph.ask(persona, '{ myPatients { id } }');
      expect([persona, text.includes(PATIENT_CHAN) && persona !== 'dr-li']).toEqual([
        persona,
        false,
      ]);
    }
  });
});
