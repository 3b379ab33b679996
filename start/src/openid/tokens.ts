import { createHash } from 'node:crypto';
import type { PersonaClaims } from '@causeway/seeds/personas';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import { PAGES_CLIENT } from './client.js';

/** How long a sign-in at the development provider lasts, in seconds. */
export const SIGN_IN_LIFETIME = 3_600;

/** What a token of the pages states: those of the persona, without a grant that their token may be bound to. */
export function claimsForPages(claims: PersonaClaims): PersonaClaims {
  const others = Object.entries(claims).filter(([name]) => name !== 'grant');
  return Object.fromEntries(others) as unknown as PersonaClaims;
}

/** What an ID token tells the client. */
export interface IdTokenFacts {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly nonce: string | null;
}

/** An ID token from now (epoch milliseconds), signed with the development issuer's key; no gateway takes one. */
export function idToken(
  { issuer, subject, name, nonce }: IdTokenFacts,
  key: JWK,
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ name, ...(nonce === null ? {} : { nonce }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(PAGES_CLIENT)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + SIGN_IN_LIFETIME)
    .sign(key);
}

/** Whether a client shows the secret whose digest it gave before (RFC 7636, S256). */
export function provesPossession(verifier: string | null, challenge: string): boolean {
  if (verifier === null) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
