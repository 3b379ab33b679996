/** Verifies an access token: signature, type, issuer, audience, times and claims, in that order. */
import { createHash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { ALGORITHMS } from './algorithms.js';
import { readClaims } from './claims.js';
import type { TokenClaims } from './claims.js';
import type { TokenProblem } from './refusal.js';

/** How far the clocks of issuer and gateway may be apart, in seconds. */
export const CLOCK_TOLERANCE = 30;

/** What a token is verified against. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  readonly unboundGrants: UnboundGrants;
  /** Told why the keys cannot be read. */
  readonly onKeyError?: ((error: unknown) => void) | undefined;
}

/**
 * Whether tokens for a grant are taken that are bound to nothing, so that whoever holds one can use it: refused, save
 * for trying out on one machine.
 */
export type UnboundGrants = 'REFUSED' | 'DEVELOPMENT_ONLY';

/** A token that was verified. */
export interface VerifiedToken {
  readonly claims: TokenClaims;
  readonly issuer: string;
  /** The SHA-256 of its text, in base64url. */
  readonly digest: string;
  /** The end of its life, in epoch seconds. */
  readonly expires: number;
}

/** A token that was verified, or what is wrong with it. */
export type Verification =
  | { readonly kind: 'verified'; readonly token: VerifiedToken }
  | { readonly kind: 'problem'; readonly problem: TokenProblem };

/** The SHA-256 of a token's text, in base64url. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Verifies a token at an instant (epoch milliseconds). */
export async function verifyToken(
  token: string,
  rules: TokenRules,
  now: number,
): Promise<Verification> {
  const payload = await verifiedPayload(token, rules, now);
  if (typeof payload === 'string') return { kind: 'problem', problem: payload };
  const claims = readClaims(payload);
  const { exp, iat } = payload;
  if (claims === undefined || exp === undefined || iat === undefined) {
    return { kind: 'problem', problem: 'TOKEN_CLAIMS' };
  }
  if (iat > now / 1000 + CLOCK_TOLERANCE)
    return { kind: 'problem', problem: 'TOKEN_NOT_YET_VALID' };
  if (isForGrant(claims) && claims.confirmation === null && rules.unboundGrants === 'REFUSED')
    return { kind: 'problem', problem: 'TOKEN_UNBOUND' };
  const { issuer } = rules;
  return { kind: 'verified', token: { claims, issuer, digest: digestOf(token), expires: exp } };
}

function isForGrant({ caller }: TokenClaims): boolean {
  switch (caller.kind) {
    case 'person':
    case 'office':
      return false;
    case 'professional':
    case 'system':
      return caller.grant !== null;
  }
}

async function verifiedPayload(
  token: string,
  { issuer, audience, keys, onKeyError }: TokenRules,
  now: number,
): Promise<JWTPayload | TokenProblem> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      issuer,
      audience,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'KEYS_UNAVAILABLE') onKeyError?.(error);
    return problem;
  }
}

const PROBLEMS_OF_CLAIMS: Readonly<Record<string, TokenProblem>> = {
  typ: 'TOKEN_TYPE',
  iss: 'TOKEN_ISSUER',
  aud: 'TOKEN_AUDIENCE',
};

const MALFORMED = [errors.JWSInvalid, errors.JWTInvalid, errors.JOSENotSupported];

function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'TOKEN_EXPIRED';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf' && error.reason === 'check_failed') return 'TOKEN_NOT_YET_VALID';
    return PROBLEMS_OF_CLAIMS[error.claim] ?? 'TOKEN_CLAIMS';
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'TOKEN_ALGORITHM';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'TOKEN_SIGNATURE';
  if (error instanceof errors.JWKSNoMatchingKey) return 'TOKEN_KEY_UNKNOWN';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'TOKEN_KEY_UNKNOWN';
  if (MALFORMED.some((kind) => error instanceof kind)) return 'TOKEN_MALFORMED';
  // Whatever else went wrong, it was on the way to the keys.
  return 'KEYS_UNAVAILABLE';
}
