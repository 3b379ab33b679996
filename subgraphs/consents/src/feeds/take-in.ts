import type { Database } from '@causeway/kit';
import type { FeedSource } from '@causeway/schema';
import { GraphQLError } from 'graphql';
import { feedPosition, putFeedPosition } from '../repository/parties.js';

/**
 * Takes in the events of a source that were not taken in before, in their order, each in the transaction that moves the
 * position: told again, an event does nothing. Returns the position of the last one taken in.
 *
 * @throws GraphQLError CONFLICT for events with a gap before or among them; none of them is taken in
 */
export function takeIn<Event extends { readonly position: number }>(
  database: Database,
  source: FeedSource,
  events: readonly Event[],
  take: (db: Database['db'], event: Event) => void,
): number {
  return database.inTransaction((db) => {
    const before = feedPosition(db, source);
    const after = events.reduce((position, event) => {
      if (event.position <= position) return position;
      if (event.position > position + 1) throw gap(position + 1, event.position);
      take(db, event);
      return event.position;
    }, before);
    if (after !== before) putFeedPosition(db, source, after);
    return after;
  });
}

function gap(expected: number, got: number): GraphQLError {
  return new GraphQLError(
    `Expected the event at position ${expected} next, got the one at ${got}; nothing is taken in. Ask for the position, and tell again from there`,
    { extensions: { code: 'CONFLICT' } },
  );
}
