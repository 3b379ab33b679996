/** What becomes of a request, as it happens, with nothing but `fetch`. */
import { answersIn, refusalsOf } from '@causeway/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { headersOf } from './caller.js';
import type { GraphCaller } from './caller.js';

/** Subscribes to the graph; each answer has the type of the operation. Abort the signal to stop. */
export async function* subscribe<Data, Variables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
) {
  const response = await fetch(caller.url, {
    method: 'POST',
    headers: {
      ...headersOf(caller),
      accept: 'text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  });
  for await (const answer of answersIn<Data>(response))
    yield { data: answer.data, refusals: refusalsOf(answer) };
}
