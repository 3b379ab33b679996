/** A patient's record with nothing but `fetch`. */
import { refusalsOf } from '@causeway/client';
import type { Answer } from '@causeway/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { headersOf } from './caller.js';
import type { GraphCaller } from './caller.js';

/** Asks the graph; the answer has the type of the operation. */
export async function ask<Data, Variables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const { url, fetch: send = fetch } = caller;
  const response = await send(url, {
    method: 'POST',
    headers: { ...headersOf(caller), 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  return { data: answer.data, errors: answer.errors ?? [], refusals: refusalsOf(answer) };
}
