import { BoundedMap } from '@causeway/schema';
import { EmbeddedJWK, calculateJwkThumbprint, errors } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JWTHeaderParameters } from 'jose';

/** A public key that a proof brings along. */
export interface EmbeddedKey {
  readonly key: CryptoKey;
  /** RFC 7638, in base64url. */
  readonly thumbprint: string;
}

/** How many keys are remembered; the one that was remembered first makes room. */
const CAPACITY = 10_000;

/**
 * The keys that proofs bring along, by the very text of their headers, which a client does not change: making a key of
 * a JWK costs as much as verifying a signature with it.
 */
export class EmbeddedKeys {
  readonly #known: BoundedMap<string, EmbeddedKey>;

  constructor(capacity: number = CAPACITY) {
    this.#known = new BoundedMap({ capacity });
  }

  /**
   * The key of a proof with this header.
   *
   * @throws JOSEError if there is none, or it is not a public one for the algorithm
   */
  async find(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<EmbeddedKey> {
    const text = token.protected ?? '';
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const key = await EmbeddedJWK(header, token);
    if (header.jwk === undefined) throw new errors.JWSInvalid('Expected a JWK in the header');
    const found = { key, thumbprint: await calculateJwkThumbprint(header.jwk) };
    this.#known.set(text, found);
    return found;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#known.size;
  }
}
