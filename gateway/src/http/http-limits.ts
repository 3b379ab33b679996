/** What a gateway takes over HTTP, and for how long it waits. Times are in milliseconds, sizes in bytes. */
export interface HttpLimits {
  /** The largest body of a request. */
  readonly bodyBytes: number;
  /** The largest request line and headers. */
  readonly headerBytes: number;
  /** Answers of so many bytes are compressed for clients that take it; smaller ones are sent as they are. */
  readonly compressFrom: number;
  /** What the texts of persisted queries may take together. */
  readonly persistedBytes: number;
  /** Connections at once; more are closed as they come. */
  readonly connections: number;
  /** Requests on one connection, which is then closed. */
  readonly requestsPerConnection: number;
  /** Requests that are answered at once; more are turned away with 503. */
  readonly requestsAtOnce: number;
  /** How late the event loop may be, at the median; as long as it is later, requests are turned away with 503. */
  readonly eventLoopDelay: number;
  /** After how long who was turned away may try again. */
  readonly retryAfter: number;
  /** The longest a client may take to send its headers. */
  readonly headersTimeout: number;
  /** The longest a client may take to send a whole request. */
  readonly requestTimeout: number;
  /** How long a connection is kept for a next request. */
  readonly keepAliveTimeout: number;
  /** How long what runs may take to finish once the gateway is told to end. */
  readonly drain: number;
}

/** Limits that leave room for every client that means well. */
export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  // A deposit's bundle of 5 MiB, and what stands around it.
  bodyBytes: 6 * 2 ** 20,
  headerBytes: 16 * 2 ** 10,
  compressFrom: 2 * 2 ** 10,
  persistedBytes: 4 * 2 ** 20,
  connections: 10_000,
  requestsPerConnection: 100_000,
  requestsAtOnce: 1_000,
  eventLoopDelay: 200,
  retryAfter: 1_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than the minute for which proxies usually keep theirs, so that it is the proxy that closes.
  keepAliveTimeout: 65_000,
  // Longer than a request may take.
  drain: 20_000,
};
