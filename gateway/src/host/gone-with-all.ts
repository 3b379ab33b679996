import type { EndingSignal } from './ending-signal.js';

/** Somebody who waits for what others wait for too. */
export interface Waiter {
  /** Says that they wait no more; who has none waits to the end. */
  readonly signal: AbortSignal | undefined;
  /** Told so. */
  readonly onGone: () => void;
}

/** A signal that ends what is under way when the last of those who wait for it has gone; all of them wait now. */
export function goneWithAll(waiters: readonly Waiter[]): EndingSignal {
  const ending = new AbortController();
  let waiting = waiters.length;
  const releases = waiters.map(({ signal, onGone }) => {
    const leave = (): void => {
      onGone();
      waiting -= 1;
      if (waiting === 0) ending.abort();
    };
    signal?.addEventListener('abort', leave);
    return () => signal?.removeEventListener('abort', leave);
  });
  return {
    signal: ending.signal,
    release: () => {
      for (const release of releases) release();
    },
  };
}
