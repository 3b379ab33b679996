import { setTimeout } from 'node:timers/promises';

/** What is done again and again. */
export interface PeriodicOptions {
  /** Done to its end before the pause begins; the signal is aborted when it is to come to an end. */
  readonly task: (signal: AbortSignal) => Promise<void>;
  /** How long the pauses are, in milliseconds. */
  readonly pause: number;
  /** Told of failures; after one it goes on. */
  readonly onError: (error: unknown) => void;
}

/** A task that is done again and again, with pauses, until it is closed. */
export class Periodic {
  readonly #options: PeriodicOptions;
  readonly #closing = new AbortController();
  /** Cuts the pause short that is under way, or the next one. */
  #wake = new AbortController();
  #running: Promise<void> | null = null;

  constructor(options: PeriodicOptions) {
    this.#options = options;
  }

  /** Begins, with the task itself. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Has the task done as soon as may be, once more where it is under way. */
  wake(): void {
    this.#wake.abort();
  }

  /** Ends it; resolves once what is under way has come to its end. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { task, pause, onError } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      const woken = this.#wake.signal;
      await task(signal).catch(onError);
      await setTimeout(pause, undefined, { signal: woken, ref: false }).catch(() => undefined);
    }
  }
}
