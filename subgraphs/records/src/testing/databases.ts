/** The databases that the repository's tests run against; a further dialect joins here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@causeway/kit';
import { openRecordsDatabase } from '../database.js';

/** A kind of database to test with. */
export interface TestDatabase {
  readonly name: string;
  /** Opens an empty one; closing it leaves nothing behind. */
  readonly open: (onStatement?: (sql: string) => void) => Database;
}

/** Every kind of database that records are kept in. */
export const DATABASES: readonly TestDatabase[] = [
  {
    name: 'SQLite in memory',
    open: (onStatement = () => undefined) => openRecordsDatabase({ path: ':memory:', onStatement }),
  },
  {
    name: 'SQLite in a file',
    open: (onStatement = () => undefined) => {
      const folder = mkdtempSync(join(tmpdir(), 'records-'));
      const database = openRecordsDatabase({ path: join(folder, 'records.sqlite'), onStatement });
      return {
        ...database,
        close: () => {
          database.close();
          rmSync(folder, { recursive: true });
        },
      };
    },
  },
];
