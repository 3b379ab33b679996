import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { int, table, text } from './columns.js';
import type { Database } from './database.js';
import { eventsAfter, lastPosition } from './feed-events.js';
import { feedPositionTable } from './tables.js';
import { feedPosition, takeIn } from './take-in.js';
import { databaseOf } from './testing-database.js';

const notes = table('note', { position: int('position').primaryKey(), text: text('text') });
const positions = feedPositionTable<'here' | 'there'>();

const TABLES = `CREATE TABLE note (position integer PRIMARY KEY, text text);
--> statement-breakpoint
CREATE TABLE feed_position (source text PRIMARY KEY, position integer NOT NULL);`;

let database: Database;

beforeEach(() => {
  database = databaseOf(TABLES);
});

afterEach(() => {
  database.close();
});

const events = (...of: readonly number[]) =>
  of.map((position) => ({ position, text: `event ${position}` }));

const take = (...of: readonly number[]): number =>
  takeIn(database, positions, 'here', events(...of), (db, event) => {
    db.insert(notes).values(event).run();
  });

const told = (after = 0, first = 10): (number | null)[] =>
  eventsAfter(database.db, notes, after, first).map(({ position }) => position);

describe('taking in a feed', () => {
  it('begins at 0, and moves to the last event', () => {
    expect(feedPosition(database.db, positions, 'here')).toBe(0);
    expect(take(1, 2)).toBe(2);
    expect(feedPosition(database.db, positions, 'here')).toBe(2);
    expect(feedPosition(database.db, positions, 'there')).toBe(0);
  });

  it('takes each event once, however often it is told', () => {
    take(1, 2);
    expect(take(1, 2, 3)).toBe(3);
    expect(take(1, 2)).toBe(3);
    expect(told()).toEqual([1, 2, 3]);
  });

  it.each([[[2]], [[1, 3]]])('takes none of %j, with a gap', (gapped) => {
    expect(() => take(...gapped)).toThrow(/Expected the event at position/);
    expect(told()).toEqual([]);
    expect(feedPosition(database.db, positions, 'here')).toBe(0);
  });
});

describe('the events that are kept', () => {
  it('have no last position before the first', () => {
    expect(lastPosition(database.db, notes)).toBe(0);
    take(1, 2);
    expect(lastPosition(database.db, notes)).toBe(2);
  });

  it('are read after a position, oldest first, so many at most', () => {
    take(1, 2, 3, 4);
    expect(told(1, 2)).toEqual([2, 3]);
    expect(told(4)).toEqual([]);
  });
});
