import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Two values that belong together. */
export type Pair = readonly [string, string];

/**
 * Whether a column has one of the given values, or of those that are given as a JSON text later. They travel as one JSON
 * text, so that the statement is the same one for any number of them; `inArray` takes a variable for each.
 */
export function isAmong(column: SQLiteColumn, values: readonly string[] | Placeholder): SQL {
  return sql`${column} in (select value from json_each(${asJson(values)}))`;
}

/** Whether two columns have one of the given pairs of values. */
export function areAmong(
  columns: readonly [SQLiteColumn, SQLiteColumn],
  pairs: readonly Pair[] | Placeholder,
): SQL {
  const [first, second] = columns;
  return sql`(${first}, ${second}) in (select value ->> 0, value ->> 1 from json_each(${asJson(pairs)}))`;
}

/** Whether a column, and one of the values in a column of JSON lists, have one of the given pairs of values. */
export function listHoldsAmong(
  columns: readonly [SQLiteColumn, SQLiteColumn],
  pairs: readonly Pair[],
): SQL {
  const [column, list] = columns;
  return sql`exists (select 1 from json_each(${list}) item join json_each(${asJson(pairs)}) pair on pair.value ->> 0 = ${column} and pair.value ->> 1 = item.value)`;
}

function asJson(values: readonly unknown[] | Placeholder): string | Placeholder {
  return 'getSQL' in values ? values : JSON.stringify(values);
}
