import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLAnswer } from '../host/graphql-core.js';
import type { GatewayContext, GraphQLRequest } from '../host/graphql-request.js';
import type { ValidOperation } from '../host/operation-cache.js';
import type { HeaderList } from './cors.js';

/** An operation whose client takes events. */
export interface EventsRequest {
  readonly operation: ValidOperation;
  readonly request: GraphQLRequest;
  readonly context: GatewayContext & { readonly clientGone: AbortSignal };
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  /** The headers that every answer to this client carries; the type is not among them. */
  readonly headers: HeaderList;
}

/**
 * Answers an operation by events. Resolves with null once the stream has begun: what streams is no longer counted among
 * the requests under way, and ends with the response. Where none begins, it resolves with what is to be answered.
 */
export type Subscribe = (request: EventsRequest) => Promise<GraphQLAnswer | null>;
