/** Public keys that an issuer publishes at an address. */
import { createRemoteJWKSet, customFetch } from 'jose';
import type { FetchImplementation, JWTVerifyGetKey } from 'jose';

/** How long keys are taken that were not fetched anew since: so long may a withdrawn key be of use (ms). */
const MAX_AGE = 600_000;

/** How soon keys are fetched again for a token of a key that is not among them (ms). */
const COOLDOWN = 30_000;

/** How long all of an answer may take: whoever asks meanwhile waits for it (ms). */
const PATIENCE = 5_000;

/** The largest set of keys that is read, in bytes: some hundred keys. */
const MAX_SIZE = 256 * 2 ** 10;

/** Finds keys in the set at an address, which is followed nowhere else. */
export function remoteKeys(address: URL, patience = PATIENCE): JWTVerifyGetKey {
  return createRemoteJWKSet(address, {
    cacheMaxAge: MAX_AGE,
    cooldownDuration: COOLDOWN,
    timeoutDuration: patience,
    [customFetch]: fetchWithinSize,
  });
}

const fetchWithinSize: FetchImplementation = async (address, options) => {
  const { status, body } = await fetch(address, options);
  const answer: AsyncIterable<Uint8Array> | null = body;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer ?? []) {
    size += part.length;
    if (size > MAX_SIZE)
      throw new RangeError(`Expected a set of keys of at most ${MAX_SIZE} bytes, got more`);
    parts.push(part);
  }
  return new Response(Buffer.concat(parts), { status });
};
