import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asc, eq, sql } from 'drizzle-orm';
import { isAmong } from './among.js';
import { int, json, table, text } from './columns.js';
import type { Database } from './database.js';
import { isInForce } from './history.js';
import { insertAll } from './insert-all.js';
import { IDS, oncePerDatabase, placeOf, readByIds, readByIdsAsOf } from './prepared.js';
import { databaseOf } from './testing-database.js';

const notes = table('note', {
  owner: text('owner').notNull(),
  validFrom: int('valid_from').notNull(),
  validTo: int('valid_to'),
  words: json<readonly string[]>('words'),
});

const TABLES =
  'CREATE TABLE note (owner text NOT NULL, valid_from integer NOT NULL, valid_to integer, words text);';

let database: Database;
let statements: string[];

beforeEach(() => {
  statements = [];
  database = databaseOf(TABLES, { onStatement: (one) => statements.push(one) });
  insertAll(database.db, notes, [
    { owner: 'a', validFrom: 1, validTo: 5, words: ['once'] },
    { owner: 'a', validFrom: 5, validTo: null, words: null },
    { owner: 'b', validFrom: 3, validTo: null, words: [] },
  ]);
});

afterEach(() => {
  database.close();
});

const ordered = () =>
  database.db.select().from(notes).orderBy(asc(notes.owner), asc(notes.validFrom));

describe('statements that are made once', () => {
  it('insert what was given, and nothing where a column has none', () => {
    const ofDriver = database.db.all(sql`select words from note order by owner, valid_from`);
    expect(ofDriver).toEqual([{ words: '["once"]' }, { words: null }, { words: '[]' }]);
  });

  it('read rows by ids, by one statement for any number of them', () => {
    const read = readByIds(ordered().where(isAmong(notes.owner, IDS)).prepare());
    statements.length = 0;
    expect([read([]), read(['b', 'c']), read(['a', 'b'])].map((rows) => rows.length)).toEqual([
      0, 1, 3,
    ]);
    expect(new Set(statements).size).toBe(1);
  });

  it('read rows as they are, and as they were', () => {
    const read = readByIdsAsOf((at) =>
      database.db.select().from(notes).where(isInForce(notes, at)).prepare(),
    );
    const instants = (rows: readonly { readonly validFrom: number }[]) =>
      rows.map(({ validFrom }) => validFrom).toSorted();
    expect(instants(read([]))).toEqual([3, 5]);
    expect(instants(read([], 2))).toEqual([1]);
    expect(instants(read([], 4))).toEqual([1, 3]);
  });

  it('write null for null', () => {
    const write = database.db
      .update(notes)
      .set({ words: placeOf('words', notes.words) })
      .where(eq(notes.owner, 'b'))
      .prepare();
    write.run({ words: ['two', 'words'] });
    expect(ordered().all().at(-1)?.words).toEqual(['two', 'words']);
    write.run({ words: null });
    expect(ordered().all().at(-1)?.words).toBeNull();
  });

  it('are of one database each', () => {
    let made = 0;
    const numberOf = oncePerDatabase(() => (made += 1));
    const other = databaseOf(TABLES);
    try {
      expect([database.db, other.db, database.db, other.db].map(numberOf)).toEqual([1, 2, 1, 2]);
    } finally {
      other.close();
    }
  });
});
