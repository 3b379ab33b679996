import { fileURLToPath } from 'node:url';
import { openDatabase } from '@causeway/kit';
import type { Database, DatabaseOptions } from '@causeway/kit';

/** Opens the records database, brought to the newest version of its tables. @throws DatabaseError */
export function openRecordsDatabase(options: Omit<DatabaseOptions, 'migrations'>): Database {
  const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
  return openDatabase({ ...options, migrations });
}
