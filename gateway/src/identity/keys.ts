/** Where the issuer publishes its public keys: a JWKS file, or an address. Rotation is noticed by both. */
import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { remoteKeys } from './remote-keys.js';

/** A JWKS by its parsed content, its file path, or its address, with how long it may take to answer (ms). */
export type KeySource =
  | { readonly keys: JSONWebKeySet }
  | { readonly file: string }
  | { readonly url: URL; readonly patience?: number };

/**
 * Finds the public key a token was signed with.
 *
 * @throws TypeError if the address is neither HTTPS nor on loopback: keys from it could be anybody's
 */
export function keysFrom(source: KeySource): JWTVerifyGetKey {
  if ('keys' in source) return createLocalJWKSet(source.keys);
  if ('file' in source) return keysOfFile(source.file);
  if (!isTrustworthy(source.url)) {
    throw new TypeError(`Expected an https address of a JWKS, got ${source.url.href}`);
  }
  return remoteKeys(source.url, source.patience);
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

function keysOfFile(file: string): JWTVerifyGetKey {
  let known: { readonly version: string; readonly find: JWTVerifyGetKey } | undefined;
  const refresh = async (): Promise<JWTVerifyGetKey> => {
    // A file that takes another's place may have its size and, where both were written in one tick, its time.
    const { ino, ctimeMs, mtimeMs, size } = await stat(file);
    const version = [ino, ctimeMs, mtimeMs, size].join('/');
    if (known?.version !== version) {
      const keys = JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet;
      known = { version, find: createLocalJWKSet(keys) };
    }
    return known.find;
  };
  // Looked at for each token that is verified: a key that was taken out of it counts no longer.
  return async (header, token) => (await refresh())(header, token);
}
