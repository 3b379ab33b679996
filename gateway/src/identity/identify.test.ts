import { createHmac } from 'node:crypto';
import { mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, base64url, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import type { GenerateKeyPairResult, JWK, JWTPayload } from 'jose';
import { createIdentity } from './identify.js';
import type { Identified, Identity } from './identify.js';
import { keysFrom } from './keys.js';
import type { PresentedRequest, RequestHeaders } from './request.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const SECONDS = NOW / 1000;
const ISSUER = 'https://issuer.invalid';
const AUDIENCE = 'causeway';

let current: GenerateKeyPairResult;
let former: GenerateKeyPairResult;
let foreign: GenerateKeyPairResult;
let identity: Identity;

beforeAll(async () => {
  [current, former, foreign] = await Promise.all([es256(), es256(), es256()]);
  identity = await identityOf(await publicJwk(current, 'current'));
});

const es256 = (): Promise<GenerateKeyPairResult> => generateKeyPair('ES256', { extractable: true });

async function publicJwk({ publicKey }: GenerateKeyPairResult, kid: string): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid };
}

function identityOf(...keys: JWK[]): Promise<Identity> {
  return Promise.resolve(
    createIdentity({
      issuers: [
        {
          issuer: ISSUER,
          audience: AUDIENCE,
          keys: { keys: { keys } },
          unboundGrants: 'DEVELOPMENT_ONLY',
        },
      ],
    }),
  );
}

const claims = (changes: Readonly<Record<string, unknown>> = {}): JWTPayload => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'account-1',
  client_id: 'clinic-app',
  jti: 'token-1',
  iat: SECONDS - 60,
  exp: SECONDS + 600,
  fhirUser: 'PractitionerRole/role-1',
  organization: 'org-1',
  purpose_of_use: ['TREAT', 'CAREMGT'],
  ...changes,
});

interface Signing {
  readonly key?: GenerateKeyPairResult;
  readonly alg?: string;
  readonly kid?: string;
  readonly typ?: string | null;
}

function sign(payload: JWTPayload, signing: Signing = {}): Promise<string> {
  const { key = current, alg = 'ES256', kid = 'current', typ = 'at+jwt' } = signing;
  const header = typ === null ? { alg, kid } : { alg, kid, typ };
  return new SignJWT(payload).setProtectedHeader(header).sign(key.privateKey);
}

function ask(token: string, purpose: string | readonly string[] = 'TREAT'): Promise<Identified> {
  return identity.identify(bearing(token, purpose), () => NOW);
}

const bearing = (token: string, purpose: string | readonly string[] = 'TREAT'): PresentedRequest =>
  requestWith({ authorization: `Bearer ${token}`, 'purpose-of-use': purpose });

const requestWith = (headers: RequestHeaders): PresentedRequest => ({
  method: 'POST',
  url: new URL('https://gateway.invalid/graphql'),
  headers,
});

const refusal = (code: string, status: number, problem: string): unknown =>
  expect.objectContaining({ kind: 'refused', code, status, problem });

describe('identify', () => {
  describe('finds the caller', () => {
    const presented = {
      subject: 'account-1',
      client: 'clinic-app',
      tokenId: 'token-1',
      purpose: 'TREAT',
    };

    it.each([
      [
        'a person by their Patient id',
        { fhirUser: 'Patient/pat-1', organization: undefined },
        { kind: 'person', person: 'pat-1' },
      ],
      [
        'a professional by role and organisation',
        {},
        { kind: 'professional', practitionerRole: 'role-1', organization: 'org-1', grant: null },
      ],
      [
        'a professional bound to a grant',
        { grant: 'grant-1' },
        {
          kind: 'professional',
          practitionerRole: 'role-1',
          organization: 'org-1',
          grant: 'grant-1',
        },
      ],
      [
        'a system with the professional it acts for',
        { system: 'system-1', grant: 'grant-1' },
        {
          kind: 'system',
          system: 'system-1',
          practitionerRole: 'role-1',
          organization: 'org-1',
          grant: 'grant-1',
        },
      ],
      [
        'an office',
        { fhirUser: undefined, organization: undefined, office: 'AUDITOR' },
        { kind: 'office', office: 'AUDITOR' },
      ],
    ])('%s', async (_who, changes, expected) => {
      const token = await sign(claims(changes));
      expect(await ask(token)).toEqual({ kind: 'caller', caller: { ...presented, ...expected } });
    });

    it('where the audience is one of several', async () => {
      expect(await ask(await sign(claims({ aud: ['other', AUDIENCE] })))).toMatchObject({
        kind: 'caller',
      });
    });

    it.each(['ES256', 'EdDSA', 'PS256', 'RS256'])('by a token signed with %s', async (alg) => {
      const key = await generateKeyPair(alg, { extractable: true });
      identity = await identityOf({ ...(await publicJwk(key, 'one')), alg });
      try {
        expect(await ask(await sign(claims(), { key, alg, kid: 'one' }))).toMatchObject({
          kind: 'caller',
        });
      } finally {
        identity = await identityOf(await publicJwk(current, 'current'));
      }
    });

    it.each([
      ['expired for less than the clocks may differ', { exp: SECONDS - 29 }],
      ['issued a little in the future', { iat: SECONDS + 29 }],
      ['valid from a little in the future', { nbf: SECONDS + 29 }],
    ])('by a token %s', async (_case, changes) => {
      expect(await ask(await sign(claims(changes)))).toMatchObject({ kind: 'caller' });
    });
  });

  describe('refuses a token', () => {
    it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
      ['expired', { exp: SECONDS - 30 }, 'TOKEN_EXPIRED'],
      ['not valid yet', { nbf: SECONDS + 31 }, 'TOKEN_NOT_YET_VALID'],
      ['issued in the future', { iat: SECONDS + 31 }, 'TOKEN_NOT_YET_VALID'],
      ['of another issuer', { iss: 'https://other.invalid' }, 'TOKEN_ISSUER'],
      ['of several issuers', { iss: [ISSUER] }, 'TOKEN_ISSUER'],
      ['for another audience', { aud: 'other' }, 'TOKEN_AUDIENCE'],
      ['for an audience that only begins alike', { aud: `${AUDIENCE}-test` }, 'TOKEN_AUDIENCE'],
      ['without an audience', { aud: undefined }, 'TOKEN_AUDIENCE'],
      ['without an end', { exp: undefined }, 'TOKEN_CLAIMS'],
      ['without a beginning', { iat: undefined }, 'TOKEN_CLAIMS'],
      ['with an end that is no number', { exp: '2030' }, 'TOKEN_CLAIMS'],
      ['without a subject', { sub: undefined }, 'TOKEN_CLAIMS'],
      ['with a subject that is no text', { sub: 7 }, 'TOKEN_CLAIMS'],
      ['without a client', { client_id: undefined }, 'TOKEN_CLAIMS'],
      ['without an id', { jti: undefined }, 'TOKEN_CLAIMS'],
      ['with an audience that is not all text', { aud: [AUDIENCE, 7] }, 'TOKEN_CLAIMS'],
      ['with purposes that are no list', { purpose_of_use: 'TREAT' }, 'TOKEN_CLAIMS'],
      ['without any purpose', { purpose_of_use: [] }, 'TOKEN_CLAIMS'],
      ['of nobody', { fhirUser: undefined, organization: undefined }, 'TOKEN_CLAIMS'],
      ['of a professional without organisation', { organization: undefined }, 'TOKEN_CLAIMS'],
      [
        'of a professional with an organisation that is no text',
        { organization: { id: 'org-1' } },
        'TOKEN_CLAIMS',
      ],
      ['of a person who acts for an organisation', { fhirUser: 'Patient/pat-1' }, 'TOKEN_CLAIMS'],
      ['of a professional who holds an office', { office: 'AUDITOR' }, 'TOKEN_CLAIMS'],
      [
        'of an unknown office',
        { fhirUser: undefined, organization: undefined, office: 'KING' },
        'TOKEN_CLAIMS',
      ],
      [
        'of a person with a grant',
        { fhirUser: 'Patient/p', organization: undefined, grant: 'g' },
        'TOKEN_CLAIMS',
      ],
      ['of a user of another kind', { fhirUser: 'Practitioner/p-1' }, 'TOKEN_CLAIMS'],
      [
        'of a user by address',
        { fhirUser: 'https://h.invalid/PractitionerRole/role-1' },
        'TOKEN_CLAIMS',
      ],
    ])('%s', async (_case, changes, problem) => {
      expect(await ask(await sign(claims(changes)))).toEqual(
        refusal('UNAUTHENTICATED', 401, problem),
      );
    });

    it.each([
      ['of another key under a known id', { key: 'foreign' as const }, 'TOKEN_SIGNATURE'],
      [
        'of a key that is not published',
        { key: 'foreign' as const, kid: 'other' },
        'TOKEN_KEY_UNKNOWN',
      ],
      ['without a type', { typ: null }, 'TOKEN_TYPE'],
      ['that is an identity token', { typ: 'JWT' }, 'TOKEN_TYPE'],
    ])(
      '%s',
      async (_case, { key, ...signing }: Omit<Signing, 'key'> & { key?: 'foreign' }, problem) => {
        const token = await sign(claims(), {
          ...signing,
          ...(key === undefined ? {} : { key: foreign }),
        });
        expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, problem));
      },
    );

    it('that is too long, whoever signed it', async () => {
      const token = await sign(claims({ note: 'x'.repeat(8_192) }));
      expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, 'TOKEN_MALFORMED'));
    });

    it('that names a critical extension', async () => {
      const token = await new SignJWT(claims())
        .setProtectedHeader({
          alg: 'ES256',
          kid: 'current',
          typ: 'at+jwt',
          crit: ['exp2'],
          exp2: 1,
        })
        .sign(current.privateKey, { crit: { exp2: true } });
      expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, 'TOKEN_MALFORMED'));
    });

    it('that is not signed at all', async () => {
      const header = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt' }));
      const token = `${header}.${base64url.encode(JSON.stringify(claims()))}.`;
      expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, 'TOKEN_ALGORITHM'));
    });

    it('signed by HS256 with the public key as the secret', async () => {
      const header = base64url.encode(
        JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: 'current' }),
      );
      const input = `${header}.${base64url.encode(JSON.stringify(claims()))}`;
      const secret = await exportSPKI(current.publicKey);
      const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
      expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, 'TOKEN_ALGORITHM'));
    });

    it('that brings its own key', async () => {
      const jwk = await publicJwk(foreign, 'brought');
      const token = await new SignJWT(claims())
        .setProtectedHeader({ alg: 'ES256', kid: 'brought', typ: 'at+jwt', jwk })
        .sign(foreign.privateKey);
      expect(await ask(token)).toEqual(refusal('UNAUTHENTICATED', 401, 'TOKEN_KEY_UNKNOWN'));
    });

    it('whose payload was changed, also after the true one was remembered', async () => {
      const token = await sign(claims());
      expect(await ask(token)).toMatchObject({ kind: 'caller' });
      const [header = '', , signature = ''] = token.split('.');
      const payload = base64url.encode(JSON.stringify(claims({ organization: 'org-2' })));
      expect(await ask(`${header}.${payload}.${signature}`)).toEqual(
        refusal('UNAUTHENTICATED', 401, 'TOKEN_SIGNATURE'),
      );
    });

    it.each([
      ['missing', undefined, 'TOKEN_MISSING'],
      ['empty', '', 'TOKEN_MISSING'],
      ['of another scheme', 'Basic dXNlcjpwYXNz', 'TOKEN_MALFORMED'],
      ['without a token', 'Bearer ', 'TOKEN_MALFORMED'],
      ['with two tokens', 'Bearer a.b.c a.b.c', 'TOKEN_MALFORMED'],
      ['with no JWT', 'Bearer abc', 'TOKEN_MALFORMED'],
      ['with an encrypted JWT', 'Bearer a.b.c.d.e', 'TOKEN_MALFORMED'],
      ['given twice', ['Bearer a.b.c', 'Bearer a.b.c'], 'TOKEN_MALFORMED'],
    ])('in a header %s', async (_case, authorization, problem) => {
      const request = requestWith({ authorization, 'purpose-of-use': 'TREAT' });
      expect(await identity.identify(request, () => NOW)).toEqual(
        refusal('UNAUTHENTICATED', 401, problem),
      );
    });
  });

  describe('takes exactly one of the purposes of the token', () => {
    it.each([
      ['none', '', 'PURPOSE_MISSING'],
      ['two', 'TREAT, CAREMGT', 'PURPOSE_SEVERAL'],
      ['the same twice', 'TREAT,TREAT', 'PURPOSE_SEVERAL'],
      ['two headers', ['TREAT', 'CAREMGT'], 'PURPOSE_SEVERAL'],
      ['one that nobody knows', 'CURIOSITY', 'PURPOSE_UNKNOWN'],
      ['one in lower case', 'treat', 'PURPOSE_UNKNOWN'],
      ["one that is not the token's", 'HRESCH', 'PURPOSE_FOREIGN'],
    ])('and refuses %s', async (_case, purpose, problem) => {
      const token = await sign(claims());
      expect(await ask(token, purpose)).toEqual(refusal('PURPOSE_REQUIRED', 400, problem));
    });

    it('and refuses one that the token names but nobody knows', async () => {
      const token = await sign(claims({ purpose_of_use: ['CURIOSITY'] }));
      expect(await ask(token, 'CURIOSITY')).toEqual(
        refusal('PURPOSE_REQUIRED', 400, 'PURPOSE_UNKNOWN'),
      );
    });

    it('anew for each request with a remembered token', async () => {
      const token = await sign(claims());
      expect(await ask(token, 'TREAT')).toMatchObject({ caller: { purpose: 'TREAT' } });
      expect(await ask(token, 'CAREMGT')).toMatchObject({ caller: { purpose: 'CAREMGT' } });
      expect(await ask(token, 'HRESCH')).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    });
  });

  describe('remembers a verified token', () => {
    it('until it expires, and no longer', async () => {
      const token = await sign(claims({ exp: SECONDS + 60 }));
      const at = (seconds: number): Promise<Identified> =>
        identity.identify(bearing(token), () => NOW + seconds * 1000);
      expect(await at(0)).toMatchObject({ kind: 'caller' });
      expect(await at(89)).toMatchObject({ kind: 'caller' });
      expect(await at(90)).toMatchObject({ problem: 'TOKEN_EXPIRED' });
    });

    it('and tells of each that is shown whether it is one', async () => {
      const told: boolean[] = [];
      const telling = createIdentity({
        issuers: [
          {
            issuer: ISSUER,
            audience: AUDIENCE,
            keys: { keys: { keys: [await publicJwk(current, 'current')] } },
          },
        ],
        onToken: (isRemembered) => told.push(isRemembered),
      });
      const token = await sign(claims());
      for (const shown of [token, token, 'a.b.c', 'a.b.c', token])
        await telling.identify(bearing(shown), () => NOW);
      expect(told).toEqual([false, true, false, false, true]);
    });
  });

  describe('reads the keys of a file', () => {
    let folder: string;
    let file: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'causeway-keys-'));
      file = join(folder, 'jwks.json');
    });

    afterAll(() => rm(folder, { recursive: true }));

    const publish = async (...keys: Promise<JWK>[]): Promise<void> => {
      await writeFile(file, JSON.stringify({ keys: await Promise.all(keys) }));
    };

    /** Asks with tokens that an identity by the keys of the file is to verify. */
    const asking = () => {
      const identity = createIdentity({
        issuers: [{ issuer: ISSUER, audience: AUDIENCE, keys: { file } }],
      });
      return async (key: GenerateKeyPairResult, kid: string, jti: string): Promise<Identified> =>
        identity.identify(bearing(await sign(claims({ jti }), { key, kid })), () => NOW);
    };

    it('and follows a rotation, while both keys are published and after', async () => {
      await publish(publicJwk(former, 'former'));
      const askWith = asking();
      expect(await askWith(former, 'former', '1')).toMatchObject({ kind: 'caller' });
      expect(await askWith(current, 'current', '2')).toMatchObject({
        problem: 'TOKEN_KEY_UNKNOWN',
      });

      await publish(publicJwk(former, 'former'), publicJwk(current, 'current'));
      expect(await askWith(current, 'current', '3')).toMatchObject({ kind: 'caller' });
      expect(await askWith(former, 'former', '4')).toMatchObject({ kind: 'caller' });

      await publish(publicJwk(current, 'current'), publicJwk(foreign, 'next'));
      expect(await askWith(former, 'former', '5')).toMatchObject({ problem: 'TOKEN_KEY_UNKNOWN' });
      expect(await askWith(foreign, 'next', '6')).toMatchObject({ kind: 'caller' });
    });

    it('and notices a file in its place that is as large and as old', async () => {
      const place = async (key: GenerateKeyPairResult, kid: string): Promise<void> => {
        const draft = join(folder, `${kid}.json`);
        await writeFile(draft, JSON.stringify({ keys: [await publicJwk(key, kid)] }));
        await utimes(draft, NOW / 1_000, NOW / 1_000);
        await rename(draft, file);
      };
      const askWith = asking();
      await place(former, 'key-1');
      const { size } = await stat(file);
      expect(await askWith(former, 'key-1', '1')).toMatchObject({ kind: 'caller' });
      await place(foreign, 'key-2');
      expect((await stat(file)).size).toBe(size);
      expect(await askWith(former, 'key-1', '2')).toMatchObject({ problem: 'TOKEN_KEY_UNKNOWN' });
      expect(await askWith(foreign, 'key-2', '3')).toMatchObject({ kind: 'caller' });
    });

    it('and lets nobody in while it is rubbish, whatever it held before', async () => {
      await publish(publicJwk(current, 'current'));
      const spoilt = createIdentity({
        issuers: [{ issuer: ISSUER, audience: AUDIENCE, keys: { file } }],
      });
      const askAgain = async (jti: string): Promise<Identified> =>
        spoilt.identify(bearing(await sign(claims({ jti }))), () => NOW);
      expect(await askAgain('1')).toMatchObject({ kind: 'caller' });
      await writeFile(file, '{"keys":[');
      expect(await askAgain('2')).toMatchObject({ problem: 'KEYS_UNAVAILABLE' });
      await publish(publicJwk(current, 'current'));
      expect(await askAgain('3')).toMatchObject({ kind: 'caller' });
    });

    it('and refuses every token, saying why, where there is none', async () => {
      const reported: unknown[] = [];
      const lost = createIdentity({
        issuers: [
          { issuer: ISSUER, audience: AUDIENCE, keys: { file: join(folder, 'nowhere.json') } },
        ],
        onKeyError: (error) => reported.push(error),
      });
      expect(await lost.identify(bearing(await sign(claims())), () => NOW)).toEqual(
        refusal('UNAUTHENTICATED', 401, 'KEYS_UNAVAILABLE'),
      );
      expect(reported).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
    });
  });
});

describe('keysFrom', () => {
  it.each(['http://issuer.invalid/jwks.json', 'file:///jwks.json', 'http://localhost.invalid/'])(
    'refuses the keys of %s',
    (address) => {
      expect(() => keysFrom({ url: new URL(address) })).toThrow(TypeError);
    },
  );

  it.each(['https://issuer.invalid/jwks.json', 'http://127.0.0.1:4001/', 'http://[::1]:4001/'])(
    'takes the keys of %s',
    (address) => {
      expect(() => keysFrom({ url: new URL(address) })).not.toThrow();
    },
  );
});
