import { BoundedMap } from '@causeway/schema';
import type { QueryPlan, Step } from '../execution/index.js';
import type { GatewayMetrics } from '../metrics/index.js';

/** What a compiled plan takes for each character of the plan's JSON, in bytes; measured on plans of every size. */
const BYTES_PER_CHARACTER = 20;

/** What plans are made and compiled with. */
export interface PlanCacheOptions {
  readonly plan: (text: string) => Promise<QueryPlan>;
  readonly compile: (plan: QueryPlan) => Step | null;
  readonly metrics: GatewayMetrics;
  /** The most that compiled plans may take, in bytes. */
  readonly maxBytes: number;
}

interface Compiled {
  readonly step: Step | null;
  readonly bytes: number;
}

/**
 * Compiled plans by canonical text, so that operations that differ in names of the client's own share them; the one
 * unused for longest makes room. A plan that is being made is made once for all who wait for it; one that could not be
 * made is not remembered.
 */
export class PlanCache {
  readonly #options: PlanCacheOptions;
  readonly #plans: BoundedMap<string, Compiled>;
  readonly #underWay = new Map<string, Promise<Step | null>>();

  constructor(options: PlanCacheOptions) {
    this.#options = options;
    this.#plans = new BoundedMap({ capacity: options.maxBytes, sizeOf: ({ bytes }) => bytes });
  }

  /**
   * The compiled plan of a canonical text; null where nothing has to be fetched.
   *
   * @throws PlanningError if it cannot be planned in time
   */
  async get(text: string): Promise<Step | null> {
    const { metrics } = this.#options;
    const known = this.#plans.use(text);
    if (known !== undefined) {
      metrics.cacheHit('plans');
      return known.step;
    }
    metrics.cacheMissed('plans');
    const underWay = this.#underWay.get(text) ?? this.#begin(text);
    return underWay;
  }

  #begin(text: string): Promise<Step | null> {
    const making = this.#make(text).finally(() => this.#underWay.delete(text));
    this.#underWay.set(text, making);
    return making;
  }

  async #make(text: string): Promise<Step | null> {
    const { plan, compile, metrics } = this.#options;
    const planned = await plan(text);
    const step = compile(planned);
    const bytes = 2 * text.length + BYTES_PER_CHARACTER * JSON.stringify(planned).length;
    this.#plans.set(text, { step, bytes });
    metrics.cacheSized('plans', this.#plans.size, this.#plans.held);
    return step;
  }
}
