/** The register of what crossed the boundary. */
import { insertAll } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, asc, count, eq, gte, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { transfers } from '../tables.js';
import type { TransferDirection, TransferRow } from '../tables.js';
import { inOrder, isBetween } from './list.js';
import type { ListPage } from './list.js';

/** Which crossings are asked for; null asks for all. */
export interface TransferFilter {
  /** Epoch milliseconds, inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  readonly direction: TransferDirection | null;
  /** Organization id. */
  readonly organization: string | null;
}

/** Reads the register. */
export interface TransferReader {
  /** A page, newest first: one more than its limit. */
  page(filter: TransferFilter, page: ListPage): TransferRow[];
  count(filter: TransferFilter): number;
  /** Oldest first, read in pages between which others write. */
  export(filter: TransferFilter): Iterable<TransferRow>;
}

const LISTING = { instant: transfers.at, id: transfers.id };

const PAGE = 500;

/** The register of a database. */
export function transferReader({ db }: Database): TransferReader {
  return {
    page: (filter, page) =>
      db
        .select()
        .from(transfers)
        .where(and(matches(filter), isBetween(LISTING, page)))
        .orderBy(inOrder(LISTING, page))
        .limit(page.limit + 1)
        .all(),
    count: (filter) =>
      db.select({ total: count() }).from(transfers).where(matches(filter)).get()?.total ?? 0,
    export: (filter) => exported(db, filter),
  };
}

/** Adds crossings to the register. Called in the transaction of what crosses. */
export function addTransfers(db: Database['db'], rows: readonly TransferRow[]): void {
  insertAll(db, transfers, rows);
}

function* exported(db: Database['db'], filter: TransferFilter): Generator<TransferRow> {
  let last: TransferRow | undefined;
  do {
    const follows =
      last === undefined
        ? undefined
        : sql`(${transfers.at}, ${transfers.id}) > (${last.at}, ${last.id})`;
    const rows = db
      .select()
      .from(transfers)
      .where(and(matches(filter), follows))
      .orderBy(asc(transfers.at), asc(transfers.id))
      .limit(PAGE)
      .all();
    yield* rows;
    last = rows.at(-1);
  } while (last !== undefined);
}

function matches({ from, to, direction, organization }: TransferFilter): SQL | undefined {
  return and(
    from === null ? undefined : gte(transfers.at, from),
    to === null ? undefined : lte(transfers.at, to),
    direction === null ? undefined : eq(transfers.direction, direction),
    organization === null ? undefined : eq(transfers.organization, organization),
  );
}
