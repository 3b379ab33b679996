/** Where the issuer publishes its public keys: a JWKS file, or an address. Rotation is noticed by both. */
import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';

/** A JWKS by its parsed content, its file path, or its address. */
export type KeySource =
  { readonly keys: JSONWebKeySet } | { readonly file: string } | { readonly url: URL };

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
  // It follows no redirects, and asks again for an unknown key at most every 30 seconds.
  return createRemoteJWKSet(source.url);
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

function keysOfFile(file: string): JWTVerifyGetKey {
  let known: { readonly version: string; readonly find: JWTVerifyGetKey } | undefined;
  const refresh = async (): Promise<JWTVerifyGetKey> => {
    const { mtimeMs, size } = await stat(file);
    const version = `${mtimeMs}/${size}`;
    if (known?.version !== version) {
      const keys = JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet;
      known = { version, find: createLocalJWKSet(keys) };
    }
    return known.find;
  };
  return async (header, token) => {
    try {
      return await (known?.find ?? (await refresh()))(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return await (
        await refresh()
      )(header, token);
    }
  };
}
