/** How far a subgraph has come in listening to others. */
import { eq } from 'drizzle-orm';
import type { GraphQLError } from 'graphql';
import type { Database } from './database.js';
import type { feedPositionTable } from './tables.js';
import { refused } from './refused.js';

type Positions<Source extends string> = ReturnType<typeof feedPositionTable<Source>>;

/** The position of the last event taken in from a source; 0 before the first. */
export function feedPosition<Source extends string>(
  db: Database['db'],
  positions: Positions<Source>,
  source: Source,
): number {
  const row = db.select().from(positions).where(eq(positions.source, source)).get();
  return row?.position ?? 0;
}

/**
 * Takes in the events of a source that were not taken in before, in their order, each in the transaction that moves the
 * position: told again, an event does nothing. Returns the position of the last one taken in.
 *
 * @throws GraphQLError CONFLICT for events with a gap before or among them; none of them is taken in
 */
export function takeIn<Source extends string, Event extends { readonly position: number }>(
  database: Database,
  positions: Positions<Source>,
  source: Source,
  events: readonly Event[],
  take: (db: Database['db'], event: Event) => void,
): number {
  return database.inTransaction((db) => {
    const before = feedPosition(db, positions, source);
    const after = events.reduce((last, event) => {
      if (event.position <= last) return last;
      if (event.position > last + 1) throw gap(last + 1, event.position);
      take(db, event);
      return event.position;
    }, before);
    if (after === before) return before;
    db.insert(positions)
      .values({ source, position: after })
      .onConflictDoUpdate({ target: positions.source, set: { position: after } })
      .run();
    return after;
  });
}

function gap(expected: number, got: number): GraphQLError {
  return refused(
    'CONFLICT',
    `Expected the event at position ${expected} next, got the one at ${got}; nothing is taken in. Ask for the position, and tell again from there`,
  );
}
