import { setTimeout } from 'node:timers/promises';
import { TransportError } from './transport-error.js';

/** What sending once more needs. */
export interface OnceMoreOptions {
  /** Ends the pause before the second time. */
  readonly signal: AbortSignal | undefined;
  /** Told that it is sent a second time. */
  readonly onRetry: () => void;
}

/** The pause before the second time, in milliseconds: by chance, so that many who fail together do not return together. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 250;

/** Whether an operation, as the gateway prints it, only reads; what is not known to is taken to change something. */
export function isRead(query: string): boolean {
  return /^(?:query\b|\{)/.test(query);
}

/**
 * Sends a read, and where nothing of it was sent, since there was no connection, once more: while a subgraph starts anew
 * there is none for a moment. Each time makes a request of its own, since a signed one is good once.
 *
 * @throws what sending throws, the second time as it is
 */
export async function onceMore<Response>(
  send: () => Promise<Response>,
  { signal, onRetry }: OnceMoreOptions,
): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof TransportError) || error.failure !== 'unreachable') throw error;
    const pause = SHORTEST_PAUSE + Math.random() * (LONGEST_PAUSE - SHORTEST_PAUSE);
    await setTimeout(pause, undefined, signal === undefined ? {} : { signal });
    onRetry();
    return send();
  }
}
