/** A patient's record with urql. */
import { refusalsOf } from '@causeway/client';
import { Client, fetchExchange } from '@urql/core';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { headersOf } from './caller.js';
import type { GraphCaller } from './caller.js';

/** Asks the graph. Nothing is cached: what may be seen can change between two requests. */
export async function ask<Data, Variables extends AnyVariables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const client = new Client({
    url: caller.url,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchOptions: { headers: headersOf(caller) },
    requestPolicy: 'network-only',
  });
  const { data, error } = await client.query(document, variables).toPromise();
  return { data, refusals: refusalsOf({ data, errors: error?.graphQLErrors }) };
}
