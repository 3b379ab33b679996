import type { SubgraphName } from '@causeway/schema';

/**
 * Why no answer came that can be read:
 * - `unreachable`: there was no connection, so that nothing of the request was sent;
 * - `broken`: the connection ended before the answer was whole, or what came is no HTTP;
 * - `overloaded`: too many requests wait for the subgraph already, so that this one was not sent;
 * - `timeout`, `cancelled`: it was given up at its deadline, or by whoever had asked;
 * - `redirected`, `encoded`, `not JSON`, `too large`, `too deep`: it was refused for what it is.
 */
export type TransportFailure =
  | 'unreachable'
  | 'broken'
  | 'overloaded'
  | 'timeout'
  | 'cancelled'
  | 'redirected'
  | 'encoded'
  | 'not JSON'
  | 'too large'
  | 'too deep';

/** An exchange with a subgraph that gave no answer that can be read. */
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
