import type { IncomingMessage, ServerResponse } from 'node:http';

/** What speaks GraphQL over HTTP for a gateway's core. */
export interface GraphQLHost {
  /** Makes it ready. @throws Error if it cannot be */
  start(): Promise<void>;
  /**
   * Answers a request that was sent to an address, as its sender knows it.
   *
   * @throws RequestError for a request that is refused for how it is made
   */
  answer(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void>;
  stop(): Promise<void>;
}
