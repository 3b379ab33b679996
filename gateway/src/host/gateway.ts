/** The gateway: one supergraph behind Apollo Server, every request answered by `answer.ts`. */
import { ApolloServer } from '@apollo/server';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { AccessEvent, GrantFact, SubgraphName } from '@causeway/schema';
import { execute } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { AuditLog } from '../audit/audit-log.js';
import { ExpansionError } from '../execution/index.js';
import { FactsSource } from '../facts/facts-source.js';
import type { GrantKey } from '../facts/facts-source.js';
import { roleScopes } from '../identity/index.js';
import type { Identified, Identity, PresentedRequest } from '../identity/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { withAfterMutation } from './after-mutation.js';
import type { AfterMutation } from './after-mutation.js';
import { answer } from './answer.js';
import type { AnswerOptions } from './exchange.js';
import { decideFor } from './decide-for.js';
import type { DecideFor } from './decide-for.js';
import { createDispatch } from './dispatch.js';
import type { SubgraphTransport } from './dispatch.js';
import { formatError, graphQLError, refusalError, tooComplexError } from './errors.js';
import { readGraph } from './graph.js';
import type { Graph } from './graph.js';
import { jsonStatus } from './json-status.js';
import { landingPage } from './landing-page.js';
import type { FirstOperation } from './landing-page.js';
import { DEFAULT_LIMITS, limitsRule } from './limits.js';
import type { OperationLimits } from './limits.js';
import { OperationCache } from './operation-cache.js';
import type { Operation } from './operation.js';
import { ownCalls } from './own-calls.js';
import type { OwnCall } from './own-calls.js';
import { servedOperations } from './served-operations.js';

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly supergraphSdl: string;
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  /** The key that each subgraph trusts. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  readonly identity: Identity;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of errors that clients do not see. */
  readonly onError: (error: unknown) => void;
  /** In production there is no introspection without a token. */
  readonly isProduction: boolean;
  /** What the explorer at `/` is filled in with; null for no explorer. */
  readonly firstOperation: FirstOperation | null;
  readonly limits?: OperationLimits;
  /** The longest a request may take, in milliseconds. */
  readonly deadline?: number;
  /** What is done once subgraphs have been asked to change something, before the answer leaves. */
  readonly afterMutation?: AfterMutation;
  /** Where it counts what it does; nowhere unless told. */
  readonly metrics?: GatewayMetrics;
}

/** The context of a request: who asks, or why nobody does. */
export interface GatewayContext {
  readonly identified: Identified;
  /** Aborted when the client has gone. */
  readonly clientGone?: AbortSignal;
}

/** A gateway, to be started and served. */
export interface Gateway {
  readonly server: ApolloServer<GatewayContext>;
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
   * Records what such a route is about to release; resolves once it is durable.
   *
   * @throws AuditUnavailableError if it is not known to be on record: then nothing is released
   */
  recordAccess(events: readonly AccessEvent[]): Promise<void>;
}

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

const DEADLINE = 15_000;

const NEVER = new AbortController().signal;

/**
 * Makes a gateway.
 *
 * @throws LabelError if the supergraph's labels break a rule: such a graph is not served
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { clock, identity, limits = DEFAULT_LIMITS } = options;
  const graph = readGraph(options.supergraphSdl);
  const dispatch = createDispatch(options);
  const own = ownCalls(dispatch, clock);
  const { askForFacts, recordAccess } = own;
  const facts = new FactsSource(askForFacts);
  const audit = new AuditLog(recordAccess);
  const pipeline: AnswerOptions = {
    graph,
    dispatch,
    facts,
    audit,
    clock,
    roleScopes,
    onError: options.onError,
  };
  const server = new ApolloServer<GatewayContext>({
    gateway: gatewayInterface(graph, options, executorOf(pipeline, options, limits)),
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    validationRules: [servedOperations, limitsRule(limits)],
    parseOptions: { maxLexicalTokens: limits.tokens },
    formatError: formatError(options.onError),
    plugins: [landingPage(options.firstOperation), jsonStatus],
    stopOnTerminationSignals: false,
  });
  return {
    server,
    schema: graph.apiSchema,
    call: own.call,
    identify: (request) => identity.identify(request, clock),
    grant: (key) => facts.grant(key),
    decide: decideFor({ facts, clock }),
    recordAccess: (events) => audit.record(events),
  };
}

function gatewayInterface(
  graph: Graph,
  { supergraphSdl }: GatewayOptions,
  executor: GatewayExecutor,
): GatewayInterface {
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: graph.apiSchema, coreSupergraphSdl: supergraphSdl });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

function executorOf(
  pipeline: AnswerOptions,
  options: GatewayOptions,
  limits: OperationLimits,
): GatewayExecutor {
  const { deadline = DEADLINE, afterMutation = () => Promise.resolve() } = options;
  const { graph, dispatch, onError } = pipeline;
  const operations = new OperationCache(graph, limits.selections);

  return async ({
    context,
    document,
    operation: definition,
    source: text,
    queryHash: hash,
    request,
  }) => {
    const { identified, clientGone = NEVER } = context as GatewayContext;
    const { variables = {}, extensions } = request;
    const operation = operations.get({ hash, text, document, definition });
    if (operation.isIntrospection && (identified.kind === 'caller' || !options.isProduction)) {
      return introspect(graph, operation, variables);
    }
    if (identified.kind === 'refused') return { errors: [refusalError(identified)] };
    const { caller } = identified;
    const wantsConsent = extensions?.['consent'] === true;
    const signal = AbortSignal.any([AbortSignal.timeout(deadline), clientGone]);
    try {
      const asked = { operation, variables, caller, wantsConsent, signal, clientGone };
      const { data, errors, ...rest } = await withAfterMutation(
        { dispatch, afterMutation, onError },
        (dispatch) => answer(asked, { ...pipeline, dispatch }),
      );
      return { ...rest, data, ...(errors.length > 0 && { errors: errors.map(graphQLError) }) };
    } catch (error) {
      if (error instanceof ExpansionError) return { errors: [tooComplexError(error.message)] };
      throw error;
    }
  };
}

/** Answers what an operation asks about the schema. */
function introspect(
  graph: Graph,
  { document, definition }: Operation,
  variableValues: Readonly<Record<string, unknown>>,
): ExecutionResult | Promise<ExecutionResult> {
  return execute({
    schema: graph.apiSchema,
    document,
    operationName: definition.name?.value,
    variableValues,
  });
}
