/**
 * The layer's own issuer: tokens for one redeemed grant, bound to a client's key and short-lived. What they may read is
 * decided anew at each use, by the grant as it then is.
 */
import { randomUUID } from 'node:crypto';
import type { PurposeOfUse } from '@causeway/schema';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { TrustedIssuer } from './access-tokens.js';
import type { TokenCaller } from './claims.js';

/** The `iss` of session tokens. */
export const SESSION_ISSUER = 'urn:causeway:sessions';

/** The `aud` of session tokens. */
const SESSION_AUDIENCE = 'urn:causeway:gateway';

/** A provider: who alone can hold a session. */
export type SessionCaller = Extract<TokenCaller, { readonly kind: 'professional' | 'system' }>;

/** What a session token states. */
export interface SessionTerms {
  readonly caller: SessionCaller;
  /** The CrossBorderGrant id, and the one purpose it is for. */
  readonly grant: string;
  readonly purpose: PurposeOfUse;
  /** The RFC 7638 thumbprint of the key it is bound to. */
  readonly thumbprint: string;
  /** Its end, in epoch seconds. */
  readonly expires: number;
}

/** The issuer of session tokens. */
export interface SessionIssuer {
  /** What the gateway has to trust, so that it takes them. */
  readonly trusted: TrustedIssuer;
  /** A session token, good from now on (epoch milliseconds). */
  issue(terms: SessionTerms, now: number): Promise<string>;
}

/** The issuer that signs with a private ES256 key. */
export function createSessionIssuer(key: JWK): SessionIssuer {
  return {
    trusted: {
      issuer: SESSION_ISSUER,
      audience: SESSION_AUDIENCE,
      keys: { keys: { keys: [publicHalf(key)] } },
    },
    issue: ({ caller, grant, purpose, thumbprint, expires }, now) =>
      new SignJWT({
        client_id: caller.client,
        fhirUser: `PractitionerRole/${caller.practitionerRole}`,
        organization: caller.organization,
        ...(caller.kind === 'system' && { system: caller.system }),
        purpose_of_use: [purpose],
        grant,
        cnf: { jkt: thumbprint },
      })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(key.kid && { kid: key.kid }) })
        .setIssuer(SESSION_ISSUER)
        .setAudience(SESSION_AUDIENCE)
        .setSubject(caller.subject)
        .setJti(randomUUID())
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(expires)
        .sign(key),
  };
}

function publicHalf({ kty, crv, x, y, kid }: JWK): JWK {
  return { kty, crv, x, y, alg: 'ES256', use: 'sig', ...(kid && { kid }) } as JWK;
}
