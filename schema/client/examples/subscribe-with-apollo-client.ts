/** What becomes of a request, as it happens, with Apollo Client. */
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  InMemoryCache,
  Observable,
} from '@apollo/client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { refusalsOf } from '@causeway/client';
import type { GraphError, Refusal } from '@causeway/client';
import { print } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { answersByEvents } from './answers-by-events.js';
import type { GraphCaller } from './caller.js';

/** What an event tells. */
export interface Told<Data> {
  readonly data: Data | null | undefined;
  readonly refusals: readonly Refusal[];
}

/** Subscribes to the graph, and tells each answer; returns what stops it. */
export function subscribe<Data, Variables extends OperationVariables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  tell: (told: Told<Data>) => void,
): () => void {
  const client = new ApolloClient({ link: eventsLink(caller), cache: new InMemoryCache() });
  const subscription = client
    .subscribe({ query: document, variables, fetchPolicy: 'no-cache', errorPolicy: 'all' })
    .subscribe(({ data, error }) => {
      const errors = CombinedGraphQLErrors.is(error) ? error.errors : [];
      tell({ data, refusals: refusalsOf({ errors }) });
    });
  return () => {
    subscription.unsubscribe();
    client.stop();
  };
}

/** The link by which subscriptions go; beside it stands an `HttpLink` for what is asked once. */
function eventsLink(caller: GraphCaller): ApolloLink {
  return new ApolloLink(
    ({ query, variables }) =>
      new Observable((observer) => {
        const gone = new AbortController();
        const read = async (): Promise<void> => {
          const request = { query: print(query), variables };
          const answers = answersByEvents<Record<string, unknown>>(caller, request, gone.signal);
          for await (const { data, errors = [] } of answers)
            observer.next({ data: data ?? null, errors: errors.map(formattedError) });
        };
        read().then(
          () => observer.complete(),
          (error: unknown) => observer.error(error),
        );
        return () => gone.abort();
      }),
  );
}

function formattedError({ message, path, extensions }: GraphError): GraphQLFormattedError {
  return { message, ...(path && { path }), extensions: { ...extensions } };
}
