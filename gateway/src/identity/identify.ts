/**
 * Who asks: the bearer token of a request and its declared purpose of use become a caller, or a coded refusal. Kind
 * and jurisdiction of an organisation, and relations to patients, are facts for the decision, never claims.
 */
import type { Caller, PurposeOfUse } from '@causeway/schema';
import { isPurposeOfUse } from '@causeway/schema';
import type { TokenClaims } from './claims.js';
import { purposeRequired, unauthenticated } from './refusal.js';
import type { IdentityRefusal, PurposeProblem, TokenProblem } from './refusal.js';
import { keysFrom } from './keys.js';
import type { KeySource } from './keys.js';
import { TokenMemory } from './token-memory.js';
import { verifyToken } from './verify-token.js';
import type { TokenRules } from './verify-token.js';

/** Whose tokens are taken. */
export interface IdentityOptions {
  /** The `iss` of tokens. */
  readonly issuer: string;
  /** The `aud` that tokens have to name. */
  readonly audience: string;
  /** The issuer's public keys. */
  readonly keys: KeySource;
  /** Told why the keys cannot be read: then every request is refused. */
  readonly onKeyError?: (error: unknown) => void;
}

/** The headers of a request, by name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request's caller, or why there is none. */
export type Identified = { readonly kind: 'caller'; readonly caller: Caller } | IdentityRefusal;

/** Tells who asks. */
export interface Identity {
  /** The caller of a request with these headers; the clock gives epoch milliseconds. */
  identify(headers: RequestHeaders, clock: () => number): Promise<Identified>;
}

/** The header in which a request declares its purpose of use. */
export const PURPOSE_HEADER = 'purpose-of-use';

/**
 * An identity that takes the access tokens of one issuer.
 *
 * @throws TypeError if the keys are to come from an address that is neither HTTPS nor on loopback
 */
export function createIdentity(options: IdentityOptions): Identity {
  const rules: TokenRules = { ...options, keys: keysFrom(options.keys) };
  const memory = new TokenMemory();
  return {
    async identify(headers, clock) {
      const token = bearerToken(headers['authorization']);
      if (!('text' in token)) return unauthenticated(token.problem);
      const claims = await claimsOf(token.text, rules, memory, clock());
      if ('problem' in claims) return unauthenticated(claims.problem);
      const declared = declaredPurpose(headers[PURPOSE_HEADER], claims.purposes);
      if ('problem' in declared) return purposeRequired(declared.problem);
      return { kind: 'caller', caller: { ...claims.caller, purpose: declared.purpose } };
    },
  };
}

/** RFC 6750, section 2.1; a token longer than this is none of the issuer's. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,8192}=*)$/i;

function bearerToken(
  header: string | readonly string[] | undefined,
): { readonly text: string } | { readonly problem: TokenProblem } {
  if (header === undefined || header === '') return { problem: 'TOKEN_MISSING' };
  const text = typeof header === 'string' ? BEARER.exec(header)?.[1] : undefined;
  return text === undefined ? { problem: 'TOKEN_MALFORMED' } : { text };
}

async function claimsOf(
  token: string,
  rules: TokenRules,
  memory: TokenMemory,
  now: number,
): Promise<TokenClaims | { readonly problem: TokenProblem }> {
  const known = memory.recall(token, now);
  if (known !== undefined) return known;
  const verification = await verifyToken(token, rules, now);
  if (verification.kind === 'problem') return verification;
  memory.remember(token, verification.claims, verification.expires, now);
  return verification.claims;
}

function declaredPurpose(
  header: string | readonly string[] | undefined,
  purposes: readonly string[],
): { readonly purpose: PurposeOfUse } | { readonly problem: PurposeProblem } {
  const declared = (typeof header === 'string' ? [header] : (header ?? []))
    .flatMap((line) => line.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '');
  const [purpose, ...others] = declared;
  if (purpose === undefined) return { problem: 'PURPOSE_MISSING' };
  if (others.length > 0) return { problem: 'PURPOSE_SEVERAL' };
  if (!isPurposeOfUse(purpose)) return { problem: 'PURPOSE_UNKNOWN' };
  return purposes.includes(purpose) ? { purpose } : { problem: 'PURPOSE_FOREIGN' };
}
