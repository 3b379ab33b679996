/** The gateway: one supergraph, whose operations are answered by one core for every host. */
import type { AccessEvent, GrantFact, SubgraphName } from '@causeway/schema';
import type { GraphQLSchema } from 'graphql';
import { AuditLog } from '../audit/audit-log.js';
import { FactsSource } from '../facts/facts-source.js';
import type { GrantKey } from '../facts/facts-source.js';
import { roleScopes } from '../identity/index.js';
import type { Identified, Identity, PresentedRequest } from '../identity/index.js';
import { NO_METRICS } from '../metrics/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { DEFAULT_PLANNING, PlanCache, TimelyPlanner, processPlanner } from '../planning/index.js';
import type { PlanningLimits } from '../planning/index.js';
import type { AfterMutation } from './after-mutation.js';
import { DEFAULT_CACHE_LIMITS } from './cache-limits.js';
import type { CacheLimits } from './cache-limits.js';
import { callerSchema } from './caller-schema.js';
import type { AnswerOptions } from './exchange.js';
import { decisionClock } from './decision-clock.js';
import { decideFor, groundsFor } from './decide-for.js';
import type { DecideFor, GroundsFor } from './decide-for.js';
import { countedDispatch, countedErrors, countedOwnCalls, countedRun } from './counted.js';
import { createDispatch } from './dispatch.js';
import type { Exchanges, SubgraphTransport } from './dispatch.js';
import { readGraph } from './graph.js';
import type { Graph } from './graph.js';
import { GraphQLCore } from './graphql-core.js';
import { DEFAULT_LIMITS } from './limits.js';
import type { OperationLimits } from './limits.js';
import { ownCalls } from './own-calls.js';
import type { OwnCall } from './own-calls.js';
import { OperationCache } from './operation-cache.js';
import { operationRunner } from './run-operation.js';
import { ownGrantChanges } from './subscriptions/grant-changes.js';
import { DEFAULT_SUBSCRIPTION_LIMITS, Subscriptions } from './subscriptions/subscriptions.js';
import type { SubscriptionLimits } from './subscriptions/subscriptions.js';
import { timedIdentity } from './timed-identity.js';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  /** The key that each subgraph trusts. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  /** Whether fetches that fall due together share an exchange, which is for transports over a socket; single unless told. */
  readonly exchanges?: Exchanges;
  readonly identity: Identity;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of errors that clients do not see. */
  readonly onError: (error: unknown) => void;
  /** In production there is no introspection without a token. */
  readonly isProduction: boolean;
  readonly limits?: OperationLimits;
  /** How much is kept of operations between requests, where it is another than the usual. */
  readonly caches?: Partial<CacheLimits>;
  /** How the planning of operations is bounded. */
  readonly planning?: PlanningLimits;
  /** The longest a request may take, in milliseconds. */
  readonly deadline?: number;
  /** What is done once subgraphs have been asked to change something, before the answer leaves. */
  readonly afterMutation?: AfterMutation;
  /** How many subscriptions are open at most, for how long, and how often they are looked at. */
  readonly subscriptions?: Partial<SubscriptionLimits>;
  /** Where it counts what it does; nowhere unless told. */
  readonly metrics?: GatewayMetrics;
}

/** A gateway, to be served. */
export interface Gateway {
  /** Answers requests, whoever speaks HTTP. */
  readonly core: GraphQLCore;
  /** Answers by events. */
  readonly subscriptions: Subscriptions;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Asks a subgraph on the gateway's own behalf: for the relay of changes and the courier of notices. */
  readonly call: OwnCall;
  /** Tells who sends a request. */
  identify(request: PresentedRequest): Promise<Identified>;
  /**
   * A grant as it is now; null for one that is not there, or not the organisation's.
   *
   * @throws FactsUnavailableError if it cannot be read
   */
  grant(key: GrantKey): Promise<GrantFact | null>;
  /**
   * Decides for a route outside the graph, from facts read anew.
   *
   * @throws FactsUnavailableError if they cannot be read: then nothing is released
   */
  readonly decide: DecideFor;
  /**
   * Reads what such a decision would be made from, for whoever explains it.
   *
   * @throws FactsUnavailableError if it cannot be read
   */
  readonly grounds: GroundsFor;
  /**
   * Records what such a route is about to release; resolves once it is durable.
   *
   * @throws AuditUnavailableError if it is not known to be on record: then nothing is released
   */
  recordAccess(events: readonly AccessEvent[]): Promise<void>;
}

/**
 * Makes a gateway.
 *
 * @throws LabelError if the supergraph's labels break a rule: such a graph is not served
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { limits = DEFAULT_LIMITS } = options;
  const clock = decisionClock(options.clock);
  const graph = readGraph(options.supergraphSdl);
  const { metrics = NO_METRICS } = options;
  const caches = { ...DEFAULT_CACHE_LIMITS, ...options.caches };
  const onError = countedErrors(options.onError, metrics);
  const identity = timedIdentity(options.identity, onError);
  const dispatch = countedDispatch(createDispatch({ ...options, clock }), metrics);
  const own = countedOwnCalls(ownCalls(dispatch, clock, options.deadline), metrics);
  const { askForFacts, recordAccess } = own;
  const facts = new FactsSource(askForFacts);
  const audit = new AuditLog(recordAccess);
  const pipeline: AnswerOptions = {
    graph,
    dispatch,
    facts,
    audit,
    schemaFor: callerSchema(options.supergraphSdl, facts),
    clock,
    roleScopes,
    onError,
  };
  const operations = new OperationCache({
    graph,
    plans: plansOf(graph, caches.plans, options),
    maxSelections: limits.selections,
    maxBytes: caches.operations,
    metrics,
  });
  const run = operationRunner(pipeline, {
    ...options,
    operations,
    afterMutation: async (subgraphs) => {
      await options.afterMutation?.(subgraphs);
      subscriptions.wake();
    },
  });
  const core = new GraphQLCore({
    schema: graph.apiSchema,
    limits,
    maxDocumentBytes: caches.documents,
    run: countedRun(run, metrics),
    onError,
    metrics,
  });
  const decide = decideFor({ facts, clock });
  const subscriptions = new Subscriptions({
    ...{ core, graph, identity, facts, decide, roleScopes, clock, onError, metrics },
    changes: ownGrantChanges(own.call),
    limits: { ...DEFAULT_SUBSCRIPTION_LIMITS, ...options.subscriptions },
  });
  return {
    core,
    subscriptions,
    schema: graph.apiSchema,
    call: own.call,
    identify: (request) => identity.identify(request, clock),
    grant: (key) => facts.grant(key),
    decide,
    grounds: groundsFor({ facts, clock }),
    recordAccess: (events) => audit.record(events),
  };
}

/** The plans of a graph, made in time and kept within bounds. */
function plansOf(
  { plan, compile }: Graph,
  maxBytes: number,
  { supergraphSdl, planning = DEFAULT_PLANNING, metrics = NO_METRICS }: GatewayOptions,
): PlanCache {
  const planApart = processPlanner(supergraphSdl);
  const planner = new TimelyPlanner({ plan, planApart, limits: planning, metrics });
  return new PlanCache({ plan: (text) => planner.plan(text), compile, metrics, maxBytes });
}
