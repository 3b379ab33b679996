import { BoundedMap } from '@causeway/schema';
import type { VerifiedToken } from './verify-token.js';

/** How long a verified token is taken without being verified again, in milliseconds. */
const LONGEST = 5 * 60_000;

/** How many verified tokens are remembered; the one that was remembered first makes room. */
const CAPACITY = 10_000;

interface Remembered {
  readonly token: VerifiedToken;
  /** Epoch milliseconds. */
  readonly until: number;
}

/**
 * Verified tokens by the SHA-256 of their text, until they expire and five minutes at most: verifying one costs more
 * than all else a small request does. What a token is bound to is remembered with it; that its holder has shown it is
 * not, nor are facts.
 */
export class TokenMemory {
  readonly #remembered: BoundedMap<string, Remembered>;

  constructor(capacity: number = CAPACITY) {
    this.#remembered = new BoundedMap({ capacity });
  }

  /** The token of a digest that was verified before, if it may still be relied on (epoch milliseconds). */
  recall(digest: string, now: number): VerifiedToken | undefined {
    const found = this.#remembered.get(digest);
    if (found === undefined) return undefined;
    if (now < found.until) return found.token;
    this.#remembered.delete(digest);
    return undefined;
  }

  /** Remembers a token verified now (epoch milliseconds). */
  remember(token: VerifiedToken, now: number): void {
    const until = Math.min(token.expires * 1000, now + LONGEST);
    if (until <= now) return;
    this.#remembered.set(token.digest, { token, until });
  }

  /** How many tokens are remembered. */
  get size(): number {
    return this.#remembered.size;
  }
}
