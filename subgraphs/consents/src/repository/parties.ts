/** What the providers subgraph has told of parties. */
import { isAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { Party } from '@causeway/schema';
import { eq } from 'drizzle-orm';
import { parties } from '../tables.js';

/** An organisation or a public health record system as last told of; undefined for one never told of. */
export function partyById(db: Database['db'], id: string): Party | undefined {
  return db.select().from(parties).where(eq(parties.id, id)).get()?.party;
}

/** The parties of the given ids that were told of. */
export function partiesById(db: Database['db'], ids: readonly string[]): Party[] {
  return db
    .select()
    .from(parties)
    .where(isAmong(parties.id, ids))
    .all()
    .map(({ party }) => party);
}

/** Keeps a party as it is since an instant (epoch milliseconds). */
export function putParty(db: Database['db'], party: Party, changedAt: number): void {
  db.insert(parties)
    .values({ id: party.id, party, changedAt })
    .onConflictDoUpdate({ target: parties.id, set: { party, changedAt } })
    .run();
}
