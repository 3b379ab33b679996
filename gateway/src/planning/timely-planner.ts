import { createHash } from 'node:crypto';
import { BoundedMap } from '@causeway/schema';
import type { Planner, QueryPlan } from '../execution/index.js';
import type { GatewayMetrics, PlanOutcome } from '../metrics/index.js';
import { Lane } from './lane.js';
import type { LaneWidth } from './lane.js';
import { PlanningError } from './planning-error.js';
import type { PlanningProblem } from './planning-error.js';

/** How planning is bounded. */
export interface PlanningLimits {
  /** The longest that one operation is planned, in milliseconds. */
  readonly deadline: number;
  /** The longest that one waits for its turn, in milliseconds. */
  readonly patience: number;
  /** How long an operation that took too long is refused at once, in milliseconds. */
  readonly refusedFor: number;
  /** The longest canonical text, in characters, that is planned on a thread of this process. */
  readonly smallText: number;
  /** Small operations: they take threads that files and names are looked up by too. */
  readonly small: LaneWidth;
  /** Large operations: each takes a process. */
  readonly large: LaneWidth;
}

/** Limits that no operation of a front end is likely to meet. */
export const DEFAULT_PLANNING: PlanningLimits = {
  deadline: 2_000,
  patience: 10_000,
  refusedFor: 30_000,
  smallText: 65_536,
  small: { width: 2, queue: 256 },
  large: { width: 1, queue: 16 },
};

/** How many operations that took too long are remembered. */
const REMEMBERED = 1_000;

/** How a planning that came to nothing is counted. */
const OUTCOMES: Readonly<Record<PlanningProblem, PlanOutcome>> = {
  'too-slow': 'abandoned',
  busy: 'refused',
  failed: 'failed',
};

/** What plans, and what is counted. */
export interface TimelyPlannerOptions {
  /** Plans off the main thread, in this process. */
  readonly plan: Planner;
  /** Plans in a process of its own, which ends at the signal. */
  readonly planApart: Planner;
  readonly limits: PlanningLimits;
  readonly metrics: GatewayMetrics;
}

/** Plans within bounds of time and of number. Large operations go by a lane of their own, so that they delay no other. */
export class TimelyPlanner {
  readonly #limits: PlanningLimits;
  readonly #metrics: GatewayMetrics;
  readonly #small: { readonly lane: Lane; readonly plan: Planner };
  readonly #large: { readonly lane: Lane; readonly plan: Planner };
  /** Until when (milliseconds of the process) operations are refused, by the digest of their text. */
  readonly #tooSlow = new BoundedMap<string, number>({ capacity: REMEMBERED });

  constructor({ plan, planApart, limits, metrics }: TimelyPlannerOptions) {
    this.#limits = limits;
    this.#metrics = metrics;
    this.#small = { lane: new Lane(limits.small), plan };
    this.#large = { lane: new Lane(limits.large), plan: planApart };
  }

  /**
   * The plan of a canonical operation.
   *
   * @throws PlanningError if there is none in time
   */
  async plan(text: string): Promise<QueryPlan> {
    const begun = performance.now();
    try {
      const plan = await this.#planInTime(text, begun);
      this.#metrics.planEnded('planned', performance.now() - begun);
      return plan;
    } catch (error) {
      // What the planner says may quote the operation, and so what it is about.
      const known = error instanceof PlanningError ? error : new PlanningError('failed');
      this.#metrics.planEnded(OUTCOMES[known.problem], performance.now() - begun);
      throw known;
    }
  }

  async #planInTime(text: string, now: number): Promise<QueryPlan> {
    const { deadline, patience, refusedFor, smallText } = this.#limits;
    const digest = createHash('sha256').update(text).digest('base64url');
    if (now < (this.#tooSlow.get(digest) ?? 0)) throw new PlanningError('too-slow');
    const { lane, plan } = text.length <= smallText ? this.#small : this.#large;
    const leave = await lane.enter(patience);
    const tooSlow = new AbortController();
    const planning = plan(text, tooSlow.signal);
    // A place is free once the planner is done, which may be after its result is no longer waited for.
    planning.then(leave, leave);
    return new Promise((resolve, reject) => {
      let isDone = false;
      const giveUp = (): void => {
        if (isDone) return;
        this.#tooSlow.set(digest, performance.now() + refusedFor);
        reject(new PlanningError('too-slow'));
        tooSlow.abort();
      };
      // Where this thread was held up, the planner may have been in time: it is heard first.
      const timer = setTimeout(() => setImmediate(giveUp), deadline);
      const done = (): void => {
        isDone = true;
        clearTimeout(timer);
      };
      planning.then(done, done);
      planning.then(resolve, reject);
    });
  }
}
