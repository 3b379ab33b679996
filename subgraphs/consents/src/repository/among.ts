import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * Whether a column has one of the given values. They travel as one JSON text, so that the statement is the same one
 * for any number of them; `inArray` takes a variable for each.
 */
export function isAmong(column: SQLiteColumn, values: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** Whether two columns have one of the given pairs of values. */
export function areAmong(
  columns: readonly [SQLiteColumn, SQLiteColumn],
  pairs: readonly (readonly [string, string])[],
): SQL {
  const [first, second] = columns;
  return sql`(${first}, ${second}) in (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)}))`;
}

/** Whether a column, and one of the values in a column of JSON lists, have one of the given pairs of values. */
export function listHoldsAmong(
  columns: readonly [SQLiteColumn, SQLiteColumn],
  pairs: readonly (readonly [string, string])[],
): SQL {
  const [column, list] = columns;
  return sql`exists (select 1 from json_each(${list}) item join json_each(${JSON.stringify(pairs)}) pair on pair.value ->> 0 = ${column} and pair.value ->> 1 = item.value)`;
}
