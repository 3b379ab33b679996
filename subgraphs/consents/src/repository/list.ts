/**
 * Lists of records by patient, newest first: the conditions and orders by which one statement reads a page for each
 * of any number of patients.
 */
import type { Keyset, PageRequest } from '@causeway/kit';
import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Visibility } from '../visibility.js';

/** The keyset of every list: when it happened, in epoch milliseconds, and the id that tells ties apart. */
export const NEWEST_FIRST = ['number', 'text'] as const;

/** Where a record stands in a list, newest first. */
export type ListKeyset = Keyset<typeof NEWEST_FIRST>;

/** A request for a page of a list, newest first. */
export type ListPage = PageRequest<typeof NEWEST_FIRST>;

/** The columns by which a table's rows are listed. */
export interface Listing {
  readonly table: SQLiteTable;
  readonly patient: SQLiteColumn;
  readonly instant: SQLiteColumn;
  readonly id: SQLiteColumn;
}

/** How many records a patient's list has. */
export interface ListCount {
  readonly patient: string;
  readonly total: number;
}

/** Reads the records of one type that a fetch may see. */
export interface ListReader<Filter, Row> {
  /** A page of the list of each patient, in the direction of the request: one more than its limit. */
  page(visibility: Visibility, filter: Filter, page: ListPage): Row[];
  /** The length of the list of each patient who has one. */
  count(visibility: Visibility, filter: Filter): ListCount[];
  byId(visibility: Visibility, ids: readonly string[]): Row[];
}

/** That a row is on the page of its patient. */
export function isOnPage(listing: Listing, condition: SQL | undefined, page: ListPage): SQL {
  const { table, patient, id } = listing;
  const within = and(condition, isBetween(listing, page));
  const place = sql`row_number() over (partition by ${patient} order by ${inOrder(listing, page)})`;
  return sql`${id} in (select id from (select ${id} as id, ${place} as place from ${table} where ${within}) where place <= ${page.limit + 1})`;
}

/** That a row stands between the cursors of a page. */
export function isBetween(
  { instant, id }: Pick<Listing, 'instant' | 'id'>,
  { after, before }: ListPage,
): SQL | undefined {
  const keyset = sql`(${instant}, ${id})`;
  return and(
    after === null ? undefined : sql`${keyset} < (${after[0]}, ${after[1]})`,
    before === null ? undefined : sql`${keyset} > (${before[0]}, ${before[1]})`,
  );
}

/** Newest first, or oldest first for a page that is read from its end. */
export function inOrder(
  { instant, id }: Pick<Listing, 'instant' | 'id'>,
  { direction }: ListPage,
): SQL {
  return direction === 'forward' ? sql`${instant} desc, ${id} desc` : sql`${instant}, ${id}`;
}
