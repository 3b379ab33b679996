/**
 * The seam between gateway and subgraphs: the same bytes and token whether a socket lies between them or not.
 */

/** The subgraphs of the graph. */
export const SUBGRAPHS = ['patients', 'providers', 'consents', 'records'] as const;

/** A subgraph's name, as in the supergraph's `join__Graph`. */
export type SubgraphName = (typeof SUBGRAPHS)[number];

/**
 * A request to a subgraph: an HTTP request without the socket. Header names are in lower case. Its body holds one
 * operation, or a list of operations that only read, which are answered by a list in their order.
 */
export interface SubgraphRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A subgraph's response. */
export interface SubgraphResponse {
  readonly status: number;
  readonly body: string;
}

/** Answers requests for one subgraph; the signal says that nobody waits for the answer any more. */
export type SubgraphHandler = (
  request: SubgraphRequest,
  signal?: AbortSignal,
) => Promise<SubgraphResponse>;

/** The path at which every subgraph serves the graph. */
export const SUBGRAPH_PATH = '/graphql';

/**
 * The most requests that go in one exchange: enough that little is left of its cost for each, and few enough that no more
 * than so many wait for the slowest among them.
 */
export const REQUESTS_PER_EXCHANGE = 16;
