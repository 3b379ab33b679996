import type { Answer } from './refusals.js';

/**
 * The answers in a response of server-sent events: of a subscription as they come, of any other operation the one there
 * is. It ends when the graph has completed the operation, or with the connection; to stop before, abort the request.
 *
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 * @throws Error if the response is no stream of events: then its body is an answer that tells why
 */
export async function* answersIn<Data>(response: Response): AsyncGenerator<Answer<Data>> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream'))
    throw new Error(`Expected a stream of events, got ${type} with status ${response.status}`);
  for await (const { event, data } of eventsIn(response)) {
    if (event === 'complete') return;
    if (event === 'next') yield JSON.parse(data) as Answer<Data>;
  }
}

interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** Comments, which only keep the stream alive, are events of no kind. */
async function* eventsIn({ body }: Response): AsyncGenerator<ServerSentEvent> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + part.value).split('\n\n');
      text = blocks.pop() ?? '';
      yield* blocks.map(eventOf);
    }
  } finally {
    await reader.cancel();
  }
}

function eventOf(block: string): ServerSentEvent {
  const valuesOf = (field: string): readonly string[] =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  return { event: valuesOf('event').at(-1) ?? '', data: valuesOf('data').join('\n') };
}
