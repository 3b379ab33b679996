import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestError } from '../host/read-body.js';
import { createExplorer } from './explorer-routes.js';
import type { ExplorerOptions } from './explorer-routes.js';

const TAB = {
  title: 'A "story" <of> one',
  document: '{ __typename }',
  variables: {},
  caller: 'dr-li',
  purpose: 'TREAT',
} as const;

const DEVELOPMENT: ExplorerOptions['development'] = {
  callers: [{ name: 'dr-li', title: 'Dr Li', description: 'Reads.', purposes: ['TREAT'] }],
  tokenOf: (caller) => Promise.resolve(`TOKEN-OF-${caller}`),
  schema: () => 'type Query { all: Boolean }',
};

async function served(development: ExplorerOptions['development']): Promise<Server> {
  const { landing, routes } = createExplorer({ tabs: [TAB], development });
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '', `http://${request.headers.host}`);
    const route = [landing, ...routes].find(({ path }) =>
      path !== '/' && path.endsWith('/')
        ? address.pathname.startsWith(path)
        : address.pathname === path,
    );
    if (route === undefined) {
      response.writeHead(404).end();
      return;
    }
    route.answer(request, response, address).catch((error: unknown) => {
      response.writeHead(error instanceof RequestError ? error.status : 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const urlOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let development: Server;
let production: Server;

beforeAll(async () => {
  development = await served(DEVELOPMENT);
  production = await served(null);
});

afterAll(() => {
  development.close();
  production.close();
});

describe('a page of the explorer', () => {
  it.each(['/', '/explorer'])('runs scripts of ours alone: %s', async (path) => {
    const response = await fetch(`${urlOf(development)}${path}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toContain('unsafe-eval');
    const page = await response.text();
    expect(page).not.toMatch(/<script>|<script [^>]*src="https?:|TOKEN-OF/);
    expect(page).toContain('A \\&quot;story\\&quot; &lt;of&gt; one');
  });

  it('lets Apollo Sandbox into a frame, on the page at / alone', async () => {
    const policies = await Promise.all(
      ['/', '/explorer'].map(async (path) =>
        (await fetch(`${urlOf(development)}${path}`)).headers.get('content-security-policy'),
      ),
    );
    expect(policies.map((policy) => policy?.includes('frame-src'))).toEqual([true, false]);
  });
});

describe('a token', () => {
  const ask = async (server: Server, headers: Readonly<Record<string, string>>, body: unknown) => {
    const response = await fetch(`${urlOf(server)}/explorer/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return [response.status, await response.text()];
  };

  it('is given to our own pages', async () => {
    const origin = urlOf(development);
    expect(await ask(development, { origin }, { caller: 'dr-li' })).toEqual([
      200,
      '{"token":"TOKEN-OF-dr-li"}',
    ]);
  });

  it.each([
    ['a page of another site', { origin: 'https://other.example' }, { caller: 'dr-li' }, 403],
    ['what is no page', {}, { caller: 'dr-li' }, 403],
  ] as const)('is not given to %s', async (_who, headers, body, status) => {
    expect(await ask(development, headers, body)).toEqual([status, '']);
  });

  it('is not given for somebody unknown', async () => {
    const origin = urlOf(development);
    for (const body of [{ caller: 'nobody' }, {}, null])
      expect(await ask(development, { origin }, body)).toEqual([400, '']);
  });

  it('is not to be had without a development issuer, nor is the whole schema', async () => {
    const origin = urlOf(production);
    expect(await ask(production, { origin }, { caller: 'dr-li' })).toEqual([404, '']);
    expect((await fetch(`${origin}/explorer/schema`)).status).toBe(404);
    expect(await (await fetch(`${origin}/explorer`)).text()).toContain(
      '&quot;hasWholeSchema&quot;:false',
    );
  });
});
