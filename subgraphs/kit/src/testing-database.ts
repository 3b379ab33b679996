import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database.js';
import type { Database, DatabaseOptions } from './database.js';

/** A database in memory for tests of what is kept in no subgraph's tables, made by one migration as drizzle-kit writes it. */
export function databaseOf(
  tables: string,
  options: Pick<DatabaseOptions, 'onStatement'> = {},
): Database {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-tables-'));
  try {
    mkdirSync(join(folder, 'meta'));
    const entries = [{ idx: 0, version: '6', when: 1, tag: '0000_tables', breakpoints: true }];
    writeFileSync(
      join(folder, 'meta', '_journal.json'),
      JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
    );
    writeFileSync(join(folder, '0000_tables.sql'), tables);
    return openDatabase({ path: ':memory:', migrations: folder, ...options });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
