import type { FetcherParams } from '@graphiql/toolkit';
import type { GraphAnswer } from './answer.js';
import type { Credentials } from './credentials.js';

/**
 * The answers of a subscription as they come, until the graph completes it or nobody listens any more.
 *
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export async function* eventsOf(
  params: FetcherParams,
  headers: Credentials,
): AsyncGenerator<GraphAnswer> {
  const ending = new AbortController();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(params),
      signal: ending.signal,
    });
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
      yield (await response.json()) as GraphAnswer;
      return;
    }
    for await (const { event, data } of blocksOf(response)) {
      if (event === 'complete') return;
      if (event === 'next') yield JSON.parse(data) as GraphAnswer;
    }
  } finally {
    ending.abort();
  }
}

interface EventBlock {
  readonly event: string;
  readonly data: string;
}

async function* blocksOf(response: Response): AsyncGenerator<EventBlock> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.map(readBlock);
  }
}

function readBlock(block: string): EventBlock {
  const valuesOf = (name: string): readonly string[] =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart());
  return { event: valuesOf('event').join(''), data: valuesOf('data').join('\n') };
}
