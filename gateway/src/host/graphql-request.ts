import type { Language } from '@causeway/schema';
import type { Identified } from '../identity/index.js';

/** A request for an operation, as GraphQL over HTTP has it once it is read. */
export interface GraphQLRequest {
  /** The operation's text. */
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Whether it may do more than read; a GET may not. `true` where nothing is said. */
  readonly mayChange?: boolean;
}

/** The context of a request: who asks, or why nobody does. */
export interface GatewayContext {
  readonly identified: Identified;
  /** Aborted when the client has gone. */
  readonly clientGone?: AbortSignal;
  /** The language in which people are spoken to; English where nothing is said. */
  readonly language?: Language | undefined;
}
