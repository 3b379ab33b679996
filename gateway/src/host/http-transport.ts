/**
 * Sends requests to one subgraph over HTTP/1.1: kept-alive connections, a deadline, bounds on the answer. It follows no
 * redirect, unpacks nothing, sends nothing twice (a signed request is good once) and believes nothing of the answer.
 */
import type { SubgraphName, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { Pool } from 'undici';
import { DEFAULT_EXCHANGE_LIMITS } from './exchange-limits.js';
import type { ExchangeLimits } from './exchange-limits.js';
import { HttpExchange } from './http-exchange.js';
import type { ExchangeOutcome } from './http-exchange.js';
import { TransportError } from './transport-error.js';

/** Which subgraph, where, and the bounds of one exchange where they are others than the usual ones. */
export interface HttpTransportOptions extends Partial<ExchangeLimits> {
  readonly subgraph: SubgraphName;
  /** The subgraph's address; its path is of no account, since each request names its own. */
  readonly url: URL;
}

/** A transport to one subgraph. */
export interface HttpTransport {
  /**
   * Sends a request; the signal ends the exchange before its own deadline does.
   *
   * @throws TransportError if no answer came that can be read
   */
  send(request: SubgraphRequest, signal?: AbortSignal): Promise<SubgraphResponse>;
  /** Closes the connections once what is under way is answered. */
  close(): Promise<void>;
}

/** A transport over a pool of connections, which are opened when they are needed. */
export function httpTransport({ subgraph, url, ...stated }: HttpTransportOptions): HttpTransport {
  const limits: ExchangeLimits = { ...DEFAULT_EXCHANGE_LIMITS, ...stated };
  const pool = new Pool(url.origin, {
    connections: limits.connections,
    connectTimeout: limits.connectTimeout,
    allowH2: false,
    // The exchange's own deadline bounds the whole of it, so that a trickle cannot outlast it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  let underWay = 0;
  return {
    send: ({ method, path, headers, body }, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) throw new TransportError(subgraph, 'cancelled');
        if (underWay >= limits.connections + limits.waiting)
          throw new TransportError(subgraph, 'overloaded');
        underWay += 1;
        const outcome: ExchangeOutcome = {
          resolve,
          reject: (failure, cause) => reject(new TransportError(subgraph, failure, { cause })),
          letGo: () => (underWay -= 1),
        };
        const exchange = new HttpExchange(outcome, limits, signal);
        const sent = { ...headers, 'accept-encoding': 'identity' };
        pool.dispatch({ method, path, headers: sent, body }, exchange);
      }),
    close: () => pool.close(),
  };
}
