import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { createIdentity } from './identify.js';
import type { Identified, Identity } from './identify.js';
import type { PresentedRequest } from './request.js';
import { SESSION_ISSUER, createSessionIssuer } from './session-issuer.js';
import type { SessionIssuer, SessionTerms } from './session-issuer.js';
import type { SubjectReading, Subjects } from './subject.js';
import { proofKey } from './testing/proof-key.js';
import type { ProofKey } from './testing/proof-key.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const SECONDS = NOW / 1000;
const ADDRESS = 'https://causeway.example/graphql';
const CERTIFICATE = Buffer.from('a certificate of the client');
const OTHER_CERTIFICATE = Buffer.from('a certificate of another');

/** The issuers that are trusted: one as in production, one for trying out, and the layer's own. */
const PLAIN = 'https://issuer.invalid';
const DEVELOPMENT = 'urn:development';

const SESSION: SessionTerms = {
  caller: {
    kind: 'professional',
    practitionerRole: 'role-1',
    organization: 'org-1',
    grant: null,
    subject: 'account-1',
    client: 'clinic-app',
    tokenId: 'own-token',
  },
  grant: 'grant-1',
  purpose: 'TREAT',
  thumbprint: '',
  expires: SECONDS + 600,
};

let identity: Identity & Subjects;
let sessions: SessionIssuer;
let sign: (claims: JWTPayload) => Promise<string>;
let key: ProofKey;
let other: ProofKey;

beforeAll(async () => {
  const issuerKey = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(issuerKey.publicKey)), kid: 'current' };
  const sessionKey = await generateKeyPair('ES256', { extractable: true });
  [key, other] = await Promise.all([proofKey(), proofKey()]);
  sessions = createSessionIssuer(await exportJWK(sessionKey.privateKey));
  const keys = { keys: { keys: [jwk] } };
  identity = createIdentity({
    issuers: [
      { issuer: PLAIN, audience: 'causeway', keys },
      { issuer: DEVELOPMENT, audience: 'causeway', keys, unboundGrants: 'DEVELOPMENT_ONLY' },
      sessions.trusted,
    ],
  });
  sign = (claims) =>
    new SignJWT({
      iss: PLAIN,
      aud: 'causeway',
      sub: 'account-1',
      client_id: 'clinic-app',
      jti: 'token-1',
      iat: SECONDS,
      exp: SECONDS + 3_600,
      fhirUser: 'PractitionerRole/role-1',
      organization: 'org-1',
      purpose_of_use: ['TREAT'],
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'current', typ: 'at+jwt' })
      .sign(issuerKey.privateKey);
});

const session = (changes: Partial<SessionTerms> = {}): Promise<string> =>
  sessions.issue({ ...SESSION, thumbprint: key.thumbprint, ...changes }, NOW);

interface Presentation {
  readonly scheme?: string;
  readonly dpop?: string;
  readonly certificate?: Uint8Array;
}

function requestWith(token: string, presentation: Presentation = {}): PresentedRequest {
  const { scheme = 'Bearer', dpop, certificate } = presentation;
  return {
    method: 'POST',
    url: new URL(ADDRESS),
    headers: { authorization: `${scheme} ${token}`, dpop, 'purpose-of-use': 'TREAT' },
    ...(certificate && { certificate }),
  };
}

const ask = (token: string, presentation?: Presentation): Promise<Identified> =>
  identity.identify(requestWith(token, presentation), () => NOW);

const proofOf = (token: string, by: ProofKey = key): Promise<string> =>
  by.proof({ method: 'POST', url: ADDRESS, token, now: NOW });

const askWithProof = async (token: string, by: ProofKey = key): Promise<Identified> =>
  ask(token, { scheme: 'DPoP', dpop: await proofOf(token, by) });

const refusal = (problem: string, challenge: RegExp): unknown =>
  expect.objectContaining({
    kind: 'refused',
    code: 'UNAUTHENTICATED',
    status: 401,
    problem,
    challenge: expect.stringMatching(challenge),
  });

describe('a token that is bound to a key', () => {
  it('is taken with a proof by that key, however the scheme is written', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    expect(await askWithProof(token)).toMatchObject({ kind: 'caller' });
    const dpop = await proofOf(token);
    expect(await ask(token, { scheme: 'dpop', dpop })).toMatchObject({ kind: 'caller' });
  });

  it('is refused as bearer token, with or without a proof', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    const expected = refusal('TOKEN_BOUND', /^DPoP error="invalid_token", algs="ES256 /);
    expect(await ask(token)).toEqual(expected);
    expect(await ask(token, { dpop: await proofOf(token) })).toEqual(expected);
  });

  it('is refused without a proof, also after it was taken with one', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    expect(await askWithProof(token)).toMatchObject({ kind: 'caller' });
    expect(await ask(token, { scheme: 'DPoP' })).toEqual(
      refusal('PROOF_MISSING', /^DPoP error="invalid_dpop_proof"/),
    );
  });

  it('is refused with a proof that was used before', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    const presentation = { scheme: 'DPoP', dpop: await proofOf(token) };
    expect(await ask(token, presentation)).toMatchObject({ kind: 'caller' });
    expect(await ask(token, presentation)).toEqual(
      refusal('PROOF_REPLAYED', /^DPoP error="invalid_dpop_proof"/),
    );
  });

  it('is refused from who stole it: with another key, or with a proof for another token', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    expect(await askWithProof(token, other)).toMatchObject({ problem: 'PROOF_KEY' });
    const dpop = await proofOf(await sign({ cnf: { jkt: key.thumbprint }, jti: 'another' }));
    expect(await ask(token, { scheme: 'DPoP', dpop })).toMatchObject({ problem: 'PROOF_TOKEN' });
  });

  it('is taken as whose it is, whatever kind of caller that is', async () => {
    const cnf = { jkt: key.thumbprint };
    const person = { fhirUser: 'Patient/pat-1', organization: undefined };
    expect(await askWithProof(await sign({ cnf, ...person }))).toMatchObject({
      caller: { kind: 'person', person: 'pat-1' },
    });
  });
});

describe('a token that is bound to nothing', () => {
  it('is refused with a proof: its sender takes it for bound', async () => {
    expect(await askWithProof(await sign({}))).toEqual(
      refusal('TOKEN_NOT_BOUND', /^DPoP error="invalid_token"/),
    );
  });

  it('is taken as bearer token, beside a proof that nobody asked for', async () => {
    expect(await ask(await sign({}), { dpop: 'proof' })).toMatchObject({ kind: 'caller' });
  });
});

describe('a token that is bound to a certificate', () => {
  const cnf = {
    'x5t#S256': createHash('sha256').update(CERTIFICATE).digest('base64url'),
  };

  it('is taken from who opened the connection with it', async () => {
    const token = await sign({ cnf, grant: 'grant-1' });
    expect(await ask(token, { certificate: CERTIFICATE })).toMatchObject({ kind: 'caller' });
  });

  it.each([
    ['without a certificate', {}],
    ['with another certificate', { certificate: OTHER_CERTIFICATE }],
  ])('is refused %s', async (_case, presentation) => {
    expect(await ask(await sign({ cnf }), presentation)).toEqual(
      refusal('CERTIFICATE_OTHER', /^Bearer error="invalid_token"$/),
    );
  });

  it('is refused with a proof of a key', async () => {
    const token = await sign({ cnf });
    const presentation = { scheme: 'DPoP', dpop: await proofOf(token), certificate: CERTIFICATE };
    expect(await ask(token, presentation)).toMatchObject({ problem: 'TOKEN_NOT_BOUND' });
  });
});

describe('a binding', () => {
  it.each<readonly [string, unknown]>([
    ['to nothing', {}],
    ['that nobody understands', { kid: 'key-1' }],
    ['that is no object', 'key-1'],
    ['that is null', null],
    ['to a thumbprint that is none', { jkt: 'short' }],
    ['to two things', { jkt: 'a'.repeat(43), 'x5t#S256': 'b'.repeat(43) }],
    ['with more than is understood', { jkt: 'a'.repeat(43), jwe: 'more' }],
  ])('%s is refused, not overlooked', async (_case, cnf) => {
    expect(await ask(await sign({ cnf }))).toMatchObject({ problem: 'TOKEN_CLAIMS' });
  });
});

describe('a token for a grant', () => {
  it('is refused where it is bound to nothing, saying why', async () => {
    const refused = await ask(await sign({ grant: 'grant-1' }));
    expect(refused).toEqual(refusal('TOKEN_UNBOUND', /^DPoP error="invalid_token"/));
    expect(refused).toMatchObject({
      reason: { en: expect.stringContaining('bound to a key (`cnf`)') },
    });
  });

  it('is refused from a system too', async () => {
    const token = await sign({ grant: 'grant-1', system: 'system-1' });
    expect(await ask(token)).toMatchObject({ problem: 'TOKEN_UNBOUND' });
  });

  it('is taken where it is bound', async () => {
    const token = await sign({ grant: 'grant-1', cnf: { jkt: key.thumbprint } });
    expect(await askWithProof(token)).toMatchObject({ caller: { grant: 'grant-1' } });
  });

  it('is taken from the development issuer as it is, and from no other', async () => {
    const token = await sign({ iss: DEVELOPMENT, grant: 'grant-1' });
    expect(await ask(token)).toMatchObject({ caller: { grant: 'grant-1' } });
  });
});

describe('a session token', () => {
  it('is taken with a proof, for the grant and the purpose of treatment alone', async () => {
    const token = await session();
    expect(await askWithProof(token)).toMatchObject({
      caller: {
        kind: 'professional',
        practitionerRole: 'role-1',
        organization: 'org-1',
        grant: 'grant-1',
        subject: 'account-1',
        client: 'clinic-app',
        purpose: 'TREAT',
      },
    });
  });

  it('of a system says for which it acts', async () => {
    const caller = { ...SESSION.caller, kind: 'system' as const, system: 'system-1' };
    expect(await askWithProof(await session({ caller }))).toMatchObject({
      caller: { kind: 'system', system: 'system-1', grant: 'grant-1' },
    });
  });

  it('ends when it was said to', async () => {
    const token = await session({ expires: SECONDS + 60 });
    const at = async (seconds: number): Promise<Identified> => {
      const now = NOW + seconds * 1000;
      const dpop = await key.proof({ method: 'POST', url: ADDRESS, token, now });
      return identity.identify(requestWith(token, { scheme: 'DPoP', dpop }), () => now);
    };
    expect(await at(0)).toMatchObject({ kind: 'caller' });
    expect(await at(90)).toMatchObject({ problem: 'TOKEN_EXPIRED' });
  });

  it('that another issuer has signed is refused', async () => {
    const forged = await sign({
      iss: SESSION_ISSUER,
      aud: 'urn:causeway:gateway',
      grant: 'grant-1',
      cnf: { jkt: key.thumbprint },
    });
    expect(await askWithProof(forged)).toMatchObject({ problem: 'TOKEN_KEY_UNKNOWN' });
  });
});

describe('a subject token', () => {
  const read = (token: string, dpop?: string, certificate?: Uint8Array): Promise<SubjectReading> =>
    identity.subject(
      token,
      {
        method: 'POST',
        url: new URL(ADDRESS),
        headers: { dpop },
        ...(certificate && { certificate }),
      },
      () => NOW,
    );

  const proof = (by: ProofKey = key): Promise<string> =>
    by.proof({ method: 'POST', url: ADDRESS, now: NOW });

  it('tells whose it is and how long, with the key of the proof beside it', async () => {
    expect(await read(await sign({}), await proof())).toEqual({
      kind: 'subject',
      caller: { ...SESSION.caller, tokenId: 'token-1' },
      purposes: ['TREAT'],
      issuer: PLAIN,
      expires: SECONDS + 3_600,
      thumbprint: key.thumbprint,
    });
  });

  it('is of no use without a proof, or with one that was used', async () => {
    const token = await sign({});
    expect(await read(token)).toEqual({ kind: 'problem', problem: 'PROOF_MISSING' });
    const dpop = await proof();
    expect(await read(token, dpop)).toMatchObject({ kind: 'subject' });
    expect(await read(token, dpop)).toEqual({ kind: 'problem', problem: 'PROOF_REPLAYED' });
  });

  it('that is bound to a key is taken with that key alone', async () => {
    const token = await sign({ cnf: { jkt: key.thumbprint } });
    expect(await read(token, await proof(other))).toEqual({
      kind: 'problem',
      problem: 'PROOF_KEY',
    });
    expect(await read(token, await proof())).toMatchObject({ kind: 'subject' });
  });

  it('that is bound to a certificate is taken with that certificate alone', async () => {
    const token = await sign({
      cnf: { 'x5t#S256': createHash('sha256').update(CERTIFICATE).digest('base64url') },
    });
    const refused = { kind: 'problem', problem: 'CERTIFICATE_OTHER' };
    expect(await read(token, await proof())).toEqual(refused);
    expect(await read(token, await proof(), OTHER_CERTIFICATE)).toEqual(refused);
    expect(await read(token, await proof(), CERTIFICATE)).toMatchObject({ kind: 'subject' });
  });

  it('that is none is refused', async () => {
    expect(await read('token', await proof())).toEqual({
      kind: 'problem',
      problem: 'TOKEN_MALFORMED',
    });
  });
});

describe('createIdentity', () => {
  it('refuses two issuers of one name', () => {
    const { trusted } = sessions;
    expect(() => createIdentity({ issuers: [trusted, trusted] })).toThrow(TypeError);
  });

  it('tells who sends no token of both ways to show one, and of no error', async () => {
    const request = { method: 'POST', url: new URL(ADDRESS), headers: {} };
    expect(await identity.identify(request, () => NOW)).toMatchObject({
      problem: 'TOKEN_MISSING',
      challenge: 'Bearer, DPoP algs="ES256 EdDSA PS256 RS256"',
    });
  });
});
