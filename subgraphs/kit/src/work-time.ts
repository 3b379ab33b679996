import { refused } from './refused.js';

/** How long work on a request is for somebody: until the gateway has stopped waiting for the answer. */
export class WorkTime {
  readonly #until: number;
  readonly #signal: AbortSignal | undefined;

  /** From now on for so many milliseconds, without end where none are given, or until the signal is aborted. */
  constructor(wait: number | undefined, signal?: AbortSignal) {
    this.#until = wait === undefined ? Infinity : performance.now() + wait;
    this.#signal = signal;
  }

  /** Goes on only while somebody waits. @throws GraphQLError DEADLINE_EXCEEDED if nobody does */
  check(): void {
    if (this.#signal?.aborted === true || performance.now() > this.#until)
      throw refused('DEADLINE_EXCEEDED', 'Expected to answer while the gateway waits for it');
  }
}
