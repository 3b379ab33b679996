/** By what the auditor is known to the gateway: tokens of the personas, made or given. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { personaNamed } from '@causeway/seeds/personas';
import type { PersonaName } from '@causeway/seeds/personas';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { DataFolder } from '../../start/src/data-folder.js';
import {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  openDevelopmentIssuer,
} from '../../start/src/dev-issuer.js';
import { proofKey } from '../../gateway/src/identity/testing/proof-key.js';
import { publicHalf, signingKey } from '../../start/src/signing-key.js';
import { NotApplicable } from './audit.js';
import { TargetError } from './target.js';
import type { Credential } from './target.js';

/** The tokens of the personas. */
export interface Credentials {
  /**
   * A persona's token.
   *
   * @throws NotApplicable if there is none
   */
  of(persona: PersonaName): Promise<Credential>;
  /** Makes any other token; null where tokens are only given. */
  readonly issuer: Issuer | null;
}

/** What a token says; what is left out is as the gateway expects it. */
export interface TokenContents {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly issuer?: string;
  readonly audience?: string;
  /** In seconds from now. */
  readonly expiresIn?: number;
  /** The private key it is signed with, in place of the issuer's. */
  readonly key?: JWK;
}

/** The issuer whose tokens the gateway takes. */
export interface Issuer {
  /** A token; one that names a grant is bound to a key (RFC 9449), since gateways may take it in no other way. */
  issue(contents: TokenContents): Promise<Credential>;
  /** The key that is published. */
  readonly publicKey: JWK;
}

const MINUTES_10 = 600;

/** The credentials of a folder with an issuer's private key. */
export async function credentialsIn(folder: DataFolder): Promise<Credentials> {
  // Publishes its keys for the gateway.
  await openDevelopmentIssuer(folder, { isProduction: false });
  const own = await signingKey(folder.issuerKey);
  const client = await proofKey();
  const prove: Credential['prove'] = (request) => client.proof({ ...request, now: Date.now() });
  const issuer: Issuer = {
    publicKey: publicHalf(own),
    issue: async ({
      claims,
      issuer = DEVELOPMENT_ISSUER,
      audience = DEVELOPMENT_AUDIENCE,
      expiresIn = MINUTES_10,
      key = own,
    }) => {
      const now = Math.floor(Date.now() / 1000);
      const isBound = claims['grant'] !== undefined;
      const bound = isBound ? { cnf: { jkt: client.thumbprint } } : {};
      const token = await new SignJWT({ ...claims, ...bound, jti: randomUUID() })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(own.kid && { kid: own.kid }) })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(Math.min(now, now + expiresIn - MINUTES_10))
        .setExpirationTime(now + expiresIn)
        .sign(key);
      return { token, prove: isBound ? prove : null };
    },
  };
  return {
    issuer,
    of: (persona) => issuer.issue({ claims: claimsOf(persona) }),
  };
}

/**
 * Tokens that somebody else made, by persona, in a JSON file.
 *
 * @throws TargetError if it cannot be read
 */
export function credentialsFrom(path: string): Credentials {
  const tokens = tokensIn(path);
  return {
    issuer: null,
    of: (persona) => {
      const token = tokens[persona];
      if (typeof token === 'string') return Promise.resolve({ token, prove: null });
      return Promise.reject(new NotApplicable(`needs a token of ${persona}`));
    },
  };
}

/**
 * What a persona's token states.
 *
 * @throws TargetError if there is no such persona
 */
export function claimsOf(persona: PersonaName): Readonly<Record<string, unknown>> {
  const known = personaNamed(persona);
  if (known === undefined) throw new TargetError(`Expected a persona, got ${persona}`);
  return { ...known.claims };
}

function tokensIn(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new TargetError(`Expected a JSON file of tokens by persona, got ${path}`, { cause });
  }
}
