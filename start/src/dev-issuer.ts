/**
 * The development issuer: makes tokens for personas with a key of its own, which lies beside the databases. Whoever
 * can read that key can be anybody, so it serves one machine, for trying out, and refuses to exist in production.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { PersonaClaims } from '@causeway/seeds/personas';
import { SignJWT } from 'jose';
import type { DataFolder } from './data-folder.js';
import { signingKey, publicHalf } from './signing-key.js';
import { StartError } from './program.js';

/** The `iss` of development tokens. */
export const DEVELOPMENT_ISSUER = 'urn:causeway:development-issuer';

/** The `aud` of development tokens. */
export const DEVELOPMENT_AUDIENCE = 'urn:causeway:gateway';

/** How long a development token lasts, in seconds: a working day. */
export const TOKEN_LIFETIME = 12 * 3_600;

/** An issuer of tokens for trying out. */
export interface DevelopmentIssuer {
  /** A token with these claims, good from now (epoch milliseconds) for so many seconds. */
  issue(claims: PersonaClaims, now: number, lifetime?: number): Promise<string>;
}

/** The development issuer was asked for in production. */
export class ProductionError extends StartError {
  constructor() {
    super(
      'The development issuer does not run with NODE_ENV=production: whoever reads its key can be anybody.\n' +
        'Name your own issuer with CAUSEWAY_ISSUER, CAUSEWAY_AUDIENCE and CAUSEWAY_JWKS.',
    );
    this.name = 'ProductionError';
  }
}

/**
 * The development issuer of a data folder; its public keys are published in that folder.
 *
 * @throws ProductionError in production
 * @throws ExposedKeyError if others may read its private key
 */
export async function openDevelopmentIssuer(
  folder: DataFolder,
  { isProduction }: { readonly isProduction: boolean },
): Promise<DevelopmentIssuer> {
  if (isProduction) throw new ProductionError();
  const key = await signingKey(folder.issuerKey);
  publish(folder.issuerJwks, JSON.stringify({ keys: [publicHalf(key)] }));
  return {
    issue: (claims, now, lifetime = TOKEN_LIFETIME) => {
      const issuedAt = Math.floor(now / 1000);
      return new SignJWT({ ...claims, jti: randomUUID() })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(key.kid ? { kid: key.kid } : {}) })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(DEVELOPMENT_AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetime)
        .sign(key);
    },
  };
}

/** A gateway may be reading the file, so it is replaced as a whole, and only if it changes. */
function publish(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
