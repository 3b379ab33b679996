/**
 * Operations that are answered by events: subscriptions, each a query that is asked anew at every change, and queries
 * and mutations, whose one answer is their only event. It knows nothing of HTTP but what an answer says of it.
 */
import { ERROR_TEXTS } from '@causeway/schema';
import type { Caller, ErrorCode, Language } from '@causeway/schema';
import { OperationTypeNode } from 'graphql';
import type { FactsSource } from '../../facts/facts-source.js';
import type { Identity, RequestHeaders } from '../../identity/index.js';
import type { GatewayMetrics } from '../../metrics/index.js';
import { printBody } from '../answer-body.js';
import type { DecideFor } from '../decide-for.js';
import { refusedRun, requestError } from '../errors.js';
import type { Graph } from '../graph.js';
import type { GraphQLAnswer, GraphQLCore } from '../graphql-core.js';
import type { GatewayContext, GraphQLRequest } from '../graphql-request.js';
import type { ValidOperation } from '../operation-cache.js';
import type { HttpHead } from '../run-result.js';
import { askedQuery } from './asked-query.js';
import { eventsOf } from './events.js';
import type { Admission } from './events.js';
import type { GrantChanges } from './grant-changes.js';
import { GrantWatch } from './grant-watch.js';
import { Places } from './places.js';
import type { PlaceLimits } from './places.js';
import { standingOf } from './standing.js';
import { topicOf } from './topic.js';
import type { Topic } from './topic.js';
import { Wakeable } from './wakeable.js';

/** Bounds and paces of subscriptions; times are in milliseconds. */
export interface SubscriptionLimits extends PlaceLimits {
  /** How long one stays open at most; then it completes, and is asked for again. */
  readonly duration: number;
  /** The pause between two looks at whether the token is good and anything is still permitted. */
  readonly recheck: number;
  /** The pause between two readings of what has changed. */
  readonly pause: number;
}

/** The bounds unless told otherwise. */
export const DEFAULT_SUBSCRIPTION_LIMITS: SubscriptionLimits = {
  perCaller: 10,
  inAll: 1_000,
  duration: 3_600_000,
  recheck: 5_000,
  pause: 1_000,
};

/** What subscriptions are made of. */
export interface SubscriptionsOptions {
  readonly core: GraphQLCore;
  readonly graph: Graph;
  readonly identity: Identity;
  readonly facts: FactsSource;
  readonly decide: DecideFor;
  readonly roleScopes: (caller: Caller) => readonly string[];
  readonly changes: GrantChanges;
  readonly clock: () => number;
  readonly onError: (error: unknown) => void;
  readonly metrics: GatewayMetrics;
  readonly limits: SubscriptionLimits;
}

/** A valid operation that is to be answered by events. */
export interface EventsRequest {
  readonly operation: ValidOperation;
  readonly request: GraphQLRequest;
  /** Who asks, and when they have gone. */
  readonly context: GatewayContext & { readonly clientGone: AbortSignal };
  /** The headers of the request, whose token is looked at again before each event. */
  readonly headers: RequestHeaders;
}

/** Events to come, or an answer as to any other request. */
export type Subscribed =
  | {
      readonly kind: 'events';
      /** The body of each event, as JSON. To be read to its end, or returned, also where the client has gone. */
      readonly events: AsyncIterable<string>;
    }
  | { readonly kind: 'answer'; readonly answer: GraphQLAnswer };

/** The subscriptions of a gateway. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #watch: GrantWatch;
  readonly #places: Places;
  readonly #closing = new AbortController();

  constructor(options: SubscriptionsOptions) {
    const { changes, limits, onError } = options;
    this.#options = options;
    this.#watch = new GrantWatch({ changes, pause: limits.pause, onError });
    this.#places = new Places(limits);
  }

  /** Answers an operation by events, or refuses it as any other. */
  async subscribe({ operation, request, context, headers }: EventsRequest): Promise<Subscribed> {
    const { core, graph } = this.#options;
    const { identified, clientGone, language } = context;
    const isStreamed = operation.definition.operation === OperationTypeNode.SUBSCRIPTION;
    const query = isStreamed ? askedQuery(operation, graph.apiSchema) : operation;
    if (!isStreamed || identified.kind === 'refused') {
      const answer = await core.answerPrepared(query, request, context);
      const isOfCaller = identified.kind === 'caller' || answer.status === 200;
      return isOfCaller ? oneEvent(answer) : { kind: 'answer', answer };
    }
    const { caller } = identified;
    const leave = this.#places.take(caller);
    if (leave === null) return { kind: 'answer', answer: this.#full(language) };
    const events = this.#events({
      query,
      request,
      caller,
      headers,
      gone: clientGone,
      language,
      leave,
    });
    return { kind: 'events', events };
  }

  /** Looks at once at what has changed: somebody has just changed something. */
  wake(): void {
    this.#watch.wake();
  }

  /** How many are open, and how many of them wait for changes. */
  get open(): { readonly places: number; readonly watching: number } {
    return { places: this.#places.taken, watching: this.#watch.size };
  }

  /** Completes them all, now and from now on. */
  close(): void {
    this.#closing.abort();
  }

  async *#events(asked: Asked): AsyncGenerator<string, void, void> {
    const { metrics, onError } = this.#options;
    metrics.opened('subscriptions');
    try {
      yield* this.#told(asked);
    } catch (error) {
      onError(error);
      yield printBody(this.#undecided(asked.language).body);
    } finally {
      asked.leave();
      metrics.closed('subscriptions');
    }
  }

  async *#told(asked: Asked): AsyncGenerator<string, void, void> {
    const { query, request, caller, headers, gone } = asked;
    const { core, clock, limits } = this.#options;
    const { language } = asked;
    const context: GatewayContext = {
      ...{ identified: { kind: 'caller', caller }, clientGone: gone, language },
    };
    const ask = (): Promise<GraphQLAnswer> => core.answerPrepared(query, request, context);
    const topic = await topicOf(query, request.variables ?? {}, caller, this.#options);
    if (topic === null) {
      yield printBody((await ask()).body);
      return;
    }
    const ended = AbortSignal.any([gone, this.#closing.signal]);
    const wakeable = new Wakeable(ended);
    const unwatch = await this.#watched(topic, wakeable);
    try {
      yield* eventsOf({
        admit: () => this.#admit(headers, language),
        standing: () => standingOf(caller, topic, this.#options),
        ask,
        wakeable,
        clock,
        until: clock() + limits.duration,
        recheck: limits.recheck,
      });
    } finally {
      unwatch();
    }
  }

  #watched({ watched }: Topic, { wake }: Wakeable): Promise<() => void> {
    return watched === null ? Promise.resolve(() => undefined) : this.#watch.add(watched, wake);
  }

  async #admit(headers: RequestHeaders, language: Language | undefined): Promise<Admission> {
    const { identity, core, clock } = this.#options;
    const rechecked = await identity.recheck(headers, clock);
    if (rechecked.kind === 'good') return { kind: 'admitted', until: rechecked.until };
    const { errors, head = { status: 200 } } = refusedRun(rechecked);
    return { kind: 'ended', answer: core.refuse(head, errors, language) };
  }

  #full(language: Language | undefined): GraphQLAnswer {
    const head = { status: 429, headers: { 'retry-after': '10' } };
    return this.#refusal(head, 'TOO_MANY_SUBSCRIPTIONS', language);
  }

  #undecided(language: Language | undefined): GraphQLAnswer {
    return this.#refusal({ status: 200 }, 'POLICY_UNAVAILABLE', language);
  }

  #refusal(head: HttpHead, code: ErrorCode, language: Language | undefined): GraphQLAnswer {
    const error = requestError(code, ERROR_TEXTS[code].en);
    return this.#options.core.refuse(head, [error], language);
  }
}

/** A subscription as it was asked for. */
interface Asked {
  readonly query: ValidOperation;
  readonly request: GraphQLRequest;
  readonly caller: Caller;
  readonly headers: RequestHeaders;
  readonly gone: AbortSignal;
  readonly language: Language | undefined;
  /** Gives its place back. */
  readonly leave: () => void;
}

/** An answer as the only event. */
function oneEvent({ body }: GraphQLAnswer): Subscribed {
  const events = async function* (): AsyncGenerator<string, void, void> {
    yield await Promise.resolve(printBody(body));
  };
  return { kind: 'events', events: events() };
}
