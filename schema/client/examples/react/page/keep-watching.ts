import type { GrantState } from '@causeway/client';
import type { SignedIn } from './signed-in.js';
import { statesOf } from './watched.js';
import type { Watched } from './watched.js';

/** In milliseconds. */
const PAUSE = { first: 1_000, longest: 30_000 };

/**
 * Tells where a grant stands until nothing is told of it any more, or the signal is aborted. The graph ends each
 * subscription after a time, and connections break: then it is asked again, with growing pauses.
 */
export async function keepWatching(
  own: SignedIn,
  watched: Watched,
  tell: (state: GrantState | null) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let pause = PAUSE.first; !signal.aborted; pause = Math.min(2 * pause, PAUSE.longest)) {
    try {
      let last: GrantState | null = null;
      for await (const state of statesOf(own, watched, signal)) {
        tell(state);
        last = state;
      }
      if (last === null) return;
      pause = PAUSE.first;
    } catch {
      // What cannot be known is not shown.
      tell(null);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
