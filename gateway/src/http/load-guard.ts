/** Turns requests away before there are more than can be answered in time. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { GatewayMetrics, ShedReason } from '../metrics/index.js';

/** How much is taken. */
export interface LoadLimits {
  /** Requests that are answered at once. */
  readonly requestsAtOnce: number;
  /** How late the event loop may be at the median, in milliseconds. */
  readonly eventLoopDelay: number;
}

/** How often the event loop is looked at, and for how long what was seen counts, in milliseconds. */
const WINDOW = 500;

/** In how many windows in a row the event loop is late before anybody is turned away. */
const LATE_WINDOWS = 2;

/** How often its delay is sampled, in milliseconds. */
const RESOLUTION = 10;

const NANOSECONDS = 1e6;

/** Counts the requests under way, and watches the event loop. */
export class LoadGuard {
  readonly #limits: LoadLimits;
  readonly #metrics: GatewayMetrics;
  readonly #delay: ReturnType<typeof monitorEventLoopDelay>;
  readonly #timer: NodeJS.Timeout;
  #underWay = 0;
  #lateWindows = 0;

  constructor(limits: LoadLimits, metrics: GatewayMetrics) {
    this.#limits = limits;
    this.#metrics = metrics;
    this.#delay = monitorEventLoopDelay({ resolution: RESOLUTION });
    this.#delay.enable();
    this.#timer = setInterval(() => this.#look(), WINDOW);
    this.#timer.unref();
  }

  /** Lets a request in, or says why it is turned away; who was let in leaves again. */
  enter(): ShedReason | null {
    const reason = this.#reason();
    if (reason === null) this.#underWay += 1;
    else this.#metrics.requestShed(reason);
    return reason;
  }

  /** A request that was let in has been answered. */
  leave(): void {
    this.#underWay -= 1;
  }

  /** Ends the watch. */
  close(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  #reason(): ShedReason | null {
    if (this.#underWay >= this.#limits.requestsAtOnce) return 'requests';
    return this.#lateWindows >= LATE_WINDOWS ? 'event_loop' : null;
  }

  /** By the median of several windows: one long task turns nobody away, a loop that is late all the time does. */
  #look(): void {
    const median = this.#delay.percentile(50) / NANOSECONDS - RESOLUTION;
    this.#lateWindows = median > this.#limits.eventLoopDelay ? this.#lateWindows + 1 : 0;
    this.#delay.reset();
  }
}
