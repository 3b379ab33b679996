import { fileURLToPath } from 'node:url';
import { openDatabase } from '@causeway/kit';
import type { Database } from '@causeway/kit';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Opens the database of the consents subgraph. Each commit is durable before it returns: the audit trail has to outlive
 * what it tells of.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openConsentsDatabase(path: string, onStatement?: (sql: string) => void): Database {
  return openDatabase({
    path,
    migrations: MIGRATIONS,
    synchronous: 'FULL',
    ...(onStatement === undefined ? {} : { onStatement }),
  });
}
