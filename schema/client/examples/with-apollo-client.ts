/** A patient's record with Apollo Client. */
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { refusalsOf } from '@causeway/client';
import { headersOf } from './caller.js';
import type { GraphCaller } from './caller.js';

/** Asks the graph. Nothing is cached, and data comes beside errors: a refused field is null, its neighbours are there. */
export async function ask<Data, Variables extends OperationVariables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const client = new ApolloClient({
    link: new HttpLink({ uri: caller.url, headers: headersOf(caller) }),
    cache: new InMemoryCache(),
  });
  const { data, error } = await client.query({
    query: document,
    variables,
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
  });
  client.stop();
  const errors = CombinedGraphQLErrors.is(error) ? error.errors : [];
  return { data, refusals: refusalsOf({ data, errors }) };
}
