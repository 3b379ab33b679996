import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import type { FetchContext } from '@causeway/schema';
import { buildSchema } from 'graphql';
import { createHandler } from '../handler.js';
import { SANDBOX_PERSONAS, SandboxError, serveSandbox } from '../sandbox.js';
import type { Sandbox, SandboxSubgraph } from '../sandbox.js';
import { TEST_KEY, TEST_NOW } from '../testing.js';

const schema = buildSchema('type Query { patient(id: ID): String patients(ids: [ID!]): String }');

let seen: FetchContext[];
let sandbox: Sandbox | undefined;
let subgraph: SandboxSubgraph;

beforeEach(() => {
  seen = [];
  const handle = createHandler(
    { name: 'patients', sdl: '', schema },
    {
      keys: [TEST_KEY],
      clock: () => TEST_NOW,
      createContext: (fetch) => {
        seen.push(fetch);
        return { fetch };
      },
    },
  );
  subgraph = { name: 'patients', schema, handle };
});

afterEach(async () => {
  await sandbox?.stop();
  sandbox = undefined;
});

async function serve(environment?: string): Promise<Sandbox> {
  sandbox = await serveSandbox(subgraph, {
    key: TEST_KEY,
    personas: SANDBOX_PERSONAS,
    firstOperation: { document: '{ patient }', persona: 'patient:p-chan' },
    clock: () => TEST_NOW,
    port: 0,
    environment,
  });
  return sandbox;
}

async function ask(
  persona: string | undefined,
  query: string,
  variables: object = {},
): Promise<{ status: number; body: unknown }> {
  const { url } = sandbox ?? (await serve());
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(persona === undefined ? {} : { 'causeway-persona': persona }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

const permitted = (): unknown => seen.map(({ permits }) => permits.map(({ patient }) => patient));

describe('serveSandbox', () => {
  it('refuses to start in production', async () => {
    await expect(serve('production')).rejects.toThrow(SandboxError);
  });

  it('listens on loopback', async () => {
    expect((await serve()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('shows an explorer with the first operation and persona', async () => {
    const { url } = await serve();
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/text\/html/);
    const text = await page.text();
    expect(text).toContain('{ patient }');
    expect(text).toContain('patient:p-chan');
  });

  it('does not let pages of other origins read its answers', async () => {
    const { url } = await serve();
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses a name of another host that leads here', async () => {
    const { url } = await serve();
    const status = await new Promise((resolve, reject) => {
      request(url, { headers: { host: 'elsewhere.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('a persona', () => {
  it('is permitted every patient that the operation names, in its text or its variables', async () => {
    const query = 'query ($ids: [ID!]) { patient(id: "p-1") patients(ids: $ids) }';
    expect(await ask('professional:o-1', query, { ids: ['p-2', 'p-3'] })).toMatchObject({
      status: 200,
    });
    expect(permitted()).toEqual([['p-1', 'p-2', 'p-3']]);
    expect(seen).toMatchObject([{ use: 'data', caller: { organization: 'o-1' }, now: TEST_NOW }]);
  });

  it('who is a patient is permitted their own record alone, named or not', async () => {
    await ask('patient:p-chan', '{ patient(id: "p-lee") }');
    expect(permitted()).toEqual([['p-chan']]);
  });

  it('who is not named is the one of the first operation', async () => {
    await ask(undefined, '{ patient }');
    expect(seen).toMatchObject([{ caller: { kind: 'person', person: 'p-chan' } }]);
  });

  it('who is abroad keeps to three years and to what is not domestic', async () => {
    await ask('abroad:o-1', '{ patient(id: "p-1") }');
    expect(seen[0]?.permits).toMatchObject([
      { abroad: true, windowStart: Date.parse('2023-06-01T12:00:00+08:00') },
    ]);
  });

  it('who is the gateway asks for facts, without any permit', async () => {
    await ask('gateway', '{ patient(id: "p-1") }');
    expect(seen).toMatchObject([{ use: 'facts', caller: null, permits: [] }]);
  });

  it.each(['nobody', 'constructor', ''])('that is not known is refused: %j', async (persona) => {
    expect(await ask(persona, '{ patient }')).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(seen).toEqual([]);
  });
});
