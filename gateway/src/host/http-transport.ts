/**
 * Sends requests to one subgraph over HTTP/1.1: kept-alive connections, a deadline, a bound on the answer's size. It
 * follows no redirect, tries nothing twice (a signed request is good once) and believes nothing of the answer.
 */
import type { SubgraphName, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { Pool, errors } from 'undici';
import { ExchangeEndedError, HttpExchange } from './http-exchange.js';
import type { ExchangeOutcome } from './http-exchange.js';

/** Which subgraph, where, and the bounds of one exchange. */
export interface HttpTransportOptions {
  readonly subgraph: SubgraphName;
  /** The subgraph's address; its path is of no account, since each request names its own. */
  readonly url: URL;
  /** The longest an exchange may take, in milliseconds. */
  readonly timeout?: number;
  /** The largest answer taken, in bytes. */
  readonly maxResponseSize?: number;
  /** The most connections kept open at a time. */
  readonly connections?: number;
}

/** A transport to one subgraph. */
export interface HttpTransport {
  /**
   * Sends a request; the signal ends the exchange before its own deadline does.
   *
   * @throws TransportError if no whole answer came
   */
  send(request: SubgraphRequest, signal?: AbortSignal): Promise<SubgraphResponse>;
  /** Closes the connections once what is under way is answered. */
  close(): Promise<void>;
}

/** Why no whole answer came. */
export type TransportFailure = 'unreachable' | 'timeout' | 'cancelled' | 'redirected' | 'too large';

/** An exchange with a subgraph that gave no whole answer. */
export class TransportError extends Error {
  readonly subgraph: SubgraphName;
  readonly failure: TransportFailure;

  constructor(subgraph: SubgraphName, failure: TransportFailure, options?: ErrorOptions) {
    super(`Expected an answer of the subgraph ${subgraph}, got none: ${failure}`, options);
    this.name = 'TransportError';
    this.subgraph = subgraph;
    this.failure = failure;
  }
}

const TIMEOUT = 10_000;
const MAX_RESPONSE_SIZE = 32 * 2 ** 20;
const CONNECTIONS = 64;

/** A transport over a pool of connections, which are opened when they are needed. */
export function httpTransport(options: HttpTransportOptions): HttpTransport {
  const { subgraph, url, timeout = TIMEOUT } = options;
  const pool = new Pool(url.origin, {
    connections: options.connections ?? CONNECTIONS,
    maxResponseSize: options.maxResponseSize ?? MAX_RESPONSE_SIZE,
    connectTimeout: timeout,
    // The exchange's own deadline bounds the whole of it, so that a trickle cannot outlast it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async send({ method, path, headers, body }, signal) {
      if (signal?.aborted === true) throw new TransportError(subgraph, 'cancelled');
      const response = await new Promise<SubgraphResponse>((resolve, reject) => {
        const outcome: ExchangeOutcome = {
          resolve,
          reject: (cause) => reject(new TransportError(subgraph, failureOf(cause), { cause })),
        };
        const exchange = new HttpExchange(outcome, timeout, signal);
        pool.dispatch({ method, path, headers: { ...headers }, body }, exchange);
      });
      if (response.status >= 300 && response.status < 400)
        throw new TransportError(subgraph, 'redirected');
      return response;
    },
    close: () => pool.close(),
  };
}

function failureOf(cause: unknown): TransportFailure {
  if (cause instanceof ExchangeEndedError) return cause.failure;
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'too large';
  return cause instanceof errors.ConnectTimeoutError ? 'timeout' : 'unreachable';
}
