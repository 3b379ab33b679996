/** What becomes of a request, as it happens, with urql. */
import type { GraphError } from '@causeway/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Client, subscriptionExchange } from '@urql/core';
import type { AnyVariables, OperationResult } from '@urql/core';
import { GraphQLError } from 'graphql';
import { answersByEvents } from './answers-by-events.js';
import type { GraphCaller } from './caller.js';

/** Subscribes to the graph, and tells each result; returns what stops it. */
export function subscribe<Data, Variables extends AnyVariables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  tell: (result: OperationResult<Data, Variables>) => void,
): () => void {
  const client = new Client({
    url: caller.url,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables: given }) => ({
          subscribe: ({ next, error, complete }) => {
            const gone = new AbortController();
            const read = async (): Promise<void> => {
              const request = { query, variables: given };
              const answers = answersByEvents<Record<string, unknown>>(
                caller,
                request,
                gone.signal,
              );
              for await (const { data, errors = [] } of answers)
                next({ data: data ?? null, errors: errors.map(graphQLError) });
            };
            read().then(complete, error);
            return { unsubscribe: () => gone.abort() };
          },
        }),
      }),
    ],
  });
  const subscription = client.subscription(document, variables).subscribe(tell);
  return () => subscription.unsubscribe();
}

function graphQLError({ message, path, extensions }: GraphError): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: { ...extensions } });
}
