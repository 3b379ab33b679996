/** What becomes of a request, as it happens, with nothing but `fetch`. */
import { refusalsOf } from '@causeway/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { answersByEvents } from './answers-by-events.js';
import type { GraphCaller } from './caller.js';

/** Subscribes to the graph; each answer has the type of the operation. Abort the signal to stop. */
export async function* subscribe<Data, Variables>(
  caller: GraphCaller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
) {
  const request = { query: print(document), variables };
  for await (const answer of answersByEvents<Data>(caller, request, signal))
    yield { data: answer.data, refusals: refusalsOf(answer) };
}
