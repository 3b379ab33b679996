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
import { SubgraphExchanges } from './subgraph-exchanges.js';
import type { Carry } from './subgraph-exchanges.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';

/** Carries a request to a subgraph: over HTTP, or to a handler in this process. */
export type SubgraphTransport = (
  request: SubgraphRequest,
  signal?: AbortSignal,
) => Promise<SubgraphResponse>;

/** Whether fetches that fall due together go in one exchange, or each in its own. */
export type Exchanges = 'shared' | 'single';

/** What dispatching needs. */
export interface DispatchOptions {
  readonly transports: Readonly<Record<SubgraphName, SubgraphTransport>>;
  /** The key that each subgraph trusts. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  readonly clock: () => number;
  /** Single unless told: without a socket between them, there is little that an exchange costs. */
  readonly exchanges?: Exchanges;
  readonly metrics?: Pick<GatewayMetrics, 'fetchRetried' | 'batchSent'>;
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
  const { exchanges = 'single', metrics = NO_METRICS } = options;
  const known = new Map<string, SubgraphExchanges>(
    SUBGRAPHS.map((name) => [name, exchangesWith(name, options)]),
  );
  return (service, { query, json }, context, signal) => {
    const subgraph = known.get(service);
    if (subgraph === undefined)
      return Promise.reject(new SubgraphUnavailableError(service, 'no transport for it'));
    const body = `${json},"extensions":{"causeway":${JSON.stringify(context)}}}`;
    // INVARIANT: what changes something is sent once, and alone.
    if (!isRead(query)) return subgraph.sendAlone(body, signal);
    // Facts are asked for many requests at once, and none of them is to wait for one caller's fetch.
    const isShared = exchanges === 'shared' && context.use === 'data';
    const send = (): Promise<SubgraphAnswer> =>
      isShared ? subgraph.sendTogether(body, signal) : subgraph.sendAlone(body, signal);
    return onceMore(send, { signal, onRetry: () => metrics.fetchRetried(subgraph.name) });
  };
}

function exchangesWith(subgraph: SubgraphName, options: DispatchOptions): SubgraphExchanges {
  const { transports, keys, clock, metrics = NO_METRICS } = options;
  const carry: Carry = (body, signal) => {
    const signed = { method: 'POST', path: SUBGRAPH_PATH, subgraph, body };
    const headers = {
      'content-type': 'application/json',
      [CONTEXT_HEADER]: signRequest(signed, keys[subgraph], clock()),
    };
    return transports[subgraph]({ method: 'POST', path: SUBGRAPH_PATH, headers, body }, signal);
  };
  const onSent = (requests: number): void => metrics.batchSent('fetches', requests);
  return new SubgraphExchanges({ subgraph, carry, onSent });
}
