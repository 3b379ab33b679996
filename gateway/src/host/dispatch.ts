import { CONTEXT_HEADER, SUBGRAPHS, SUBGRAPH_PATH, signRequest } from '@causeway/schema';
import type {
  FetchContext,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import type { OutgoingRequest, SubgraphAnswer } from '../execution/index.js';
import { NO_METRICS } from '../metrics/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { isRead, onceMore } from './once-more.js';

/** Carries a request to a subgraph: over HTTP, or to a handler in this process. */
export type SubgraphTransport = (
  request: SubgraphRequest,
  signal?: AbortSignal,
) => Promise<SubgraphResponse>;

/** A subgraph that did not answer, or whose answer is no GraphQL. */
export class SubgraphUnavailableError extends Error {
  constructor(subgraph: string, problem: string) {
    super(`Expected an answer of the subgraph ${subgraph}, got ${problem}`);
    this.name = 'SubgraphUnavailableError';
  }
}

/** What dispatching needs. */
export interface DispatchOptions {
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  /** The key that each subgraph trusts. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  readonly clock: () => number;
  readonly metrics?: Pick<GatewayMetrics, 'fetchRetried'>;
}

/** Sends an operation to a subgraph under a signed context. */
export type Dispatch = (
  subgraph: string,
  request: OutgoingRequest,
  context: FetchContext,
  signal?: AbortSignal,
) => Promise<SubgraphAnswer>;

/** A dispatcher over the given transports. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { transports, keys, clock, metrics = NO_METRICS } = options;
  return async (service, { query, json }, context, signal) => {
    const subgraph = SUBGRAPHS.find((name) => name === service);
    if (subgraph === undefined) throw new SubgraphUnavailableError(service, 'no transport for it');
    const body = `${json},"extensions":{"causeway":${JSON.stringify(context)}}}`;
    const send = (): Promise<SubgraphResponse> => {
      const signed = { method: 'POST', path: SUBGRAPH_PATH, subgraph, body };
      const headers = {
        'content-type': 'application/json',
        [CONTEXT_HEADER]: signRequest(signed, keys[subgraph], clock()),
      };
      return transports[subgraph]({ method: 'POST', path: SUBGRAPH_PATH, headers, body }, signal);
    };
    const onRetry = (): void => metrics.fetchRetried(subgraph);
    // INVARIANT: what changes something is sent once.
    const response = await (isRead(query) ? onceMore(send, { signal, onRetry }) : send());
    return parseAnswer(subgraph, response);
  };
}

function parseAnswer(subgraph: SubgraphName, { status, body }: SubgraphResponse): SubgraphAnswer {
  if (status !== 200) throw new SubgraphUnavailableError(subgraph, `status ${status}`);
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    // What the parser says quotes the text, which may be a patient's.
    throw new SubgraphUnavailableError(subgraph, 'text that is no JSON');
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    throw new SubgraphUnavailableError(subgraph, 'JSON that is no answer');
  }
  return answer;
}
