import { createHash, createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ReplayGuard, SignedContextError, signRequest, verifyRequest } from './signed-context.js';
import type { ContextRefusal, SignedRequest } from './signed-context.js';

const NOW = Date.parse('2026-06-01T12:00:00+08:00');
const KEY = new Uint8Array(32).fill(1);
const FORMER_KEY = new Uint8Array(32).fill(2);

const REQUEST: SignedRequest = {
  method: 'POST',
  path: '/graphql',
  subgraph: 'records',
  body: '{"query":"{ __typename }"}',
};

let replays: ReplayGuard;

beforeEach(() => {
  replays = new ReplayGuard();
});

/** What becomes of a token: accepted, or why not. */
function verdict(
  token: string | undefined,
  request: SignedRequest = REQUEST,
  now = NOW,
): ContextRefusal | 'accepted' {
  try {
    verifyRequest(request, token, [KEY, FORMER_KEY], now, replays);
    return 'accepted';
  } catch (error) {
    if (error instanceof SignedContextError) return error.reason;
    throw error;
  }
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const HS256 = { alg: 'HS256', typ: 'JWT' };

/** A token made by hand, properly signed, with the claims of a good one unless told. */
function crafted(claims: Readonly<Record<string, unknown>>, header: object = HS256): string {
  const issuedAt = NOW / 1000;
  const good = {
    iss: 'causeway-gateway',
    aud: REQUEST.subgraph,
    htm: REQUEST.method,
    htu: REQUEST.path,
    bh: createHash('sha256').update(REQUEST.body).digest('base64url'),
    iat: issuedAt,
    exp: issuedAt + 30,
    jti: 'a-token',
  };
  const input = `${encode(header)}.${encode({ ...good, ...claims })}`;
  return `${input}.${createHmac('sha256', KEY).update(input).digest('base64url')}`;
}

describe('verifyRequest', () => {
  it('accepts what signRequest signed', () => {
    expect(verdict(signRequest(REQUEST, KEY, NOW))).toBe('accepted');
  });

  it('accepts the former key during rotation', () => {
    expect(verdict(signRequest(REQUEST, FORMER_KEY, NOW))).toBe('accepted');
  });

  it('refuses every token where there is no key', () => {
    expect(() => {
      verifyRequest(REQUEST, signRequest(REQUEST, KEY, NOW), [], NOW, replays);
    }).toThrow(SignedContextError);
  });

  it.each([
    ['no token', undefined, 'missing'],
    ['an empty token', '', 'missing'],
    ['a text', 'let me in', 'malformed'],
    ['two parts', crafted({}).split('.').slice(0, 2).join('.'), 'malformed'],
    ['four parts', `${crafted({})}.x`, 'malformed'],
    ['another algorithm', crafted({}, { alg: 'HS512', typ: 'JWT' }), 'malformed'],
    ['no algorithm', crafted({}, { alg: 'none', typ: 'JWT' }), 'malformed'],
    ['no signature', `${crafted({}).split('.').slice(0, 2).join('.')}.`, 'signature'],
    ['another key', signRequest(REQUEST, new Uint8Array(32).fill(3), NOW), 'signature'],
    ['no token id', crafted({ jti: undefined }), 'malformed'],
    ['no expiry', crafted({ exp: undefined }), 'malformed'],
    ['an expiry that is a text', crafted({ exp: '9999999999' }), 'malformed'],
    ['no issue time', crafted({ iat: undefined }), 'malformed'],
    ['a life of 31 seconds', crafted({ exp: NOW / 1000 + 31 }), 'expired'],
    ['no audience', crafted({ aud: undefined }), 'mismatch'],
    ['no body digest', crafted({ bh: undefined }), 'mismatch'],
  ] as const)('refuses %s', (_, token, reason) => {
    expect(verdict(token)).toBe(reason);
  });

  it('refuses claims that were changed after signing', () => {
    const [header, , signature] = signRequest(REQUEST, KEY, NOW).split('.');
    const [, forged] = crafted({ aud: 'records' }).split('.');
    expect(verdict([header, forged, signature].join('.'))).toBe('signature');
  });

  it.each([
    ['method', { method: 'GET' }],
    ['path', { path: '/graphql/' }],
    ['subgraph', { subgraph: 'patients' }],
    ['body', { body: `${REQUEST.body} ` }],
  ])('refuses a token for another %s', (_, other) => {
    expect(verdict(signRequest(REQUEST, KEY, NOW), { ...REQUEST, ...other })).toBe('mismatch');
  });

  it.each([
    ['at its last second', 30_000, 'accepted'],
    ['after it', 31_000, 'expired'],
    ['by a clock that is 5 seconds behind', -5_000, 'accepted'],
    ['by a clock that is 6 seconds behind', -6_000, 'expired'],
    ['by a clock that tells no time', Number.NaN, 'expired'],
  ] as const)('judges a token %s', (_, later, expected) => {
    expect(verdict(signRequest(REQUEST, KEY, NOW), REQUEST, NOW + later)).toBe(expected);
  });

  it('refuses a token the second time', () => {
    const token = signRequest(REQUEST, KEY, NOW);
    expect([verdict(token), verdict(token)]).toEqual(['accepted', 'replayed']);
  });

  it('does not use a token up that it refuses', () => {
    const token = signRequest(REQUEST, KEY, NOW);
    expect(verdict(token, { ...REQUEST, body: 'another' })).toBe('mismatch');
    expect(verdict(token)).toBe('accepted');
  });

  it('signs two requests of one body differently', () => {
    expect(signRequest(REQUEST, KEY, NOW)).not.toBe(signRequest(REQUEST, KEY, NOW));
  });

  it('says what it expected', () => {
    const token = signRequest(REQUEST, new Uint8Array(32), NOW);
    expect(() => {
      verifyRequest(REQUEST, token, [KEY], NOW, replays);
    }).toThrow('Expected a signed context of the gateway for this request');
  });
});

describe('ReplayGuard', () => {
  it('remembers an id until its expiry, and may forget it then', () => {
    const guard = new ReplayGuard();
    expect(guard.admit('a', 100, 90)).toBe(true);
    expect(guard.admit('a', 100, 100)).toBe(false);
    expect(guard.admit('b', 130, 101)).toBe(true);
    expect(guard.admit('a', 131, 102)).toBe(true);
  });
});
