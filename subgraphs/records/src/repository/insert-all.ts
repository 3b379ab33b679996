import { getTableColumns, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Inserts rows by one prepared statement: to build the SQL of each row anew would cost more than to run it. */
export function insertAll<Table extends SQLiteTable>(
  db: BetterSQLite3Database,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): void {
  const names = Object.keys(getTableColumns(table));
  const placeholders = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const statement = db
    .insert(table)
    .values(placeholders as Table['$inferInsert'])
    .prepare();
  for (const row of rows) statement.run(row);
}
