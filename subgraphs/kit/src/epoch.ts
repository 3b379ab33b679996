import { sql } from 'drizzle-orm';
import type { epochTable } from './tables.js';
import type { Database } from './database.js';

/**
 * Raises the epoch of an owner's facts. Called in the transaction that changes them, so that whoever reads facts and
 * epoch together can later tell by the epoch alone whether they still hold.
 */
export function raiseEpoch(
  db: Database['db'],
  epochs: ReturnType<typeof epochTable>,
  owner: string,
): void {
  db.insert(epochs)
    .values({ owner, value: 1 })
    .onConflictDoUpdate({ target: epochs.owner, set: { value: sql`${epochs.value} + 1` } })
    .run();
}
