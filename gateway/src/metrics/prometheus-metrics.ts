import { SUBGRAPHS } from '@causeway/schema';
import type { FetchContext, SubgraphName } from '@causeway/schema';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { eachLabel } from './label-table.js';
import {
  BATCHES,
  CACHES,
  FETCH_OUTCOMES,
  FETCH_USES,
  OPEN_THINGS,
  OPERATION_KINDS,
  PLAN_OUTCOMES,
  REQUEST_OUTCOMES,
  SHED_REASONS,
  SIZED_CACHES,
} from './metrics.js';
import type {
  BatchName,
  CacheName,
  FetchOutcome,
  GatewayMetrics,
  OpenThing,
  OperationKind,
  PlanOutcome,
  RequestOutcome,
  ShedReason,
  SizedCacheName,
} from './metrics.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const SIZES = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Counts for Prometheus, in a registry of its own, beside what Node tells of its process. */
export class PrometheusMetrics implements GatewayMetrics {
  readonly #registry = new Registry();
  readonly #requests = this.#histogram('request_duration_seconds', 'Time to answer a request', [
    'operation',
    'outcome',
  ]);
  readonly #fetches = this.#histogram('fetch_duration_seconds', 'Time of an exchange', [
    'subgraph',
    'use',
    'outcome',
  ]);
  readonly #plans = this.#histogram('plan_duration_seconds', 'Time to plan an operation', [
    'outcome',
  ]);
  readonly #batches = this.#histogram(
    'batch_size',
    'Keys, events or fetches in one call',
    ['batch'],
    SIZES,
  );
  readonly #shed = this.#counter('requests_shed_total', 'Requests turned away unread', 'reason');
  readonly #retries = this.#counter('fetch_retries_total', 'Fetches sent once more', 'subgraph');
  readonly #rejected = this.#counter(
    'answers_rejected_total',
    'Answers that held what was to be withheld',
  );
  readonly #hits = this.#counter('cache_hits_total', 'Look-ups that found something', 'cache');
  readonly #misses = this.#counter('cache_misses_total', 'Look-ups that found nothing', 'cache');
  readonly #entries = this.#gauge('cache_entries', 'Things a cache holds', 'cache');
  readonly #bytes = this.#gauge('cache_bytes', 'Estimated size of what a cache holds', 'cache');
  readonly #open = this.#gauge('open', 'What is open now', 'thing');

  readonly #requestOf = eachLabel(OPERATION_KINDS, (operation) =>
    eachLabel(REQUEST_OUTCOMES, (outcome) => this.#requests.labels(operation, outcome)),
  );
  readonly #fetchOf = eachLabel(SUBGRAPHS, (subgraph) =>
    eachLabel(FETCH_USES, (use) =>
      eachLabel(FETCH_OUTCOMES, (outcome) => this.#fetches.labels(subgraph, use, outcome)),
    ),
  );
  readonly #planOf = eachLabel(PLAN_OUTCOMES, (outcome) => this.#plans.labels(outcome));
  readonly #batchOf = eachLabel(BATCHES, (batch) => this.#batches.labels(batch));
  readonly #shedOf = eachLabel(SHED_REASONS, (reason) => this.#shed.labels(reason));
  readonly #retriesOf = eachLabel(SUBGRAPHS, (subgraph) => this.#retries.labels(subgraph));
  readonly #hitsOf = eachLabel(CACHES, (cache) => this.#hits.labels(cache));
  readonly #missesOf = eachLabel(CACHES, (cache) => this.#misses.labels(cache));
  readonly #entriesOf = eachLabel(SIZED_CACHES, (cache) => this.#entries.labels(cache));
  readonly #bytesOf = eachLabel(SIZED_CACHES, (cache) => this.#bytes.labels(cache));
  readonly #openOf = eachLabel(OPEN_THINGS, (thing) => this.#open.labels(thing));

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** The media type of the text. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All counts, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  requestEnded(operation: OperationKind, outcome: RequestOutcome, ms: number): void {
    this.#requestOf[operation][outcome].observe(ms / 1000);
  }

  requestShed(reason: ShedReason): void {
    this.#shedOf[reason].inc();
  }

  fetchEnded(
    subgraph: SubgraphName,
    use: FetchContext['use'],
    outcome: FetchOutcome,
    ms: number,
  ): void {
    this.#fetchOf[subgraph][use][outcome].observe(ms / 1000);
  }

  fetchRetried(subgraph: SubgraphName): void {
    this.#retriesOf[subgraph].inc();
  }

  answerRejected(): void {
    this.#rejected.inc();
  }

  planEnded(outcome: PlanOutcome, ms: number): void {
    this.#planOf[outcome].observe(ms / 1000);
  }

  cacheHit(cache: CacheName): void {
    this.#hitsOf[cache].inc();
  }

  cacheMissed(cache: CacheName): void {
    this.#missesOf[cache].inc();
  }

  cacheSized(cache: SizedCacheName, entries: number, bytes: number): void {
    this.#entriesOf[cache].set(entries);
    this.#bytesOf[cache].set(bytes);
  }

  batchSent(batch: BatchName, size: number): void {
    this.#batchOf[batch].observe(size);
  }

  opened(thing: OpenThing): void {
    this.#openOf[thing].inc();
  }

  closed(thing: OpenThing): void {
    this.#openOf[thing].dec();
  }

  #counter<Label extends string>(
    name: string,
    help: string,
    ...labelNames: Label[]
  ): Counter<Label> {
    return new Counter({ ...this.#named(name, help), labelNames });
  }

  #gauge<Label extends string>(name: string, help: string, label: Label): Gauge<Label> {
    return new Gauge({ ...this.#named(name, help), labelNames: [label] });
  }

  #histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets = SECONDS,
  ): Histogram<Label> {
    return new Histogram({ ...this.#named(name, help), labelNames, buckets });
  }

  #named(name: string, help: string): { name: string; help: string; registers: Registry[] } {
    return { name: `causeway_${name}`, help, registers: [this.#registry] };
  }
}
