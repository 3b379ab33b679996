import type { Database } from '@causeway/kit';
import type { DepositDutyEvent, EncounterEvent, FeedSource } from '@causeway/schema';
import { eq } from 'drizzle-orm';
import { conflict } from '../../deposits/refusals.js';
import { depositDuties, encountersAbroad, feedPositions } from '../../tables.js';

/** Takes in how duties have become, each event once. @see takeIn */
export function takeDuties(database: Database, events: readonly DepositDutyEvent[]): number {
  return takeIn(database, 'providers/duties', events, (db, { duty }) => {
    const { id, organization } = duty;
    db.insert(depositDuties)
      .values({ id, organization, duty })
      .onConflictDoUpdate({ target: depositDuties.id, set: { organization, duty } })
      .run();
  });
}

/** Takes in how encounters abroad have become, each event once. @see takeIn */
export function takeEncounters(database: Database, events: readonly EncounterEvent[]): number {
  return takeIn(database, 'consents/encounters', events, (db, { encounter }) => {
    const { id, organization } = encounter;
    db.insert(encountersAbroad)
      .values({ id, organization, encounter })
      .onConflictDoUpdate({ target: encountersAbroad.id, set: { organization, encounter } })
      .run();
  });
}

/** The position of the last event of a source that was taken in, 0 before the first. */
export function feedPosition(db: Database['db'], source: FeedSource): number {
  return (
    db.select().from(feedPositions).where(eq(feedPositions.source, source)).get()?.position ?? 0
  );
}

/**
 * Takes in the events of a source that were not taken in before, in their order, in the transaction that moves the
 * position: told again, an event does nothing. Returns the position of the last one taken in.
 *
 * @throws GraphQLError CONFLICT for events with a gap before or among them; none of them is taken in
 */
function takeIn<Event extends { readonly position: number }>(
  database: Database,
  source: FeedSource,
  events: readonly Event[],
  take: (db: Database['db'], event: Event) => void,
): number {
  return database.inTransaction((db) => {
    const before = feedPosition(db, source);
    const after = events.reduce((last, event) => {
      if (event.position <= last) return last;
      if (event.position > last + 1) {
        throw conflict(
          `Expected the event at position ${last + 1} next, got the one at ${event.position}; nothing is taken in. Ask for the position, and tell again from there`,
        );
      }
      take(db, event);
      return event.position;
    }, before);
    if (after === before) return before;
    db.insert(feedPositions)
      .values({ source, position: after })
      .onConflictDoUpdate({ target: feedPositions.source, set: { position: after } })
      .run();
    return after;
  });
}
