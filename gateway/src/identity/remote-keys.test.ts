/** An issuer's key set over HTTP that fails, is slow, or answers what it should not. */
import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { GenerateKeyPairResult, JWK } from 'jose';
import { createIdentity } from './identify.js';
import type { Identified, Identity } from './identify.js';

const ISSUER = 'https://issuer.invalid';
const AUDIENCE = 'causeway';
const MINUTES = 60_000;

/** How long an answer may take (ms); here it takes as long as the test says. */
const PATIENCE = 400;

let own: GenerateKeyPairResult;
let other: GenerateKeyPairResult;
let server: Server;
let url: URL;
let identity: Identity;
let reported: unknown[];
/** How the server answers, and how often it was asked. */
let answer: RequestListener;
let asked: number;
/** Has who waits for an answer wait no longer. */
let endPatience: () => void;

beforeAll(async () => {
  [own, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
});

beforeEach(async () => {
  jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const patience = new AbortController();
    endPatience = () => patience.abort(new DOMException('It takes too long', 'TimeoutError'));
    return patience.signal;
  });
  reported = [];
  asked = 0;
  identity = identityAt(url);
  answer = saying(await keySet(own));
});

afterEach(() => {
  jest.restoreAllMocks();
  server.closeAllConnections();
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

const identityAt = (address: URL): Identity =>
  createIdentity({
    issuers: [{ issuer: ISSUER, audience: AUDIENCE, keys: { url: address, patience: PATIENCE } }],
    onKeyError: (error) => reported.push(error),
  });

const jwkOf = async ({ publicKey }: GenerateKeyPairResult): Promise<JWK> => ({
  ...(await exportJWK(publicKey)),
  kid: 'current',
});

const keySet = async (...keys: readonly GenerateKeyPairResult[]): Promise<string> =>
  JSON.stringify({ keys: await Promise.all(keys.map(jwkOf)) });

const saying =
  (text: string, status = 200, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(text);
  };

let tokens = 0;

/** A new token: one that was shown before is remembered. */
function newToken(kid = 'current', key = own): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  return new SignJWT({
    jti: `token-${(tokens += 1)}`,
    sub: 'account-1',
    client_id: 'clinic-app',
    fhirUser: 'PractitionerRole/role-1',
    organization: 'org-1',
    purpose_of_use: ['TREAT'],
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 600)
    .sign(key.privateKey);
}

function present(token: string): Promise<Identified> {
  const now = Date.now();
  return identity.identify(
    {
      method: 'POST',
      url: new URL('https://gateway.invalid/graphql'),
      headers: { authorization: `Bearer ${token}`, 'purpose-of-use': 'TREAT' },
    },
    () => now,
  );
}

const ask = async (kid?: string, key?: GenerateKeyPairResult): Promise<Identified> =>
  present(await newToken(kid, key));

const LET_IN = { kind: 'caller' };
const refused = (problem: string) => ({ kind: 'refused', code: 'UNAUTHENTICATED', problem });

/** Lets time pass, as whoever remembers keys sees it. */
function after(milliseconds: number): void {
  const then = Date.now() + milliseconds;
  jest.spyOn(Date, 'now').mockReturnValue(then);
}

/** Writes as long as anybody reads. */
function writeOn(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more);
  more();
}

/** What keeps anybody from reading keys: each is an answer, by the set that would be right. */
const UNREADABLE: readonly (readonly [string, (right: string) => RequestListener])[] = [
  ['breaks off', () => (request) => request.socket.destroy()],
  ['answers an error with the right keys', (right) => saying(right, 503)],
  ['leads elsewhere', () => saying('', 302, { location: '/elsewhere' })],
  ['answers nothing', () => saying('')],
  ['answers a page', () => saying('<!doctype html><title>Sign in</title>')],
  ['answers a list', () => saying('[]')],
  ['answers null', () => saying('null')],
  ['answers keys that are none', () => saying('{"keys":["current"]}')],
  ['answers more than it may', (right) => saying(`${' '.repeat(300_000)}${right}`)],
  ['answers without end', () => (_request, response) => writeOn(response)],
  ['never answers', () => () => endPatience()],
  [
    'never finishes its answer',
    (right) => (_request, response) =>
      response.writeHead(200).write(right.slice(0, -1), () => endPatience()),
  ],
];

describe('a key set that', () => {
  it.each(UNREADABLE)('%s lets nobody in until it is right again', async (_how, wrong) => {
    const right = answer;
    const amiss = wrong(await keySet(own));
    // Whoever followed it elsewhere would find the right keys there.
    answer = (request, response) => (request.url === '/jwks' ? amiss : right)(request, response);
    expect(await ask()).toMatchObject(refused('KEYS_UNAVAILABLE'));
    expect([asked, reported]).toEqual([1, [expect.anything()]]);
    answer = right;
    expect(await ask()).toMatchObject(LET_IN);
  });

  it('is not there lets nobody in', async () => {
    const gone = createServer();
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    identity = identityAt(new URL(`http://127.0.0.1:${port}/jwks`));
    expect(await ask()).toMatchObject(refused('KEYS_UNAVAILABLE'));
  });

  it.each<readonly [string, () => Promise<string>, string]>([
    ['another key of that name', () => keySet(other), 'TOKEN_SIGNATURE'],
    ['no key', () => keySet(), 'TOKEN_KEY_UNKNOWN'],
    ['two keys of that name', () => keySet(other, own), 'TOKEN_KEY_UNKNOWN'],
    [
      'a secret of that name',
      () => Promise.resolve('{"keys":[{"kty":"oct","kid":"current","k":"c2VjcmV0"}]}'),
      'TOKEN_KEY_UNKNOWN',
    ],
    [
      'a key that is none of its curve',
      () =>
        Promise.resolve('{"keys":[{"kty":"EC","crv":"P-256","kid":"current","x":"AA","y":"AA"}]}'),
      'KEYS_UNAVAILABLE',
    ],
  ])('holds %s lets nobody in', async (_what, set, problem) => {
    answer = saying(await set());
    expect(await ask()).toMatchObject(refused(problem));
  });

  it('takes too long lets nobody in', async () => {
    jest.restoreAllMocks();
    const patience = jest.spyOn(AbortSignal, 'timeout');
    answer = () => undefined;
    expect(await ask()).toMatchObject(refused('KEYS_UNAVAILABLE'));
    expect(patience.mock.calls).toEqual([[PATIENCE]]);
  });

  it('is slow is asked once, however many wait for it', async () => {
    answer = () => endPatience();
    const shown = await Promise.all([newToken(), newToken(), newToken()]);
    const answers = await Promise.all(shown.map(present));
    expect(answers).toMatchObject(answers.map(() => refused('KEYS_UNAVAILABLE')));
    expect(asked).toBe(1);
  });
});

describe('keys that were read', () => {
  it.each(UNREADABLE)('go on for ten minutes where the set %s', async (_how, wrong) => {
    // By a clock that stands: some time passes between reading keys and asking again.
    after(0);
    expect(await ask()).toMatchObject(LET_IN);
    answer = wrong(await keySet(own));
    after(10 * MINUTES - 1_000);
    expect(await ask()).toMatchObject(LET_IN);
    expect(asked).toBe(1);
    // A token of a key that nobody knows takes none of them away.
    expect(await ask('next', other)).toMatchObject(refused('KEYS_UNAVAILABLE'));
    expect(await ask()).toMatchObject(LET_IN);
    after(2_000);
    expect(await ask()).toMatchObject(refused('KEYS_UNAVAILABLE'));
  });

  it('and are withdrawn end within ten minutes', async () => {
    expect(await ask()).toMatchObject(LET_IN);
    answer = saying(await keySet());
    after(10 * MINUTES);
    expect(await ask()).toMatchObject(refused('TOKEN_KEY_UNKNOWN'));
  });

  it('are read again for a key that is not among them, twice a minute at most', async () => {
    expect(await ask()).toMatchObject(LET_IN);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await ask('next')).toMatchObject(refused('TOKEN_KEY_UNKNOWN'));
    expect(asked).toBe(1);
    after(MINUTES / 2);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await ask('next')).toMatchObject(refused('TOKEN_KEY_UNKNOWN'));
    expect(asked).toBe(2);
  });
});
