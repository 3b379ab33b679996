import { createHash, randomBytes } from 'node:crypto';
import { BoundedMap } from '@causeway/schema';

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
  readonly #kept: BoundedMap<string, Kept<Value>>;
  readonly #idle: number;

  constructor({ idle, capacity }: TicketLimits) {
    this.#kept = new BoundedMap({ capacity });
    this.#idle = idle;
  }

  /** Keeps a value, now (epoch milliseconds), and returns its ticket. */
  keep(value: Value, now: number): string {
    const ticket = randomBytes(32).toString('base64url');
    this.#kept.set(digestOf(ticket), { value, until: now + this.#idle });
    return ticket;
  }

  /** The value of a ticket, which is kept on from now (epoch milliseconds); undefined for an unknown or old ticket. */
  find(ticket: string, now: number): Value | undefined {
    const digest = digestOf(ticket);
    const found = this.#kept.get(digest);
    if (found === undefined) return undefined;
    if (now >= found.until) {
      this.#kept.delete(digest);
      return undefined;
    }
    this.#kept.set(digest, { value: found.value, until: now + this.#idle });
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
