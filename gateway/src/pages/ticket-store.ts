import { createHash, randomBytes } from 'node:crypto';

/** How long and how much is kept. */
export interface TicketLimits {
  /** How long a value is kept without being asked for, in milliseconds. */
  readonly idle: number;
  /** How many values are kept; the one not asked for the longest makes room. */
  readonly capacity: number;
}

interface Kept<Value> {
  readonly value: Value;
  /** Epoch milliseconds. */
  readonly until: number;
}

/**
 * Keeps values in memory for whoever holds their ticket: 256 random bits, of which only the digest is kept.
 */
export class TicketStore<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #limits: TicketLimits;

  constructor(limits: TicketLimits) {
    this.#limits = limits;
  }

  /** Keeps a value, now (epoch milliseconds), and returns its ticket. */
  keep(value: Value, now: number): string {
    const ticket = randomBytes(32).toString('base64url');
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= this.#limits.capacity && oldest.done === false) {
      this.#kept.delete(oldest.value);
    }
    this.#kept.set(digestOf(ticket), { value, until: now + this.#limits.idle });
    return ticket;
  }

  /** The value of a ticket, which is kept on from now (epoch milliseconds); undefined for an unknown or old ticket. */
  find(ticket: string, now: number): Value | undefined {
    const digest = digestOf(ticket);
    const found = this.#kept.get(digest);
    if (found === undefined) return undefined;
    this.#kept.delete(digest);
    if (now >= found.until) return undefined;
    // Written anew, so that the map stays in the order of the last use.
    this.#kept.set(digest, { value: found.value, until: now + this.#limits.idle });
    return found.value;
  }

  /** The value of a ticket, which is kept no longer. */
  take(ticket: string, now: number): Value | undefined {
    const found = this.find(ticket, now);
    this.#kept.delete(digestOf(ticket));
    return found;
  }

  /** How many values are kept. */
  get size(): number {
    return this.#kept.size;
  }
}

function digestOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}
