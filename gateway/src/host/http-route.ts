import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is served beside the graph, under the same name and with the same headers: pages, a token endpoint. */
export interface HttpRoute {
  /** The path it answers, and, where it ends with a slash, all paths below. */
  readonly path: string;
  /** Whether pages of any origin may read its answers: it needs no credentials, and takes none from a browser. */
  readonly isForAnyOrigin?: boolean;
  /**
   * Answers a request that was sent to an address, as its sender knows it; a `RequestError` is answered with its
   * status, any other error with 500.
   */
  answer(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void>;
}
