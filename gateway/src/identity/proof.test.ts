import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { base64url } from 'jose';
import { ProofMemory } from './proof-memory.js';
import { Proofs } from './proof.js';
import type { ProofVerification } from './proof.js';
import type { PresentedRequest } from './request.js';
import { proofKey } from './testing/proof-key.js';
import type { ProofChanges, ProofKey } from './testing/proof-key.js';
import { digestOf } from './verify-token.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const SECONDS = NOW / 1000;
const URL_ASKED = 'https://causeway.example/graphql';
const TOKEN = 'header.payload.signature';

let key: ProofKey;
let other: ProofKey;
let memory: ProofMemory;
let proofs: Proofs;

beforeAll(async () => {
  [key, other] = await Promise.all([proofKey(), proofKey()]);
});

beforeEach(() => {
  memory = new ProofMemory();
  proofs = new Proofs(memory);
});

const proofFor = (changes: ProofChanges = {}, by: ProofKey = key): Promise<string> =>
  by.proof({ method: 'POST', url: URL_ASKED, token: TOKEN, now: NOW }, changes);

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly now?: number;
}

/** Verifies a `DPoP` header as the one of a request. */
function verify(
  dpop: string | readonly string[] | undefined,
  { method = 'POST', url = URL_ASKED, now = NOW }: Asked = {},
): Promise<ProofVerification> {
  const request: PresentedRequest = { method, url: new URL(url), headers: { dpop } };
  const binding = { tokenDigest: digestOf(TOKEN), thumbprint: key.thumbprint };
  return proofs.verify(request, binding, now);
}

const refusal = (problem: string): unknown => ({ kind: 'problem', problem });

describe('Proofs', () => {
  it('takes a proof for this request, and tells its key', async () => {
    expect(await verify(await proofFor())).toEqual({ kind: 'proven', thumbprint: key.thumbprint });
  });

  it.each(['EdDSA', 'PS256', 'RS256'])('takes one signed with %s', async (alg) => {
    const client = await proofKey(alg);
    const request = {
      method: 'POST',
      url: new URL(URL_ASKED),
      headers: { dpop: await proofFor({}, client) },
    };
    const binding = { tokenDigest: null, thumbprint: client.thumbprint };
    expect(await proofs.verify(request, binding, NOW)).toMatchObject({ kind: 'proven' });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['made almost a minute ago', { iat: SECONDS - 59 }],
    ['made a little in the future', { iat: SECONDS + 30 }],
    ['for the address with a query', { htu: `${URL_ASKED}?query=x` }],
    ['for the address with a fragment', { htu: `${URL_ASKED}#x` }],
    ['for the address in another writing', { htu: 'HTTPS://Causeway.Example:443/./graphql' }],
  ])('takes one %s', async (_case, claims) => {
    expect(await verify(await proofFor({ claims }))).toMatchObject({ kind: 'proven' });
  });

  it('takes one for the address without the query that was asked', async () => {
    const answer = await verify(await proofFor(), { url: `${URL_ASKED}?query=%7Ba%7D` });
    expect(answer).toMatchObject({ kind: 'proven' });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['for another method', { htm: 'GET' }, 'PROOF_METHOD'],
    ['for the method in lower case', { htm: 'post' }, 'PROOF_METHOD'],
    ['for another path', { htu: 'https://causeway.example/token' }, 'PROOF_URL'],
    ['for another host', { htu: 'https://evil.example/graphql' }, 'PROOF_URL'],
    ['for another port', { htu: 'https://causeway.example:8443/graphql' }, 'PROOF_URL'],
    ['for another scheme', { htu: 'http://causeway.example/graphql' }, 'PROOF_URL'],
    ['for a path alone', { htu: '/graphql' }, 'PROOF_URL'],
    ['made a minute ago', { iat: SECONDS - 60 }, 'PROOF_TIME'],
    ['made in the future', { iat: SECONDS + 31 }, 'PROOF_TIME'],
    ['that says itself that it has ended', { exp: SECONDS - 1 }, 'PROOF_TIME'],
    ['for another token', { ath: digestOf('another') }, 'PROOF_TOKEN'],
    ['for no token', { ath: undefined }, 'PROOF_TOKEN'],
    ['without an id', { jti: undefined }, 'PROOF_CLAIMS'],
    ['with an empty id', { jti: '' }, 'PROOF_CLAIMS'],
    ['with an id without end', { jti: 'x'.repeat(257) }, 'PROOF_CLAIMS'],
    ['without a method', { htm: undefined }, 'PROOF_CLAIMS'],
    ['without an address', { htu: undefined }, 'PROOF_CLAIMS'],
    ['without a time', { iat: undefined }, 'PROOF_CLAIMS'],
    ['with a time that is no number', { iat: String(SECONDS) }, 'PROOF_CLAIMS'],
  ])('refuses one %s', async (_case, claims, problem) => {
    expect(await verify(await proofFor({ claims }))).toEqual(refusal(problem));
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['without a type', { typ: undefined }, 'PROOF_TYPE'],
    ['that is an access token', { typ: 'at+jwt' }, 'PROOF_TYPE'],
    ['without a key', { jwk: undefined }, 'PROOF_MALFORMED'],
    ['with a key that is none', { jwk: 'key' }, 'PROOF_MALFORMED'],
  ])('refuses one %s', async (_case, header, problem) => {
    expect(await verify(await proofFor({ header }))).toEqual(refusal(problem));
  });

  it('refuses one that gives the private key away', async () => {
    const proof = await proofFor({ header: { jwk: key.privateJwk } });
    expect(await verify(proof)).toEqual(refusal('PROOF_MALFORMED'));
  });

  it('refuses one by another key', async () => {
    expect(await verify(await proofFor({}, other))).toEqual(refusal('PROOF_KEY'));
  });

  it('refuses one with the right key in its header that another has signed', async () => {
    const proof = await proofFor({ header: { jwk: key.publicJwk } }, other);
    expect(await verify(proof)).toEqual(refusal('PROOF_SIGNATURE'));
  });

  it('refuses one whose claims were changed', async () => {
    const [header = '', , signature = ''] = (await proofFor()).split('.');
    const [, payload = ''] = (await proofFor({ claims: { htm: 'GET' } })).split('.');
    expect(await verify(`${header}.${payload}.${signature}`, { method: 'GET' })).toEqual(
      refusal('PROOF_SIGNATURE'),
    );
  });

  it.each(['none', 'HS256'])('refuses one signed with %s', async (alg) => {
    const parts = [
      { alg, typ: 'dpop+jwt', jwk: { kty: 'oct', k: base64url.encode('secret') } },
      { jti: '1', htm: 'POST', htu: URL_ASKED, iat: SECONDS, ath: digestOf(TOKEN) },
    ];
    const input = parts.map((part) => base64url.encode(JSON.stringify(part))).join('.');
    const signature =
      alg === 'none' ? '' : createHmac('sha256', 'secret').update(input).digest('base64url');
    expect(await verify(`${input}.${signature}`)).toEqual(refusal('PROOF_ALGORITHM'));
  });

  it.each<readonly [string, string | readonly string[] | undefined, string]>([
    ['missing', undefined, 'PROOF_MISSING'],
    ['empty', '', 'PROOF_MISSING'],
    ['no JWT', 'proof', 'PROOF_MALFORMED'],
    ['given twice', ['a.b.c', 'a.b.c'], 'PROOF_MALFORMED'],
  ])('refuses a header that is %s', async (_case, dpop, problem) => {
    expect(await verify(dpop)).toEqual(refusal(problem));
  });

  it('refuses one that is longer than any client would make it', async () => {
    const proof = await proofFor({ claims: { note: 'x'.repeat(8_192) } });
    expect(await verify(proof)).toEqual(refusal('PROOF_MALFORMED'));
  });

  it('refuses two proofs that were joined to one header', async () => {
    expect(await verify(`${await proofFor()}, ${await proofFor()}`)).toEqual(
      refusal('PROOF_MALFORMED'),
    );
  });

  it('takes a proof once, as long as it could be taken', async () => {
    const proof = await proofFor({ claims: { iat: SECONDS + 30 } });
    expect(await verify(proof)).toMatchObject({ kind: 'proven' });
    for (const later of [0, 1_000, 89_999]) {
      expect(await verify(proof, { now: NOW + later })).toEqual(refusal('PROOF_REPLAYED'));
    }
    expect(await verify(proof, { now: NOW + 90_000 })).toEqual(refusal('PROOF_TIME'));
  });

  it('takes the same id from two keys', async () => {
    const claims = { jti: 'one' };
    expect(await verify(await proofFor({ claims }))).toMatchObject({ kind: 'proven' });
    const request = {
      method: 'POST',
      url: new URL(URL_ASKED),
      headers: { dpop: await proofFor({ claims }, other) },
    };
    const binding = { tokenDigest: null, thumbprint: null };
    expect(await proofs.verify(request, binding, NOW)).toMatchObject({ kind: 'proven' });
  });

  it('remembers only proofs that were taken', async () => {
    await verify(await proofFor({ claims: { htm: 'GET' } }));
    await verify(await proofFor({}, other));
    expect(memory.size).toBe(0);
  });
});
