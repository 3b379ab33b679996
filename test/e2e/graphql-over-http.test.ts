/**
 * The gateway over HTTP, held against every audit of the GraphQL over HTTP specification.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOST_KINDS, createGateway, serveGateway } from '@causeway/gateway';
import type { HostKind, ServedGateway } from '@causeway/gateway';
import { PERSONAS } from '@causeway/seeds';
import { serverAudits } from 'graphql-http';
import { NEVER_GIVES_UP, NEVER_LATE } from '../../gateway/src/http/testing.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { testIssuer } from '../support/tokens.js';

/** How many audits there are; another number means that the suite has changed. */
const AUDITS = 61;

let token: string;

const served = new Map<HostKind, ServedGateway>();

/** The audits know nothing of tokens. With the header against cross-site requests, simple requests are let in. */
const asCaller: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  headers.set('purpose-of-use', 'PATRQT');
  headers.set('apollo-require-preflight', 'true');
  return fetch(input, { ...init, headers });
};

beforeAll(async () => {
  const issuer = await testIssuer();
  const patient = PERSONAS.find(({ name }) => name === 'patient-chan');
  if (patient === undefined) throw new Error('Expected the persona patient-chan');
  token = await issuer.issue(patient.claims, Date.now());
  const gateway = createGateway({
    supergraphSdl: readFileSync(
      new URL('../../schema/supergraph.graphql', import.meta.url),
      'utf8',
    ),
    transports: eachSubgraph(() => () => Promise.reject(new Error('Expected no fetch'))),
    keys: eachSubgraph(() => new Uint8Array(32)),
    identity: issuer.identity,
    clock: Date.now,
    onError: () => undefined,
    isProduction: true,
    ...NEVER_GIVES_UP,
  });
  for (const kind of HOST_KINDS)
    served.set(kind, await serveGateway(gateway, { port: 0, kind, limits: NEVER_LATE }));
});

afterAll(() => Promise.all([...served.values()].map((one) => one.close())));

describe.each(HOST_KINDS)('GraphQL over HTTP, by the host %s', (kind) => {
  const url = (): string => `${served.get(kind)?.url}/graphql`;
  const audits = serverAudits({ url, fetchFn: asCaller });

  it('is held against all audits', () => {
    expect(audits).toHaveLength(AUDITS);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id: $name', async ({ fn }) => {
    const result = await fn();
    const failure = result.status === 'ok' ? null : `${result.status}: ${result.reason}`;
    expect(failure).toBeNull();
  });

  it.each([
    ['a query by GET', 'GET', undefined],
    ['a query as text', 'POST', 'text/plain'],
    ['a query as a form', 'POST', 'application/x-www-form-urlencoded'],
  ])('refuses %s that a page of another site can send', async (_name, method, type) => {
    const search = method === 'GET' ? '?query=%7B__typename%7D' : '';
    const response = await fetch(`${url()}${search}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
      ...(method === 'POST' && { body: '{"query":"{__typename}"}' }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.json()).not.toHaveProperty('data');
  });

  it('runs a mutation by POST only', async () => {
    const query = encodeURIComponent('mutation { revokeGrant(patient: "p", id: "g") { id } }');
    const response = await asCaller(`${url()}?query=${query}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});
