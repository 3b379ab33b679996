import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { DatabaseError, openDatabase } from './database.js';
import type { Database, DatabaseOptions } from './database.js';
import { unprivileged } from './testing.js';

let folder: string;
let opened: { close(): unknown }[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-database-'));
  chmodSync(folder, 0o755);
  opened = [];
  writeMigration(1, 'CREATE TABLE note (text text NOT NULL);');
});

afterEach(() => {
  for (const database of opened) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (): string => join(folder, 'notes.sqlite');

function open(stated: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({
    path: path(),
    migrations: join(folder, 'migrations'),
    busyTimeout: 10,
    ...stated,
  });
  opened.push(database);
  return database;
}

/** Writes a folder of migrations as drizzle-kit does, with one migration of the given time. */
function writeMigration(when: number, statements: string): void {
  mkdirSync(join(folder, 'migrations', 'meta'), { recursive: true });
  writeFileSync(
    join(folder, 'migrations', 'meta', '_journal.json'),
    JSON.stringify({
      version: '7',
      dialect: 'sqlite',
      entries: [{ idx: 0, version: '6', when, tag: '0000_initial', breakpoints: true }],
    }),
  );
  writeFileSync(join(folder, 'migrations', '0000_initial.sql'), statements);
}

const addNote = ({ db }: Database, text: string): void => {
  db.run(sql`insert into note values (${text})`);
};

const notes = ({ db }: Database): unknown =>
  db.all<{ text: string }>(sql`select text from note`).map((row) => row.text);

describe('openDatabase', () => {
  it('brings a new file to the newest version, and finds it so again', () => {
    const first = open();
    addNote(first, 'kept');
    first.close();
    expect(notes(open())).toEqual(['kept']);
  });

  it('keeps a write-ahead log, so that readers and a writer do not wait for each other', () => {
    const writer = open();
    const reader = open();
    writer.inTransaction(() => {
      addNote(writer, 'under way');
      expect(notes(reader)).toEqual([]);
    });
    expect(notes(reader)).toEqual(['under way']);
  });

  it('makes each commit durable where it is asked to', () => {
    const { db } = open({ synchronous: 'FULL' });
    expect(db.get(sql`pragma synchronous`)).toEqual({ synchronous: 2 });
    expect(open().db.get(sql`pragma synchronous`)).toEqual({ synchronous: 1 });
  });

  it('tells of every statement', () => {
    const statements: string[] = [];
    const database = open({ onStatement: (statement) => statements.push(statement) });
    statements.length = 0;
    addNote(database, 'one');
    expect(statements).toEqual(['insert into note values (?)']);
  });

  const refusal = (stated: Partial<DatabaseOptions> = {}): unknown => {
    try {
      open(stated).close();
    } catch (error) {
      return error;
    }
    return null;
  };

  it('refuses a database that another process holds, and says so', () => {
    open().close();
    const other = new Sqlite(path());
    opened.push(other);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec("insert into note values ('mine')");
    expect(refusal()).toBeInstanceOf(DatabaseError);
    expect(String(refusal())).toMatch(/notes\.sqlite: another process holds its lock/);
  });

  it('refuses a database that it may not write, and says so', () => {
    open().close();
    chmodSync(path(), 0o444);
    chmodSync(folder, 0o555);
    const error = unprivileged(() => refusal());
    chmodSync(folder, 0o755);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toMatch(/read-only|writable/);
  });

  it('refuses a database of a newer version, changes nothing in it, and says so', () => {
    writeMigration(2, 'CREATE TABLE note (text text NOT NULL);');
    addNote(open(), 'from the future');
    writeMigration(1, 'CREATE TABLE note (text text NOT NULL);');
    expect(String(refusal())).toMatch(/made by a newer version of Causeway; update the program/);
    writeMigration(2, 'CREATE TABLE note (text text NOT NULL);');
    expect(notes(open())).toEqual(['from the future']);
  });

  it('refuses a file that is no database, leaves it as it is, and says so', () => {
    writeFileSync(path(), 'Dear diary, '.repeat(1_000));
    expect(String(refusal())).toMatch(/the file is no SQLite database/);
    expect(existsSync(`${path()}-wal`)).toBe(false);
  });

  it('refuses a folder that is not there, and says so', () => {
    expect(String(refusal({ path: join(folder, 'nowhere', 'notes.sqlite') }))).toMatch(
      /the folder|directory does not exist/,
    );
  });

  it('leaves nothing of a migration that fails', () => {
    writeMigration(1, 'CREATE TABLE note (text text NOT NULL);--> statement-breakpoint\nNONSENSE;');
    expect(refusal()).toBeInstanceOf(DatabaseError);
    writeMigration(1, 'CREATE TABLE note (text text NOT NULL);');
    expect(notes(open())).toEqual([]);
  });
});

describe('inTransaction', () => {
  it('keeps all of the work or, when it throws, none', () => {
    const database = open();
    database.inTransaction(() => {
      addNote(database, 'kept');
    });
    expect(() => {
      database.inTransaction(() => {
        addNote(database, 'lost');
        throw new Error('changed my mind');
      });
    }).toThrow('changed my mind');
    expect(notes(database)).toEqual(['kept']);
  });

  it('undoes an inner transaction alone, where the outer one goes on', () => {
    const database = open();
    database.inTransaction(() => {
      addNote(database, 'outer');
      expect(() => {
        database.inTransaction(() => {
          addNote(database, 'inner');
          throw new Error('changed my mind');
        });
      }).toThrow('changed my mind');
    });
    expect(notes(database)).toEqual(['outer']);
  });

  it('takes the write lock at once, so that what it has read still holds when it writes', () => {
    const one = open();
    const other = open();
    one.inTransaction(() => {
      expect(() => {
        other.inTransaction(() => undefined);
      }).toThrow(/locked/);
    });
  });
});

describe('inReadTransaction', () => {
  it('sees one state throughout, whatever is written meanwhile', () => {
    const reader = open();
    const writer = open();
    addNote(writer, 'before');
    reader.inReadTransaction(() => {
      expect(notes(reader)).toEqual(['before']);
      addNote(writer, 'meanwhile');
      expect(notes(reader)).toEqual(['before']);
    });
    expect(notes(reader)).toEqual(['before', 'meanwhile']);
  });
});
