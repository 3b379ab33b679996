/** Writes that can be repeated: what is already as it should be is left untouched, and said to be so. */
import { isDeepStrictEqual } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.js';

/** What became of a write. */
export type Written = 'created' | 'updated' | 'unchanged';

/** A table of rows by id. */
export type EntityTable = SQLiteTable & { readonly id: SQLiteColumn };

/** A table of the ordered parts of an owner: their whole list is written at once. */
export type PartTable = SQLiteTable & {
  readonly owner: SQLiteColumn;
  readonly position: SQLiteColumn;
};

/** Makes the row of an id equal to the given one, every column of it. */
export function putRow<Table extends EntityTable>(
  db: Database['db'],
  table: Table,
  row: Table['$inferSelect'] & { readonly id: string },
): Written {
  const isIt = eq(table.id, row.id);
  const before = db
    .select()
    .from(table as SQLiteTable)
    .where(isIt)
    .get();
  if (before === undefined) {
    db.insert(table).values(row).run();
    return 'created';
  }
  if (isSame(before, row)) return 'unchanged';
  db.update(table).set(row).where(isIt).run();
  return 'updated';
}

/** Makes the parts of an owner equal to the given ones, in their order; returns whether that was a change. */
export function putParts<Table extends PartTable>(
  db: Database['db'],
  table: Table,
  owner: string,
  parts: readonly Omit<Table['$inferSelect'], 'owner' | 'position'>[],
): boolean {
  const rows = parts.map((part, position) => ({ ...part, owner, position }));
  const isOwned = eq(table.owner, owner);
  const before = db
    .select()
    .from(table as SQLiteTable)
    .where(isOwned)
    .orderBy(asc(table.position))
    .all();
  if (isSame(before, rows)) return false;
  db.delete(table).where(isOwned).run();
  if (rows.length > 0) {
    db.insert(table)
      .values(rows as Table['$inferInsert'][])
      .run();
  }
  return true;
}

/** What became of an entity whose row was written so, and some of whose other parts changed or not. */
export function withChanges(written: Written, ...changes: readonly boolean[]): Written {
  return written === 'unchanged' && changes.includes(true) ? 'updated' : written;
}

/** Whether two values are stored alike; what is undefined is not stored. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}
