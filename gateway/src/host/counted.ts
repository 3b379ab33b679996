/** What the gateway does, counted as it passes. */
import { SUBGRAPHS } from '@causeway/schema';
import type { GatewayMetrics, FetchOutcome, RequestOutcome } from '../metrics/index.js';
import type { Dispatch } from './dispatch.js';
import type { GatewayContext } from './graphql-request.js';
import type { OwnCalls } from './own-calls.js';
import type { RunOperation } from './run-operation.js';
import type { RunResult } from './run-result.js';
import { MisbehavingSubgraphError } from './session.js';
import { TransportError } from './transport-error.js';

/** Counts what comes of operations. */
export function countedRun(run: RunOperation, metrics: GatewayMetrics): RunOperation {
  return async (operation, request, context) => {
    const begun = performance.now();
    let outcome: RequestOutcome = 'failed';
    try {
      const result = await run(operation, request, context);
      outcome = outcomeOf(result, context);
      return result;
    } finally {
      const { operation: kind } = operation.definition;
      metrics.requestEnded(kind, outcome, performance.now() - begun);
    }
  };
}

function outcomeOf(
  { data, errors }: RunResult,
  { identified, clientGone }: GatewayContext,
): RequestOutcome {
  const [first] = errors;
  if (clientGone?.aborted === true) return 'cancelled';
  if (first === undefined) return 'answered';
  if (data != null) return 'partial';
  if (identified.kind === 'refused') return 'refused';
  return INVALID.has(String(first.extensions['code'])) && first.path.length === 0
    ? 'invalid'
    : 'failed';
}

const INVALID: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_TOO_COMPLEX',
]);

/** Counts exchanges with subgraphs. */
export function countedDispatch(dispatch: Dispatch, metrics: GatewayMetrics): Dispatch {
  return async (service, request, context, signal) => {
    const begun = performance.now();
    let outcome: FetchOutcome = 'answered';
    try {
      return await dispatch(service, request, context, signal);
    } catch (error) {
      outcome = fetchOutcomeOf(error);
      throw error;
    } finally {
      const subgraph = SUBGRAPHS.find((name) => name === service);
      if (subgraph !== undefined)
        metrics.fetchEnded(subgraph, context.use, outcome, performance.now() - begun);
    }
  };
}

function fetchOutcomeOf(error: unknown): FetchOutcome {
  if (!(error instanceof TransportError)) return 'failed';
  const { failure } = error;
  return failure === 'timeout' || failure === 'cancelled' ? failure : 'failed';
}

/** Counts how much goes into one of the gateway's own calls. */
export function countedOwnCalls(own: OwnCalls, metrics: GatewayMetrics): OwnCalls {
  return {
    ...own,
    askForFacts: (subgraph, field, keys) => {
      metrics.batchSent('facts', keys.length);
      return own.askForFacts(subgraph, field, keys);
    },
    recordAccess: (events) => {
      metrics.batchSent('audit', events.length);
      return own.recordAccess(events);
    },
  };
}

/** Counts the errors that tell of a subgraph's misbehaviour. */
export function countedErrors(
  onError: (error: unknown) => void,
  metrics: GatewayMetrics,
): (error: unknown) => void {
  return (error) => {
    if (error instanceof MisbehavingSubgraphError) metrics.answerRejected();
    onError(error);
  };
}
