/** The events of a feed as the subgraph that tells them keeps them. */
import { asc, gt, max } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.js';

/** A table of events, by positions from 1 without gaps. */
export type EventTable = SQLiteTable & { readonly position: SQLiteColumn };

/** The events after a position, oldest first, so many at most. */
export function eventsAfter<Table extends EventTable>(
  db: Database['db'],
  table: Table,
  after: number,
  first: number,
): Table['$inferSelect'][] {
  return db
    .select()
    .from(table as SQLiteTable)
    .where(gt(table.position, after))
    .orderBy(asc(table.position))
    .limit(first)
    .all();
}

/** The position of the last event that was told; 0 before the first. */
export function lastPosition(db: Database['db'], table: EventTable): number {
  const row = db
    .select({ last: max(table.position) })
    .from(table as SQLiteTable)
    .get();
  return Number(row?.last ?? 0);
}
