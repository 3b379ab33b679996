/**
 * How often a professional may give a wrong code. A code has 60 random bits, so that a guess does not hit; the limit
 * keeps those who try from trying at no cost. It is kept in memory on purpose: a row for each wrong guess would hand
 * whoever guesses a durable write for each of them, and what a restart forgets is a handful of guesses among 2^60.
 */

/** Wrong codes that are borne within a window. */
const MAX_FAILURES = 10;

/** How long a wrong code counts, in milliseconds. */
const WINDOW = 10 * 60_000;

/** Who gives codes. */
export interface Guesser {
  readonly organization: string;
  readonly practitionerRole: string;
}

/** The wrong codes of the last ten minutes, by who gave them. */
export class GuessLimit {
  readonly #failures = new Map<string, readonly number[]>();

  /** Whether a code may be tried at an instant (epoch milliseconds). */
  mayTry(guesser: Guesser, now: number): boolean {
    return this.#recent(keyOf(guesser), now).length < MAX_FAILURES;
  }

  /** Counts a wrong code. */
  countFailure(guesser: Guesser, now: number): void {
    const key = keyOf(guesser);
    const failures = [...this.#recent(key, now), now];
    // Set anew, so that the map stays in the order of the last failures and the oldest are at its front.
    this.#failures.delete(key);
    this.#failures.set(key, failures);
    this.#forget(now);
  }

  #recent(key: string, now: number): readonly number[] {
    return (this.#failures.get(key) ?? []).filter((at) => at > now - WINDOW);
  }

  #forget(now: number): void {
    for (const [key, failures] of this.#failures) {
      if (failures.some((at) => at > now - WINDOW)) return;
      this.#failures.delete(key);
    }
  }
}

function keyOf({ organization, practitionerRole }: Guesser): string {
  return JSON.stringify([organization, practitionerRole]);
}
