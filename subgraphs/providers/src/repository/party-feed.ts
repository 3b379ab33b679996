import { isDeepStrictEqual } from 'node:util';
import { eventsAfter, lastPosition, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { PartyEvent } from '@causeway/schema';
import { and, asc, eq, inArray, isNull, max, sql } from 'drizzle-orm';
import { organizations, partyEvents, systems } from '../tables.js';
import { partiesById } from './parties.js';
import type { PartyStores } from './parties.js';

/** The feed of what others are told of organisations and systems. */
export interface PartyFeed {
  /** The events after a position, oldest first, so many at most. */
  partyEvents(after: number, first: number): PartyEvent[];
}

/** What the feed takes in. */
export interface PartyFeedWrites {
  /** Adds an event for each party that is no longer as was told of it last. Called in the transaction of the change. */
  tell(changes: ReadonlyMap<string, number>): void;
  /** Adds an event for each party that nothing was ever told of: those written before there was a feed, or before it told instruments. */
  tellUntold(at: number): void;
}

/** Well below the number of variables that a statement may have. */
const CHUNK = 500;

/** That an event says which instrument there is, if only that there is none: the first ones did not. */
const tellsInstrument = sql`json_type(${partyEvents.party}, '$.instrument') is not null`;

/** The feed of a database. */
export function partyFeed(database: Database, stores: PartyStores): PartyFeed & PartyFeedWrites {
  const { db } = database;

  const lastTold = (ids: readonly string[]) => {
    const positions = db
      .select({ position: max(partyEvents.position) })
      .from(partyEvents)
      .where(inArray(partyEvents.owner, [...ids]))
      .groupBy(partyEvents.owner);
    const rows = db
      .select()
      .from(partyEvents)
      .where(inArray(partyEvents.position, positions))
      .all();
    return new Map(rows.map(({ owner, party }) => [owner, party]));
  };

  const tell = (changes: ReadonlyMap<string, number>): void => {
    let position = lastPosition(db, partyEvents);
    for (const ids of chunks([...changes.keys()])) {
      const before = lastTold(ids);
      const parties = partiesById(stores, ids);
      const rows = ids.flatMap((owner) => {
        const [party, at] = [parties.get(owner), changes.get(owner)];
        if (party === undefined || at === undefined) return [];
        if (isDeepStrictEqual(before.get(owner), party)) return [];
        position += 1;
        return [{ position, owner, at, party }];
      });
      if (rows.length > 0) db.insert(partyEvents).values(rows).run();
    }
  };

  const untold = () =>
    [organizations, systems].flatMap((table) =>
      db
        .select({ id: table.id })
        .from(table)
        .leftJoin(partyEvents, and(eq(partyEvents.owner, table.id), tellsInstrument))
        .where(isNull(partyEvents.owner))
        .orderBy(asc(table.id))
        .all(),
    );

  return {
    partyEvents: (after, first) =>
      eventsAfter(db, partyEvents, after, first).map((event) => without(event, 'owner')),

    tell,

    tellUntold: (at) => {
      // Read first: a database that lacks nothing is opened without waiting for its write lock.
      if (untold().length === 0) return;
      database.inTransaction(() => {
        tell(new Map(untold().map(({ id }) => [id, at])));
      });
    },
  };
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
