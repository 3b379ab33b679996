/**
 * The signed context of a fetch: how a subgraph knows that the gateway asks, on whose behalf, and with which
 * decisions. A compact HS256 JWT (RFC 7519) binds method, path, subgraph and the digest of the body; the context
 * itself travels in the body's `extensions`, under that digest. Made with `node:crypto`: it is signed for every
 * fetch.
 */
import { isInstant } from './clinical-date.js';
import { createHmac, createSecretKey, hash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Caller } from './caller.js';
import type { Permit } from './decision.js';
import type { AnsweredQuestion } from './explanation.js';
import type { Language } from './languages.js';

/** What the gateway asks on its own behalf: facts, the audit log, the relay of changes, the courier of notices. */
export type OwnUse = 'facts' | 'audit' | 'relay' | 'courier';

/** What the gateway states with each fetch. */
export interface FetchContext {
  /** `data` resolves the graph for a caller; `facts`, `audit`, `relay` and `courier` are the gateway's own calls. */
  readonly use: 'data' | OwnUse;
  /** The caller on whose behalf data is asked; null for the gateway's own calls. */
  readonly caller: Caller | null;
  /** The permits of the patients concerned; a patient without one is not there. */
  readonly permits: readonly Permit[];
  /** The instant of the decision (epoch milliseconds). */
  readonly now: number;
  /**
   * How long the gateway still waits for the answer, in milliseconds: a length, since two clocks never agree. Work past
   * it is for nobody. Not there for what changes something, which is finished once it has begun.
   */
  readonly wait?: number;
  /** The language in which the caller is spoken to; English where nothing is said. */
  readonly language?: Language;
  /** What the gateway answers to questions why something was decided, by the response keys of the fetch's root fields. */
  readonly explanations?: Readonly<Record<string, AnsweredQuestion>>;
}

/** The body of a request to a subgraph. */
export interface SubgraphBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions: { readonly causeway: FetchContext };
}

/** What a token speaks for. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly subgraph: string;
  readonly body: string;
}

/** How long a token is good for, in seconds. */
export const TOKEN_LIFETIME_SECONDS = 30;

/** The header that carries the token. */
export const CONTEXT_HEADER = 'causeway-context';

const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

const digestOf = (text: string): string => hash('sha256', text, 'base64url');

/** Each key as an object: made of its bytes anew for every signature, it costs seven times the signature. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function keyObjectOf(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

const signing = (input: string, key: Uint8Array): ReturnType<typeof createHmac> =>
  createHmac('sha256', keyObjectOf(key)).update(input);

/** The token for one request, signed with the subgraph's key, at an instant (epoch milliseconds). */
export function signRequest(request: SignedRequest, key: Uint8Array, now: number): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    iss: 'causeway-gateway',
    aud: request.subgraph,
    htm: request.method,
    htu: request.path,
    bh: digestOf(request.body),
    iat: issuedAt,
    exp: issuedAt + TOKEN_LIFETIME_SECONDS,
    jti: randomUUID(),
  };
  const input = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${input}.${signing(input, key).digest('base64url')}`;
}

/** Why a token was refused. */
export type ContextRefusal =
  'missing' | 'malformed' | 'signature' | 'mismatch' | 'expired' | 'replayed';

/** A token that does not speak for the request it came with. */
export class SignedContextError extends Error {
  readonly reason: ContextRefusal;

  constructor(reason: ContextRefusal) {
    super(`Expected a signed context of the gateway for this request, got one that is ${reason}`);
    this.name = 'SignedContextError';
    this.reason = reason;
  }
}

/** Remembers token ids until they expire, so that none is taken twice. */
export class ReplayGuard {
  readonly #seen = new Map<string, number>();

  /** Whether the id is new; it is remembered until its expiry (epoch seconds). */
  admit(id: string, expiry: number, now: number): boolean {
    for (const [known, until] of this.#seen) {
      if (until >= now) break;
      this.#seen.delete(known);
    }
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, expiry);
    return true;
  }
}

/**
 * Verifies a request's token against any of the subgraph's keys (two are valid during rotation).
 *
 * @throws SignedContextError if the token is missing, malformed, of another key, request or time, or replayed
 */
export function verifyRequest(
  request: SignedRequest,
  token: string | undefined,
  keys: readonly Uint8Array[],
  now: number,
  replays: ReplayGuard,
): void {
  if (token === undefined || token === '') throw new SignedContextError('missing');
  const [header, payload, signature, ...rest] = token.split('.');
  if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) {
    throw new SignedContextError('malformed');
  }
  const given = Buffer.from(signature, 'base64url');
  const input = `${header}.${payload}`;
  const isSigned = keys.some((key) => {
    const expected = signing(input, key).digest();
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  if (!isSigned) throw new SignedContextError('signature');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;
  const isForThis =
    claims['aud'] === request.subgraph &&
    claims['htm'] === request.method &&
    claims['htu'] === request.path &&
    claims['bh'] === digestOf(request.body);
  if (!isForThis) throw new SignedContextError('mismatch');
  const { iat, exp, jti } = claims;
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof jti !== 'string') {
    throw new SignedContextError('malformed');
  }
  const seconds = now / 1000;
  // A few seconds of skew between two clocks; the end is not extended by it.
  if (!isInstant(now) || seconds > exp || seconds < iat - 5 || exp - iat > TOKEN_LIFETIME_SECONDS) {
    throw new SignedContextError('expired');
  }
  if (!replays.admit(jti, exp, seconds)) throw new SignedContextError('replayed');
}
