import { setTimeout } from 'node:timers/promises';

/** Why somebody who waited goes on: something happened, the time is over, or it is to end. */
export type Waking = 'woken' | 'due' | 'ended';

/** Somebody who waits for something to happen; what happens meanwhile is remembered as one thing. */
export class Wakeable {
  readonly #ended: AbortSignal;
  #isWoken = false;
  #awake: () => void = () => undefined;

  /** It ends once the signal is aborted. */
  constructor(ended: AbortSignal) {
    this.#ended = ended;
  }

  /** Tells that something has happened. */
  readonly wake = (): void => {
    this.#isWoken = true;
    this.#awake();
  };

  /** Resolves once something has happened since the last time, so many milliseconds are over, or it is to end. */
  async next(longest: number): Promise<Waking> {
    if (!this.#isWoken && !this.#ended.aborted) {
      const awake = new AbortController();
      this.#awake = () => awake.abort();
      const signal = AbortSignal.any([awake.signal, this.#ended]);
      await setTimeout(Math.max(0, longest), undefined, { signal, ref: false }).catch(() => null);
    }
    const isWoken = this.#isWoken;
    this.#isWoken = false;
    if (this.#ended.aborted) return 'ended';
    return isWoken ? 'woken' : 'due';
  }
}
