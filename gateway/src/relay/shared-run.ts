/**
 * A task that is never under way twice at a time. Whoever asks for a run gets one that begins after being asked, so that
 * it sees what was changed before; any number of askers share it.
 */
export class SharedRun {
  readonly #task: () => Promise<void>;
  /** Settles with the last run that was asked for, and never fails. */
  #last: Promise<unknown> = Promise.resolve();
  /** The run that was asked for and has not begun. */
  #waiting: Promise<void> | null = null;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Resolves, or fails, with a run that begins after this call. */
  run(): Promise<void> {
    this.#waiting ??= this.#afterLast();
    return this.#waiting;
  }

  #afterLast(): Promise<void> {
    const run = this.#last.then(() => {
      this.#waiting = null;
      return this.#task();
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}
