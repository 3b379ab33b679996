/** The bounds of a subgraph's server. */
export interface ServerLimits {
  /** The largest body taken, in bytes. */
  readonly bodySize: number;
  /** The longest a request may take to arrive, in milliseconds. */
  readonly arrival: number;
  /** The most connections open at a time; more are closed as they come. */
  readonly connections: number;
  /** How long kept-alive connections are still answered on once it is told to close, in milliseconds. */
  readonly linger: number;
  /** How long what is under way may take once it is told to close, in milliseconds. */
  readonly grace: number;
}

/** Limits for a subgraph that a few gateways ask. */
export const DEFAULT_SERVER_LIMITS: ServerLimits = {
  // The gateway sends at most some thousand representations and their permits at a time.
  bodySize: 8 * 2 ** 20,
  arrival: 15_000,
  connections: 512,
  linger: 150,
  grace: 10_000,
};
