import { answersIn } from '@causeway/client';
import type { Answer } from '@causeway/client';
import { headersOf } from './caller.js';
import type { GraphCaller } from './caller.js';

/** The text of an operation, and its variables. */
export interface GraphRequest {
  readonly query: string;
  readonly variables: unknown;
}

/** The answers to an operation as the graph tells them, by server-sent events. Abort the signal to stop. */
export async function* answersByEvents<Data>(
  caller: GraphCaller,
  request: GraphRequest,
  signal: AbortSignal,
): AsyncGenerator<Answer<Data>> {
  const { url, fetch: send = fetch } = caller;
  const response = await send(url, {
    method: 'POST',
    headers: {
      ...headersOf(caller),
      accept: 'text/event-stream',
      'content-type': 'application/json',
    },
    body: JSON.stringify(request),
    signal,
  });
  yield* answersIn<Data>(response);
}
