/**
 * Server-sent events, as GraphQL over SSE has them in its distinct connections mode.
 *
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { HeaderList } from './cors.js';

/** How a stream is kept open; times are in milliseconds. */
export interface StreamPace {
  /** The pause between two comments, by which proxies and clients know that the stream is alive. */
  readonly keepAlive: number;
  /** The longest a client may take to read what was sent, before it is taken to have gone. */
  readonly patience: number;
}

/** The pace of streams unless told otherwise. */
export const DEFAULT_PACE: StreamPace = { keepAlive: 12_000, patience: 30_000 };

/** Begins a stream: status and headers leave at once. */
export function beginStream(response: ServerResponse, headers: HeaderList): void {
  response.writeHead(200, [
    ...headers,
    'content-type',
    'text/event-stream; charset=utf-8',
    // Proxies that gather what they pass on would hold events back.
    'x-accel-buffering',
    'no',
  ]);
  response.flushHeaders();
}

/**
 * Writes the bodies of events as `next`, and `complete` after the last one. No event is taken before its client has read
 * the former one; a client that does not read in time is cut off. Always reads the events to their end, or returns them.
 */
export async function writeStream(
  response: ServerResponse,
  bodies: AsyncIterable<string>,
  { keepAlive, patience }: StreamPace,
): Promise<void> {
  const alive = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, keepAlive);
  try {
    for await (const body of bodies) {
      if (!response.destroyed && !response.write(next(body))) await drained(response, patience);
      if (response.destroyed) return;
    }
    if (!response.destroyed) response.end(COMPLETE);
  } finally {
    clearInterval(alive);
  }
}

/** Ends a stream with one event. */
export function endStream(response: ServerResponse, body: string): void {
  response.end(next(body) + COMPLETE);
}

const COMPLETE = 'event: complete\ndata:\n\n';

const next = (body: string): string => `event: next\n${dataOf(body)}\n`;

/** A line break ends a line of an event's data, so each line of a body is one of its own. */
function dataOf(body: string): string {
  return body
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('');
}

async function drained(response: ServerResponse, patience: number): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const impatience = setTimeout(() => waiting.abort(), patience);
  try {
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  } catch {
    response.destroy();
  } finally {
    clearTimeout(impatience);
    // Neither listens any longer: an event that is read slowly would leave one behind each time.
    waiting.abort();
  }
}
