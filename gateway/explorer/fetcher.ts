import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { GraphAnswer } from './answer.js';
import type { Credentials } from './credentials.js';
import { eventsOf } from './events.js';

/** What the fetcher asks with, and whom it tells. */
export interface FetcherOptions {
  /** Who asks, at the time of asking. */
  readonly credentials: () => Promise<Credentials>;
  /** Told of each answer as it comes. */
  readonly onAnswer: (answer: GraphAnswer) => void;
}

/** Asks the graph: with a caller's credentials, which the editor of headers may replace. */
export function fetcherWith({ credentials, onAnswer }: FetcherOptions): Fetcher {
  return async (params, options) => {
    const headers = { ...(await credentials()), ...options?.headers };
    if (isSubscription(params)) return told(eventsOf(params, headers), onAnswer);
    const answer = await ask(params, headers);
    onAnswer(answer);
    return shown(answer);
  };
}

/** Asks one operation; what the caller's permits cover is asked for as well. */
export async function ask(params: FetcherParams, headers: Credentials): Promise<GraphAnswer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...params, extensions: { consent: true } }),
  });
  return (await response.json()) as GraphAnswer;
}

async function* told(
  answers: AsyncIterable<GraphAnswer>,
  onAnswer: FetcherOptions['onAnswer'],
): AsyncGenerator<ExecutionResult> {
  for await (const answer of answers) {
    onAnswer(answer);
    yield shown(answer);
  }
}

/** An answer as GraphiQL prints it: errors are told as they came. */
function shown(answer: GraphAnswer): ExecutionResult {
  return { ...answer } as ExecutionResult;
}

function isSubscription({ query, operationName }: FetcherParams): boolean {
  return parse(query).definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      node.operation === OperationTypeNode.SUBSCRIPTION &&
      (operationName == null || node.name?.value === operationName),
  );
}
