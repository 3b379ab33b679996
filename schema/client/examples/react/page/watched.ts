import { MyRequestDocument, WatchMyGrantDocument } from '@causeway/client';
import type { GrantState } from '@causeway/client';
import { subscribe } from '../../subscribe-with-fetch.js';
import { openSession } from './open-session.js';
import { ownCaller } from './signed-in.js';
import type { SignedIn } from './signed-in.js';

/** A grant to be told of: one that was held from the start, or one that the reader has asked for here. */
export interface Watched {
  readonly kind: 'held' | 'asked';
  readonly id: string;
}

/**
 * Where a grant stands, and again whenever that has changed; null while nothing is told of it. It ends when the graph ends
 * the subscription.
 *
 * @throws Error if the graph cannot be reached, or does not know the reader
 */
export async function* statesOf(
  own: SignedIn,
  { kind, id }: Watched,
  signal: AbortSignal,
): AsyncGenerator<GrantState | null> {
  switch (kind) {
    case 'asked':
      for await (const { data } of subscribe(ownCaller(own), MyRequestDocument, { id }, signal))
        yield data?.myRequest?.state ?? null;
      return;
    case 'held': {
      const session = await openSession(own, id);
      if (session === null) {
        yield null;
        return;
      }
      for await (const { data } of subscribe(session, WatchMyGrantDocument, {}, signal))
        yield data?.myGrant?.state ?? null;
    }
  }
}
