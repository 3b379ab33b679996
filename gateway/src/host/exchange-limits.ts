/** The bounds of the exchanges with one subgraph. */
export interface ExchangeLimits {
  /** The longest an exchange may take, from first to last, in milliseconds. */
  readonly timeout: number;
  /** The longest it may take to open a connection, in milliseconds. */
  readonly connectTimeout: number;
  /** The largest answer taken, in bytes. */
  readonly maxAnswerSize: number;
  /** Lists and objects within each other in an answer. */
  readonly maxAnswerDepth: number;
  /** The most connections open at a time. */
  readonly connections: number;
  /** The most requests that wait for a connection; more fail at once. */
  readonly waiting: number;
}

/** Limits that leave room for every answer of this graph's own subgraphs. */
export const DEFAULT_EXCHANGE_LIMITS: ExchangeLimits = {
  timeout: 10_000,
  connectTimeout: 2_000,
  maxAnswerSize: 16 * 2 ** 20,
  maxAnswerDepth: 100,
  connections: 64,
  waiting: 1_000,
};
