import { createHash } from 'node:crypto';
import type { TokenClaims } from './claims.js';

/** How long a verified token is taken without being verified again, in milliseconds. */
const LONGEST = 5 * 60_000;

/** How many verified tokens are remembered; the one that was remembered first makes room. */
const CAPACITY = 10_000;

interface Remembered {
  readonly claims: TokenClaims;
  /** Epoch milliseconds. */
  readonly until: number;
}

/**
 * Verified tokens by the SHA-256 of their text, until they expire and five minutes at most: verifying one costs more
 * than all else a small request does. Facts are never remembered.
 */
export class TokenMemory {
  readonly #remembered = new Map<string, Remembered>();
  readonly #capacity: number;

  constructor(capacity: number = CAPACITY) {
    this.#capacity = capacity;
  }

  /** The claims of a token that was verified before, if they may still be relied on (epoch milliseconds). */
  recall(token: string, now: number): TokenClaims | undefined {
    const digest = digestOf(token);
    const found = this.#remembered.get(digest);
    if (found === undefined) return undefined;
    if (now < found.until) return found.claims;
    this.#remembered.delete(digest);
    return undefined;
  }

  /** Remembers a token verified now (epoch milliseconds) that expires then (epoch seconds). */
  remember(token: string, claims: TokenClaims, expires: number, now: number): void {
    const until = Math.min(expires * 1000, now + LONGEST);
    if (until <= now) return;
    const digest = digestOf(token);
    this.#remembered.delete(digest);
    const oldest = this.#remembered.keys().next();
    if (this.#remembered.size >= this.#capacity && oldest.done === false) {
      this.#remembered.delete(oldest.value);
    }
    this.#remembered.set(digest, { claims, until });
  }

  /** How many tokens are remembered. */
  get size(): number {
    return this.#remembered.size;
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
