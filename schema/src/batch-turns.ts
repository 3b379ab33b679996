/** How long a batch waits for the one before it at most, in milliseconds. */
const PATIENCE = 5;

/** How many turns of the event loop a batch waits for company at most. */
const MOST_TURNS = 16;

/**
 * When batches of calls to one owner go. Where none is under way, once a whole turn of the event loop has brought nobody
 * more; else when that one has come back, in the same way. So one caller alone hardly waits, and the more there are, the
 * more of them share a call. An owner that is slow is not waited for.
 */
export class BatchTurns {
  readonly #patience: number;
  #underWay = 0;
  #waiting: (() => Promise<unknown>) | null = null;
  /** How many have joined so far, in all batches. */
  #joined = 0;
  /** How many batches have gone. */
  #gone = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(patience: number = PATIENCE) {
    this.#patience = patience;
  }

  /** Takes one more into the batch that waits. How the first of a batch has it sent, the batch is sent. */
  join(send: () => Promise<unknown>): void {
    this.#joined += 1;
    if (this.#waiting !== null) return;
    this.#waiting = send;
    if (this.#underWay === 0) this.#goWithCompany();
    else this.#timer = setTimeout(() => this.#go(), this.#patience);
  }

  /** Sends what waits once a turn has passed in which nobody joined, or many have passed. */
  #goWithCompany(turns = 0, joined = -1): void {
    const gone = this.#gone;
    setImmediate(() => {
      // It has lost its patience; what waits now waits for its own turn.
      if (this.#gone !== gone) return;
      if (this.#joined === joined || turns === MOST_TURNS) this.#go();
      else this.#goWithCompany(turns + 1, this.#joined);
    });
  }

  #go(): void {
    clearTimeout(this.#timer);
    const send = this.#waiting;
    if (send === null) return;
    this.#waiting = null;
    this.#gone += 1;
    this.#underWay += 1;
    const ended = (): void => {
      this.#underWay -= 1;
      // Whoever goes on at once because of what has just come may still join.
      if (this.#waiting !== null) this.#goWithCompany();
    };
    send().then(ended, ended);
  }
}
