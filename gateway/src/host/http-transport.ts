/**
 * Sends requests to one subgraph over HTTP/1.1: kept-alive connections, a deadline, a bound on the answer's size. It
 * follows no redirect, tries nothing twice (a signed request is good once) and believes nothing of the answer.
 */
import type { SubgraphName, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { Pool, errors } from 'undici';

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
    // The deadline below bounds the whole exchange, so that a trickle cannot outlast these.
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  return {
    async send({ method, path, headers, body }, signal) {
      const deadline = AbortSignal.timeout(timeout);
      const response = await failing(subgraph, deadline, signal, async () => {
        const answer = await pool.request({
          method,
          path,
          headers: { ...headers },
          body,
          signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
        });
        return { status: answer.statusCode, body: await answer.body.text() };
      });
      if (response.status >= 300 && response.status < 400)
        throw new TransportError(subgraph, 'redirected');
      return response;
    },
    close: () => pool.close(),
  };
}

async function failing<Result>(
  subgraph: SubgraphName,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
  exchange: () => Promise<Result>,
): Promise<Result> {
  try {
    return await exchange();
  } catch (cause) {
    throw new TransportError(subgraph, failureOf(cause, deadline, signal), { cause });
  }
}

function failureOf(
  cause: unknown,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
): TransportFailure {
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'too large';
  if (deadline.aborted) return 'timeout';
  if (signal?.aborted === true) return 'cancelled';
  const isLate = [
    errors.HeadersTimeoutError,
    errors.BodyTimeoutError,
    errors.ConnectTimeoutError,
  ].some((kind) => cause instanceof kind);
  return isLate ? 'timeout' : 'unreachable';
}
