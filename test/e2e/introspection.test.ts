/** What callers are told of the schema: the contract of their audience, over both hosts, and nobody's without a token. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOST_KINDS } from '@causeway/gateway';
import type { HostKind } from '@causeway/gateway';
import type { PersonaName } from '@causeway/seeds';
import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const ABOUT_HKID = '{ __type(name: "Patient") { fields { name } } }';

const contract = (name: string): string =>
  readFileSync(new URL(`../../schema/contracts/${name}.graphql`, import.meta.url), 'utf8');

const AUDIENCES: readonly (readonly [PersonaName, string])[] = [
  ['patient-chan', 'patient'],
  ['caregiver-chan', 'patient'],
  ['dr-wong', 'domestic-professional'],
  ['dr-li', 'cross-border-professional'],
  ['dr-guo', 'cross-border-professional'],
  ['phrs-gd', 'cross-border-professional'],
  ['auditor', 'commissioner'],
];

describe.each(HOST_KINDS)('by the host %s', (kind: HostKind) => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraph({ isServed: true, serve: { kind } });
  });

  afterAll(() => graph.close());

  const ask = async (
    who: PersonaName | null,
    query: string,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(who !== null && (await graph.headersOf(who))),
        ...more,
      },
      body: JSON.stringify({ query }),
    });
    return {
      status: response.status,
      vary: response.headers.get('vary'),
      ...((await response.json()) as {
        readonly data: unknown;
        readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
      }),
    };
  };

  it.each(AUDIENCES)('%s is told of the contract %s', async (who, audience) => {
    const { data, vary } = await ask(who, getIntrospectionQuery({ specifiedByUrl: true }));
    expect(printSchema(buildClientSchema(data as IntrospectionQuery))).toBe(
      printSchema(buildSchema(contract(audience))),
    );
    expect(vary).toContain('authorization');
  });

  it('whoever has no token is told of everything in development', async () => {
    const { data, vary } = await ask(null, ABOUT_HKID);
    expect(JSON.stringify(data)).toContain('hkid');
    expect(vary).toContain('authorization');
  });

  it('tells of the same contract beside data', async () => {
    const beside = `{ patient(id: "${PATIENT_CHAN}") { id } __type(name: "Patient") { fields { name } } }`;
    const abroad = await ask('dr-li', beside);
    expect(abroad.data).toMatchObject({ patient: { id: PATIENT_CHAN } });
    expect(JSON.stringify(abroad.data)).not.toContain('hkid');
    expect(JSON.stringify((await ask('dr-wong', beside)).data)).toContain('hkid');
  });

  it('tells professionals nothing while it cannot be known where they stand', async () => {
    graph.intercept = (name, _request, answer) =>
      name === 'providers' ? Promise.reject(new Error('Down')) : answer();
    try {
      const { data, errors } = await ask('dr-wong', ABOUT_HKID);
      expect(data ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['POLICY_UNAVAILABLE']);
      expect((await ask('dr-wong', '{ __typename }')).data).toEqual({ __typename: 'Query' });
    } finally {
      graph.intercept = (_name, _request, answer) => answer();
    }
  });
});

describe.each(HOST_KINDS)('in production, by the host %s', (kind: HostKind) => {
  it('tells of the schema by a token alone', async () => {
    const graph = await startGraph({ isProduction: true, isServed: true, serve: { kind } });
    try {
      const ask = async (headers: Readonly<Record<string, string>>) => {
        const response = await fetch(`${graph.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: ABOUT_HKID }),
        });
        return { status: response.status, text: await response.text() };
      };
      const stranger = await ask({});
      expect(stranger.status).toBe(401);
      expect(stranger.text).toContain('UNAUTHENTICATED');
      expect(stranger.text).not.toContain('hkid');
      expect((await ask(await graph.headersOf('dr-wong'))).text).toContain('hkid');
    } finally {
      await graph.close();
    }
  });
});
