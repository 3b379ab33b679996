/**
 * What the gateway counts of itself. Every label is one of a closed set that is written here, so that no name, id, token
 * or text of an operation can become one.
 */
import type { FetchContext, SubgraphName } from '@causeway/schema';

/** What a request asked to do; `unknown` where its text was not understood. */
export const OPERATION_KINDS = ['query', 'mutation', 'subscription', 'unknown'] as const;

/** One of `OPERATION_KINDS`. */
export type OperationKind = (typeof OPERATION_KINDS)[number];

/**
 * How a request ended: whole, with errors beside data, without a caller who may ask, not understood or too large, with
 * errors and no data, or without anybody left to answer.
 */
export const REQUEST_OUTCOMES = [
  'answered',
  'partial',
  'refused',
  'invalid',
  'failed',
  'cancelled',
] as const;

/** One of `REQUEST_OUTCOMES`. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** How an exchange with a subgraph ended. */
export const FETCH_OUTCOMES = ['answered', 'failed', 'timeout', 'cancelled'] as const;

/** One of `FETCH_OUTCOMES`. */
export type FetchOutcome = (typeof FETCH_OUTCOMES)[number];

/** What an exchange with a subgraph is for. */
export const FETCH_USES = [
  'data',
  'facts',
  'audit',
  'relay',
  'courier',
] as const satisfies readonly FetchContext['use'][];

/** How the planning of an operation ended; `refused` is one that was not begun. */
export const PLAN_OUTCOMES = ['planned', 'abandoned', 'refused', 'failed'] as const;

/** One of `PLAN_OUTCOMES`. */
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** What is kept of operations between requests, within bounds of size: parsed texts, compiled operations, and plans. */
export const SIZED_CACHES = ['documents', 'operations', 'plans'] as const;

/** One of `SIZED_CACHES`. */
export type SizedCacheName = (typeof SIZED_CACHES)[number];

/** What is remembered between requests: what is kept of operations, and tokens that were verified. */
export const CACHES = [...SIZED_CACHES, 'tokens'] as const;

/** One of `CACHES`. */
export type CacheName = (typeof CACHES)[number];

/** What is sent for many requests at once. */
export const BATCHES = ['facts', 'audit', 'fetches'] as const;

/** One of `BATCHES`. */
export type BatchName = (typeof BATCHES)[number];

/** Why a request was turned away unread: too many connections, too many requests at once, an event loop that lags. */
export const SHED_REASONS = ['connections', 'requests', 'event_loop'] as const;

/** One of `SHED_REASONS`. */
export type ShedReason = (typeof SHED_REASONS)[number];

/** What stays open. */
export const OPEN_THINGS = ['connections', 'subscriptions'] as const;

/** One of `OPEN_THINGS`. */
export type OpenThing = (typeof OPEN_THINGS)[number];

/** Where the gateway counts. All times are in milliseconds; no method throws, and none waits. */
export interface GatewayMetrics {
  requestEnded(operation: OperationKind, outcome: RequestOutcome, ms: number): void;
  /** A request was turned away before it was read; such a one is no `requestEnded`. */
  requestShed(reason: ShedReason): void;
  fetchEnded(
    subgraph: SubgraphName,
    use: FetchContext['use'],
    outcome: FetchOutcome,
    ms: number,
  ): void;
  /** A fetch that never reached its subgraph was sent once more. */
  fetchRetried(subgraph: SubgraphName): void;
  /** A subgraph answered with what it had been told to withhold. */
  answerRejected(): void;
  planEnded(outcome: PlanOutcome, ms: number): void;
  cacheHit(cache: CacheName): void;
  cacheMissed(cache: CacheName): void;
  /** What a cache holds now. */
  cacheSized(cache: SizedCacheName, entries: number, bytes: number): void;
  /** How many keys, events or fetches went into one call. */
  batchSent(batch: BatchName, size: number): void;
  opened(thing: OpenThing): void;
  closed(thing: OpenThing): void;
}

const ignore = (): void => undefined;

/** Counts nothing. */
export const NO_METRICS: GatewayMetrics = {
  requestEnded: ignore,
  requestShed: ignore,
  fetchEnded: ignore,
  fetchRetried: ignore,
  answerRejected: ignore,
  planEnded: ignore,
  cacheHit: ignore,
  cacheMissed: ignore,
  cacheSized: ignore,
  batchSent: ignore,
  opened: ignore,
  closed: ignore,
};
