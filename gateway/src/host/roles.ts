import type { Caller } from '@causeway/schema';
import { demandsProvider, providerRole, refusedByRole } from '../enforcement/index.js';
import type { FactsSource } from '../facts/facts-source.js';

/** What the roles of one attempt at a request are told from. */
export interface RolesOptions {
  readonly caller: Caller;
  /** What the token amounts to. */
  readonly byToken: readonly string[];
  /** Every demand of the operation: facts are read where one of them is for a provider. */
  readonly demands: Iterable<string>;
  readonly facts: Pick<FactsSource, 'provider'>;
  /** The decision clock, in epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * The roles that a caller holds during one attempt at a request: an office's by the token, a provider's by facts, read
 * before every wave of fetches and once more before the release. One that is lost meanwhile is not held again.
 */
export class Roles {
  readonly #options: RolesOptions;
  readonly #takesFacts: boolean;
  #held: ReadonlySet<string> | null = null;
  #isFresh = false;
  #hasChanged = false;

  constructor(options: RolesOptions) {
    this.#options = options;
    this.#takesFacts = [...options.demands].some(demandsProvider);
  }

  /** Notes that a fetch goes out: what was read before it has to be read anew after it. */
  expire(): void {
    this.#isFresh = false;
  }

  /**
   * Reads the facts, where they matter and were not read since the last fetch.
   *
   * @throws FactsUnavailableError if the facts cannot be had
   */
  async refresh(): Promise<void> {
    if (this.#isFresh) return;
    const now = await this.#read();
    const former = this.#held;
    this.#held = former === null ? now : new Set([...former].filter((role) => now.has(role)));
    this.#hasChanged ||= former !== null && this.#held.size < former.size;
    this.#isFresh = true;
  }

  /** Those of the demands for roles that the caller does not meet; before the first reading, all of them. */
  refused(demands: Iterable<string>): readonly string[] {
    return refusedByRole(demands, this.#held ?? new Set());
  }

  /** Whether a role was lost since the first reading. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  async #read(): Promise<ReadonlySet<string>> {
    const { caller, byToken, facts, clock } = this.#options;
    if (!this.#takesFacts) return new Set(byToken);
    const role = providerRole(caller, await facts.provider(caller), clock());
    return new Set(role === null ? byToken : [...byToken, role]);
  }
}
