/** Statements that are made once: to make one takes several times as long as to run it. */
import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.js';

/** What is made once for each database, for functions that are told in which of them they work. */
export function oncePerDatabase<Made>(
  make: (db: Database['db']) => Made,
): (db: Database['db']) => Made {
  const known = new WeakMap<Database['db'], Made>();
  return (db) => {
    const found = known.get(db);
    if (found !== undefined) return found;
    const made = make(db);
    known.set(db, made);
    return made;
  };
}

/** The place of a column's value in such a statement, by the name it is given under; of drizzle's own, null is encoded. */
export function placeOf(name: string, column: SQLiteColumn): SQL {
  const encoder = {
    mapToDriverValue: (value: unknown): unknown =>
      value === null ? null : column.mapToDriverValue(value),
  };
  return sql`${sql.param(sql.placeholder(name), encoder)}`;
}

/** A statement that has been made, with places for values. */
export interface PreparedRead<Row> {
  all(values: Readonly<Record<string, unknown>>): Row[];
}

/** The place of the ids in such a statement, as `isAmong` takes it. */
export const IDS = sql.placeholder('ids');

/** Reads rows by ids, with a statement about `IDS`. */
export function readByIds<Row>(statement: PreparedRead<Row>): (ids: readonly string[]) => Row[] {
  return (ids) => statement.all({ ids: JSON.stringify(ids) });
}

/** Reads rows by ids as they are in force, or were at an instant (epoch milliseconds); `make` is told its place. */
export function readByIdsAsOf<Row>(
  make: (at?: Placeholder) => PreparedRead<Row>,
): (ids: readonly string[], at?: number) => Row[] {
  const statementAsOf = onceAsOf(make);
  return (ids, at) => statementAsOf(at).all({ ids: JSON.stringify(ids), at });
}

/**
 * What is made once of what is in force, and once of what was at an instant: by the instant asked about, undefined for the
 * present. `make` is told the place of the instant, which statements are given as `at`.
 */
export function onceAsOf<Made>(make: (at?: Placeholder) => Made): (at: number | undefined) => Made {
  const ofPresent = make();
  const ofPast = make(sql.placeholder('at'));
  return (at) => (at === undefined ? ofPresent : ofPast);
}
