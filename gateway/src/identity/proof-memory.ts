import { createHash } from 'node:crypto';

/** How many proofs are remembered. */
const CAPACITY = 200_000;

/** Knows which proofs were taken. Gateways of one address share one, or each of them would take a proof once. */
export interface TakenProofs {
  /**
   * Whether the proof of a key with that `jti`, good until then (epoch milliseconds), is taken for the first time. One
   * of which that cannot be said counts as taken.
   */
  take(key: string, jti: string, until: number, now: number): boolean | Promise<boolean>;
}

/**
 * The proofs that were taken, until each is too old to be taken again: so that none is taken twice. It is this
 * process's own.
 */
export class ProofMemory implements TakenProofs {
  /** Until when (epoch milliseconds) each is remembered, in the order in which they were taken. */
  readonly #taken = new Map<string, number>();
  readonly #capacity: number;
  /** Proofs that end no later than this may have been forgotten. */
  #forgotten = Number.NEGATIVE_INFINITY;

  constructor(capacity: number = CAPACITY) {
    this.#capacity = capacity;
  }

  /**
   * Whether the proof of a key with that `jti`, good until then (epoch milliseconds), is taken for the first time. One
   * that has to make room for others narrows the time instead: what is as old as it is then counts as taken.
   */
  take(key: string, jti: string, until: number, now: number): boolean {
    this.#forgetEnded(now);
    const id = createHash('sha256').update(`${key}.${jti}`).digest('base64url');
    if (until <= this.#forgotten || this.#taken.has(id)) return false;
    this.#makeRoom();
    this.#taken.set(id, until);
    return true;
  }

  /** How many proofs are remembered. */
  get size(): number {
    return this.#taken.size;
  }

  #forgetEnded(now: number): void {
    for (const [id, until] of this.#taken) {
      if (until > now) return;
      this.#taken.delete(id);
    }
  }

  #makeRoom(): void {
    if (this.#taken.size < this.#capacity) return;
    const [oldest] = this.#taken;
    if (oldest === undefined) return;
    const [id, until] = oldest;
    this.#taken.delete(id);
    this.#forgotten = Math.max(this.#forgotten, until);
  }
}
