/**
 * Answers signed requests for one subgraph: verifies that the gateway asks, then executes. The same handler serves
 * a socket and the gateway in its own process.
 */
import {
  CONTEXT_HEADER,
  ReplayGuard,
  SignedContextError,
  isErrorCode,
  verifyRequest,
} from '@causeway/schema';
import type {
  FetchContext,
  Language,
  SubgraphBody,
  SubgraphHandler,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { execute } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { BuiltSubgraph } from './build-subgraph.js';
import { PreparedOperations } from './prepared-operations.js';
import { messageIn } from './refused.js';
import { WorkTime } from './work-time.js';

/** What a handler needs beside the schema. */
export interface HandlerOptions<Context> {
  /** The keys the gateway may sign with: the current one, and the former one during rotation. */
  readonly keys: readonly Uint8Array[];
  /** The resolvers' context, made anew for each request. */
  readonly createContext: (fetch: FetchContext) => Context;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of errors that are masked in the answer. */
  readonly onError?: (error: unknown) => void;
}

/** A handler for one subgraph. */
export function createHandler<Context>(
  subgraph: BuiltSubgraph,
  options: HandlerOptions<Context>,
): SubgraphHandler {
  const { keys, createContext, clock, onError } = options;
  const replays = new ReplayGuard();
  const operations = new PreparedOperations(subgraph.schema);

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
    const body = JSON.parse(request.body) as SubgraphBody;
    const prepared = operations.get(body.query);
    if ('errors' in prepared)
      return { status: 400, body: JSON.stringify({ errors: prepared.errors }) };
    const context = body.extensions.causeway;
    const result = await execute({
      schema: subgraph.schema,
      document: prepared.document,
      // What changes something is finished once it has begun, whoever still waits.
      rootValue: prepared.changes ? new WorkTime(undefined) : new WorkTime(context.wait, signal),
      contextValue: createContext(context),
      variableValues: body.variables,
      operationName: body.operationName,
    });
    return { status: 200, body: JSON.stringify(mask(result, context.language ?? 'en', onError)) };
  };
}

/** Keeps an error that carries one of our codes, in the caller's language; any other is masked and reported. */
function mask(
  result: ExecutionResult,
  language: Language,
  onError: ((error: unknown) => void) | undefined,
): object {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    const code = error.extensions['code'];
    if (isErrorCode(code))
      return { ...error.toJSON(), message: messageIn(language, error.originalError ?? error) };
    onError?.(error.originalError ?? error);
    return {
      message: 'The subgraph failed',
      path: error.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  });
  return { ...result, errors };
}

function refusal(status: number, code: string, message: string): SubgraphResponse {
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}

/** A request as a subgraph takes it. */
export type { SubgraphRequest };
