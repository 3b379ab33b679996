import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { StartError, hasCode } from './program.js';

/** A private key that others than its owner can read. */
export class ExposedKeyError extends StartError {
  constructor(path: string) {
    super(
      `The key ${path} can be read by others, so anybody could have signed with it.\n` +
        'Remove the file; a new key is made at the next start, and tokens of the old one are refused.',
    );
    this.name = 'ExposedKeyError';
  }
}

/**
 * The ES256 key kept in a file that only its owner may read; made if it is not there.
 *
 * @throws ExposedKeyError if others may read the file
 */
export async function signingKey(path: string): Promise<JWK> {
  const known = readKey(path);
  if (known !== undefined) return known;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  keepFirst(path, JSON.stringify({ ...jwk, kid, alg: 'ES256', use: 'sig' }));
  return signingKey(path);
}

/** The public half of a key. */
export function publicHalf({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return JSON.parse(JSON.stringify({ kty, crv, x, y, kid, alg, use })) as JWK;
}

function readKey(path: string): JWK | undefined {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) return undefined;
  if ((file.mode & 0o077) !== 0) throw new ExposedKeyError(path);
  return JSON.parse(readFileSync(path, 'utf8')) as JWK;
}

/** Of two programs that start at once, both use the key of the one that was first. */
function keepFirst(path: string, text: string): void {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(mine, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(mine);
  }
}
