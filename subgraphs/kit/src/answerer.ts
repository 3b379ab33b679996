import { isErrorCode } from '@causeway/schema';
import type { FetchContext, Language, SubgraphBody, SubgraphResponse } from '@causeway/schema';
import { execute } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { BuiltSubgraph } from './build-subgraph.js';
import { PreparedOperations } from './prepared-operations.js';
import { messageIn } from './refused.js';
import { refusal } from './refusal.js';
import { WorkTime } from './work-time.js';

/** What answering needs beside the schema. */
export interface AnswererOptions<Context> {
  /** The resolvers' context, made anew for each operation. */
  readonly createContext: (fetch: FetchContext) => Context;
  /** Told of errors that are masked in the answer. */
  readonly onError?: (error: unknown) => void;
}

/** What an operation may do: change something where it came alone, and only read among others. */
export type Extent = 'CHANGE' | 'READ';

/** Answers one operation, of which it is known that the gateway asks; the signal says that nobody waits for it any more. */
export type Answerer = (
  body: SubgraphBody,
  extent: Extent,
  signal: AbortSignal | undefined,
) => Promise<SubgraphResponse>;

/** An answerer for one subgraph. Nothing of one operation is known to another but its parsed text. */
export function createAnswerer<Context>(
  { schema }: BuiltSubgraph,
  { createContext, onError }: AnswererOptions<Context>,
): Answerer {
  const operations = new PreparedOperations(schema);
  return async (body, extent, signal) => {
    const prepared = operations.get(body.query);
    if ('errors' in prepared)
      return { status: 400, body: JSON.stringify({ errors: prepared.errors }) };
    if (prepared.changes && extent === 'READ')
      return refusal(
        400,
        'BAD_USER_INPUT',
        'Expected a query among others, got what may change something: send it alone',
      );
    const context = body.extensions.causeway;
    const result = await execute({
      schema,
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
