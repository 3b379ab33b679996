import type { GrantState } from '@causeway/client';
import { useEffect } from 'react';
import { keepWatching } from './keep-watching.js';
import type { SignedIn } from './signed-in.js';
import type { Watched } from './watched.js';
import { STATES } from './words.js';

/** Where a grant stands now; null while nothing is told of it. */
export interface Standing {
  readonly id: string;
  readonly state: GrantState | null;
}

interface GrantStatusProps {
  readonly own: SignedIn;
  readonly watched: Watched;
  readonly state: GrantState | null;
  /** Told of each change; the same function each time. */
  readonly tell: (standing: Standing) => void;
}

/** Watches a grant as long as it is shown, and says where it stands. */
export function GrantStatus({ own, watched, state, tell }: GrantStatusProps) {
  useEffect(() => {
    const gone = new AbortController();
    const told = (now: GrantState | null) => {
      if (!gone.signal.aborted) tell({ id: watched.id, state: now });
    };
    void keepWatching(own, watched, told, gone.signal);
    return () => gone.abort();
  }, [own, watched, tell]);
  return <p role="status">{state === null ? 'This grant is not open.' : STATES[state]}</p>;
}
