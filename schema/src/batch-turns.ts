/** How long a batch waits for the one before it at most, in milliseconds. */
const PATIENCE = 5;

/**
 * When batches of calls to one owner go. Where none is under way, at the end of the tick, with all that was asked for in
 * it; else when that one has come back, with all that was asked for meanwhile. So one caller alone never waits, and the
 * more there are, the more of them share a call. An owner that is slow is not waited for.
 */
export class BatchTurns {
  readonly #patience: number;
  #underWay = 0;
  #waiting: (() => Promise<unknown>) | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(patience: number = PATIENCE) {
    this.#patience = patience;
  }

  /** Has a batch sent in its turn. Whoever gathers it asks for one turn, before it is sent and not again. */
  take(send: () => Promise<unknown>): void {
    this.#waiting = send;
    if (this.#underWay === 0) setImmediate(() => this.#go());
    else this.#timer = setTimeout(() => this.#go(), this.#patience);
  }

  #go(): void {
    clearTimeout(this.#timer);
    const send = this.#waiting;
    if (send === null) return;
    this.#waiting = null;
    this.#underWay += 1;
    const ended = (): void => {
      this.#underWay -= 1;
      // Whoever goes on at once because of what has just come may still join.
      if (this.#waiting !== null) setImmediate(() => this.#go());
    };
    send().then(ended, ended);
  }
}
