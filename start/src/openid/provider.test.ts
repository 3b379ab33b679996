import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openIdSignIn } from '@causeway/gateway/pages';
import { personaNamed } from '@causeway/seeds/personas';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { developmentProvider } from './provider.js';

const REDIRECT = 'http://localhost:4999/signed-in';

let server: Server;
let url: string;
const time = { ahead: 0 };

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  const routes = developmentProvider({
    issuer: { issue: (claims) => Promise.resolve(`access token of ${JSON.stringify(claims)}`) },
    key,
    url: () => url,
    clock: () => Date.now() + time.ahead,
  });
  server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', url);
    const route = routes.find(({ path }) => path === address.pathname);
    void route?.answer(request, response, address);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const client = () =>
  openIdSignIn({
    issuer: () => new URL(`${url}/openid`),
    clientId: 'causeway-pages',
    clientSecret: null,
  });

/** Chooses a persona on the provider's page, and returns where it leads. */
async function choose(begun: URL, persona: string): Promise<URL> {
  const chosen = new URL(begun);
  chosen.searchParams.set('login_hint', persona);
  const response = await fetch(chosen, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? 'about:blank');
}

describe('the development provider', () => {
  it('signs in whoever is chosen, by the claims of their persona', async () => {
    const signIn = client();
    const { url: begun, pending } = await signIn.begin(new URL(REDIRECT));
    const page = await (await fetch(begun)).text();
    expect(page).toContain('Chan Tai Man, patient');
    expect(page).not.toContain('Auditor');
    const answer = await choose(begun, 'patient-chan');
    expect(answer.href).toMatch(REDIRECT);
    const { name, accessToken, lifetime } = await signIn.finish(answer, pending);
    expect(name).toBe('Chan Tai Man, patient');
    expect(lifetime).toBeGreaterThan(3_500);
    expect(accessToken).toContain(JSON.stringify(personaNamed('patient-chan')?.claims));
  });

  it('gives professionals a token that is bound to no grant', async () => {
    const signIn = client();
    const { url: begun, pending } = await signIn.begin(new URL(REDIRECT));
    const { accessToken } = await signIn.finish(await choose(begun, 'dr-li'), pending);
    expect(accessToken).toContain('"organization"');
    expect(accessToken).not.toContain('"grant"');
  });

  it.each<readonly [string, (answer: URL) => void, object]>([
    ['another state', (answer) => answer.searchParams.set('state', 'other'), {}],
    ['another code', (answer) => answer.searchParams.set('code', 'other'), {}],
    ['another issuer', (answer) => answer.searchParams.set('iss', 'https://other.example'), {}],
    ['another nonce', () => undefined, { nonce: 'other' }],
    ['another secret', () => undefined, { codeVerifier: 'o'.repeat(43) }],
  ])('signs nobody in by %s', async (_what, change, others) => {
    const signIn = client();
    const { url: begun, pending } = await signIn.begin(new URL(REDIRECT));
    const answer = await choose(begun, 'patient-chan');
    change(answer);
    await expect(signIn.finish(answer, { ...pending, ...others })).rejects.toThrow(
      'Expected the answer to a sign-in that was begun here',
    );
  });

  it('takes a code once, and for a minute', async () => {
    const signIn = client();
    const { url: begun, pending } = await signIn.begin(new URL(REDIRECT));
    const answer = await choose(begun, 'patient-chan');
    await signIn.finish(answer, pending);
    await expect(signIn.finish(answer, pending)).rejects.toThrow('Expected the answer');
    const late = await choose(begun, 'patient-chan');
    time.ahead = 60_000;
    await expect(signIn.finish(late, pending)).rejects.toThrow('Expected the answer');
    time.ahead = 0;
  });

  it.each([
    ['redirect_uri', 'https://elsewhere.example/signed-in'],
    ['redirect_uri', 'http://127.0.0.1:4999/elsewhere'],
    ['redirect_uri', 'http://localhost.elsewhere.example/signed-in'],
    ['client_id', 'another'],
  ])('leads nowhere with the %s %s', async (name, value) => {
    const { url: begun } = await client().begin(new URL(REDIRECT));
    begun.searchParams.set(name, value);
    const response = await fetch(begun, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['response_type', 'token', 'unsupported_response_type'],
    ['scope', 'profile', 'invalid_scope'],
    ['code_challenge_method', 'plain', 'invalid_request'],
    ['code_challenge', '', 'invalid_request'],
  ])('tells the client that the %s %j will not do', async (name, value, error) => {
    const { url: begun } = await client().begin(new URL(REDIRECT));
    begun.searchParams.set(name, value);
    const answer = await choose(begun, 'patient-chan');
    expect([answer.searchParams.get('error'), answer.searchParams.has('code')]).toEqual([
      error,
      false,
    ]);
  });

  it('asks who, for a persona that has no page', async () => {
    const { url: begun } = await client().begin(new URL(REDIRECT));
    for (const persona of ['auditor', 'phrs-gd', 'nobody'])
      expect((await choose(begun, persona)).href).toBe('about:blank');
  });

  it('publishes public keys alone, and ID tokens that are no access tokens', async () => {
    const keys = await (await fetch(`${url}/openid/jwks`)).text();
    expect(keys).toContain('"kid":"test"');
    expect(keys).not.toContain('"d":');

    const { url: begun, pending } = await client().begin(new URL(REDIRECT));
    const answer = await choose(begun, 'patient-chan');
    const response = await fetch(`${url}/openid/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'causeway-pages',
        redirect_uri: REDIRECT,
        code: answer.searchParams.get('code') ?? '',
        code_verifier: pending.codeVerifier,
      }),
    });
    const { id_token: token } = (await response.json()) as { readonly id_token: string };
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'JWT', kid: 'test' });
    expect(decodeJwt(token)).toMatchObject({ aud: 'causeway-pages', nonce: pending.nonce });
  });
});

describe('signing in by OpenID Connect', () => {
  it.each(['http://provider.example', 'http://127.0.0.1:1'])(
    'fails where nobody trustworthy answers: %s',
    async (issuer) => {
      const signIn = openIdSignIn({
        issuer: () => new URL(issuer),
        clientId: 'pages',
        clientSecret: null,
      });
      await expect(signIn.begin(new URL(REDIRECT))).rejects.toThrow(/^Expected an /);
    },
  );

  it('finds a provider that was down before', async () => {
    let issuer = 'http://127.0.0.1:1';
    const signIn = openIdSignIn({
      issuer: () => new URL(issuer),
      clientId: 'causeway-pages',
      clientSecret: null,
    });
    await expect(signIn.begin(new URL(REDIRECT))).rejects.toThrow('Expected an OpenID provider');
    issuer = `${url}/openid`;
    expect((await signIn.begin(new URL(REDIRECT))).url.pathname).toBe('/openid/authorize');
  });
});
