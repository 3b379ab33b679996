/**
 * Answers signed requests for one subgraph: verifies that the gateway asks, then executes. The same handler serves
 * a socket and the gateway in its own process.
 */
import {
  CONTEXT_HEADER,
  REQUESTS_PER_EXCHANGE,
  ReplayGuard,
  SignedContextError,
  verifyRequest,
} from '@causeway/schema';
import type {
  SubgraphBody,
  SubgraphHandler,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { createAnswerer } from './answerer.js';
import type { AnswererOptions } from './answerer.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import { refusal } from './refusal.js';

/** What a handler needs beside the schema. */
export interface HandlerOptions<Context> extends AnswererOptions<Context> {
  /** The keys the gateway may sign with: the current one, and the former one during rotation. */
  readonly keys: readonly Uint8Array[];
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

/** A handler for one subgraph. */
export function createHandler<Context>(
  subgraph: BuiltSubgraph,
  options: HandlerOptions<Context>,
): SubgraphHandler {
  const { keys, clock, onError } = options;
  const replays = new ReplayGuard();
  const answer = createAnswerer(subgraph, options);

  /** The answer to one of many, as text: what fails it is its own. */
  const answerOf = async (body: SubgraphBody, signal: AbortSignal | undefined): Promise<string> => {
    try {
      return (await answer(body, 'READ', signal)).body;
    } catch (error) {
      onError?.(error);
      return refusal(500, 'INTERNAL_SERVER_ERROR', 'The subgraph failed').body;
    }
  };

  const answerAll = async (
    bodies: readonly SubgraphBody[],
    signal: AbortSignal | undefined,
  ): Promise<SubgraphResponse> => {
    const { length } = bodies;
    if (length === 0 || length > REQUESTS_PER_EXCHANGE)
      return refusal(
        400,
        'BAD_USER_INPUT',
        `Expected 1 to ${REQUESTS_PER_EXCHANGE} operations in a list, got ${length}`,
      );
    const answers = await Promise.all(bodies.map((body) => answerOf(body, signal)));
    return { status: 200, body: `[${answers.join()}]` };
  };

  return async (request, signal) => {
    try {
      const { method, path, body } = request;
      verifyRequest(
        { method, path, subgraph: subgraph.name, body },
        request.headers[CONTEXT_HEADER],
        keys,
        clock(),
        replays,
      );
    } catch (error) {
      if (error instanceof SignedContextError)
        return refusal(401, 'UNAUTHENTICATED', error.message);
      throw error;
    }
    const asked = JSON.parse(request.body) as SubgraphBody | readonly SubgraphBody[];
    return isList(asked) ? answerAll(asked, signal) : answer(asked, 'CHANGE', signal);
  };
}

const isList = <Item>(value: Item | readonly Item[]): value is readonly Item[] =>
  Array.isArray(value);

/** A request as a subgraph takes it. */
export type { SubgraphRequest };
