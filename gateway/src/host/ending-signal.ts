/** A signal, and how to let go of what it waits for once nobody waits for it. */
export interface EndingSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/**
 * A signal that ends what is under way after so many milliseconds, or when the client has gone. Released, its timer is
 * gone too; `AbortSignal.timeout` would fire all the same, for every request that was answered long ago.
 */
export function endingSignal(timeout: number, clientGone?: AbortSignal): EndingSignal {
  const ending = new AbortController();
  const onGone = (): void => ending.abort(clientGone?.reason);
  const timer = setTimeout(() => {
    ending.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, timeout);
  clientGone?.addEventListener('abort', onGone);
  if (clientGone?.aborted === true) onGone();
  return {
    signal: ending.signal,
    release: () => {
      clearTimeout(timer);
      clientGone?.removeEventListener('abort', onGone);
    },
  };
}
