import { isDeepStrictEqual } from 'node:util';
import { eventsAfter, lastPosition, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { EncounterAbroad, EncounterEvent } from '@causeway/schema';
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { encounterAbroad } from '../feeds/encounter-feed.js';
import { encounterEvents, grants } from '../tables.js';
import type { GrantRow } from '../tables.js';

/** The events after a position, oldest first, so many at most. */
export function encounterEventsAfter(
  { db }: Database,
  after: number,
  first: number,
): EncounterEvent[] {
  return eventsAfter(db, encounterEvents, after, first).map((event) => without(event, 'owner'));
}

/** Tells of the encounter of a grant, where it is no longer as was told last. Called in a transaction. */
export function tellEncounter(db: Database['db'], grant: GrantRow): void {
  const encounter = encounterAbroad(grant);
  if (encounter === null || isDeepStrictEqual(encounter, lastTold(db, encounter.id))) return;
  const position = lastPosition(db, encounterEvents) + 1;
  db.insert(encounterEvents)
    .values({ position, owner: encounter.id, at: grant.validFrom, encounter })
    .run();
}

/** Tells of encounters that nothing was ever told of: those of before there was a feed. */
export function tellUntoldEncounters(database: Database): void {
  const { db } = database;
  const untold = () =>
    db
      .select(getTableColumns(grants))
      .from(grants)
      .leftJoin(encounterEvents, eq(encounterEvents.owner, sql`${grants.encounter} ->> 'id'`))
      .where(
        and(
          isNull(grants.validTo),
          isNotNull(grants.encounter),
          ne(grants.purpose, 'HTEST'),
          isNull(encounterEvents.owner),
        ),
      )
      .orderBy(asc(grants.owner))
      .all();
  // Read first: a database that lacks nothing is opened without waiting for its write lock.
  if (untold().length === 0) return;
  database.inTransaction(() => {
    for (const grant of untold()) tellEncounter(db, grant);
  });
}

function lastTold(db: Database['db'], owner: string): EncounterAbroad | undefined {
  return db
    .select()
    .from(encounterEvents)
    .where(eq(encounterEvents.owner, owner))
    .orderBy(desc(encounterEvents.position))
    .limit(1)
    .get()?.encounter;
}
