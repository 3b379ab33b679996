import { PlanningError } from './planning-error.js';

/** How wide a lane is, and how long the queue before it. */
export interface LaneWidth {
  /** So many at once. */
  readonly width: number;
  /** So many may wait. */
  readonly queue: number;
}

/** Frees a place in a lane. */
export type Leave = () => void;

/** A bound on how much is done at once. */
export class Lane {
  readonly #queue: number;
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor({ width, queue }: LaneWidth) {
    this.#free = width;
    this.#queue = queue;
  }

  /**
   * Resolves once there is a place, and tells how to leave it.
   *
   * @throws PlanningError if there is none within the given milliseconds, or too many wait already
   */
  async enter(patience: number): Promise<Leave> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(patience);
    let isInside = true;
    return () => {
      if (isInside) this.#leave();
      isInside = false;
    };
  }

  #wait(patience: number): Promise<void> {
    if (this.#waiting.size >= this.#queue) throw new PlanningError('busy');
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new PlanningError('busy'));
      }, patience);
      this.#waiting.add(enter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
