import { getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.js';
import { oncePerDatabase, placeOf } from './prepared.js';

/**
 * Inserts rows, one after another, by a statement that is made once: to build the SQL of each row anew would cost more than
 * to run it. Each row has a value for every column.
 */
export function insertAll<Table extends SQLiteTable>(
  db: Database['db'],
  table: Table,
  rows: readonly Table['$inferSelect'][],
): void {
  if (rows.length === 0) return;
  const statement = insertionInto(db, table);
  for (const row of rows) statement.run(row);
}

const insertions = oncePerDatabase(() => new Map<SQLiteTable, Insertion>());

interface Insertion {
  run(row: Record<string, unknown>): unknown;
}

function insertionInto(db: Database['db'], table: SQLiteTable): Insertion {
  const known = insertions(db).get(table);
  if (known !== undefined) return known;
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const places = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, placeOf(name, column)]),
  );
  const made = db.insert(table).values(places).prepare();
  insertions(db).set(table, made);
  return made;
}
