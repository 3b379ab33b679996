import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** How to open a subgraph's database. */
export interface DatabaseOptions {
  /** A file path, or `:memory:`. */
  readonly path: string;
  /** The folder of the subgraph's migrations. */
  readonly migrations: string;
  /** `FULL` makes each commit durable before it returns; `NORMAL` may lose the last ones when power fails. */
  readonly synchronous?: 'NORMAL' | 'FULL';
  /** How long a statement waits for another process's write lock, in milliseconds. */
  readonly busyTimeout?: number;
  /** Told of every SQL statement, for tests that count them. */
  readonly onStatement?: (sql: string) => void;
}

/** An open database: drizzle over one SQLite file in WAL mode. */
export interface Database {
  readonly db: BetterSQLite3Database;
  /** Runs the work in one transaction that takes the write lock at once; rolls back if it throws. */
  inTransaction<Result>(work: (db: BetterSQLite3Database) => Result): Result;
  /** Runs the work in one transaction that sees a single state of the database throughout; for reading. */
  inReadTransaction<Result>(work: (db: BetterSQLite3Database) => Result): Result;
  close(): void;
}

/** A database that could not be opened: locked, read-only, damaged, or of another version. */
export class DatabaseError extends Error {
  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`Cannot use the database ${path}: ${problem}`, options);
    this.name = 'DatabaseError';
  }
}

const BUSY_TIMEOUT = 5_000;

/**
 * Opens a database and brings it to the newest version of its tables.
 *
 * @throws DatabaseError if the file cannot be opened, or is of a newer version than this program knows
 */
export function openDatabase(options: DatabaseOptions): Database {
  const {
    path,
    migrations,
    synchronous = 'NORMAL',
    busyTimeout = BUSY_TIMEOUT,
    onStatement,
  } = options;
  const sqlite = open(path, busyTimeout);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma(`synchronous = ${synchronous}`);
    sqlite.pragma('foreign_keys = ON');
    const db = drizzle(sqlite, onStatement ? { logger: { logQuery: onStatement } } : {});
    refuseNewerVersion(sqlite, path, migrations);
    migrate(db, { migrationsFolder: migrations });
    return {
      db,
      inTransaction: (work) => sqlite.transaction(() => work(db)).immediate(),
      inReadTransaction: (work) => sqlite.transaction(() => work(db)).deferred(),
      close: () => {
        sqlite.close();
      },
    };
  } catch (error) {
    sqlite.close();
    throw error instanceof DatabaseError
      ? error
      : new DatabaseError(path, explain(error), { cause: error });
  }
}

function open(path: string, timeout: number): Sqlite.Database {
  try {
    return new Sqlite(path, { timeout });
  } catch (error) {
    throw new DatabaseError(path, explain(error), { cause: error });
  }
}

function refuseNewerVersion(sqlite: Sqlite.Database, path: string, migrations: string): void {
  const journal = sqlite
    .prepare("select 1 from sqlite_master where name = '__drizzle_migrations'")
    .get();
  if (journal === undefined) return;
  const row = sqlite
    .prepare('select max(created_at) as newest from __drizzle_migrations')
    .get() as {
    newest: number | null;
  };
  const known = readMigrationFiles({ migrationsFolder: migrations }).at(-1)?.folderMillis ?? 0;
  if ((row.newest ?? 0) > known) {
    throw new DatabaseError(
      path,
      'it was made by a newer version of Causeway; update the program or use another data folder',
    );
  }
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another process holds its lock; end that process and try again',
  SQLITE_LOCKED: 'another process holds its lock; end that process and try again',
  SQLITE_READONLY: 'it is read-only; make the file and its folder writable',
  SQLITE_CANTOPEN: 'it cannot be opened; check that the folder exists and is writable',
  SQLITE_NOTADB: 'the file is no SQLite database',
  SQLITE_CORRUPT: 'the file is damaged; restore it from a backup',
  SQLITE_FULL: 'the disk is full',
};

/** The driver's errors are told by their members: its classes may be of another realm than ours. */
function explain(error: unknown): string {
  const { code, message } = Object(error) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  const known = Object.keys(EXPLANATIONS).find((name) => String(code).startsWith(name));
  return (known === undefined ? undefined : EXPLANATIONS[known]) ?? String(message ?? error);
}
