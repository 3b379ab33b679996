/** Receipts of deposits under permits: the patient's own, or those of an organisation that deposited. */
import type { Keyset, PageRequest } from '@causeway/kit';
import type { Permit } from '@causeway/schema';
import { and, count, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { deposits } from '../tables.js';
import type { DepositRow } from '../tables.js';
import type { PatientCount } from './lists.js';

/** Receipts are listed newest first: by when, in epoch milliseconds, and the id that tells ties apart. */
export const RECEIPT_KEYSET = ['number', 'text'] as const;

/** A page of a list of receipts. */
export type ReceiptPage = PageRequest<typeof RECEIPT_KEYSET>;

/** Where a receipt stands in its list. */
export function receiptKeysetOf({ depositedAt, id }: DepositRow): Keyset<typeof RECEIPT_KEYSET> {
  return [depositedAt, id];
}

/** The receipts of the given ids that the permits release, in no order. */
export function readReceipts(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  ids: readonly string[],
): DepositRow[] {
  return db
    .select()
    .from(deposits)
    .where(and(inArray(deposits.id, [...ids]), isReleased(permits)))
    .all();
}

/** A page of the list of each permitted patient, in the direction asked: up to one more than asked for. */
export function readReceiptPages(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  page: ReceiptPage,
): DepositRow[] {
  const { id, patient } = deposits;
  const within = and(isReleased(permits), isBetween(page));
  const place = sql`row_number() over (partition by ${patient} order by ${inOrder(page)})`;
  return db
    .select()
    .from(deposits)
    .where(
      sql`${id} in (select id from (select ${id} as id, ${place} as place from ${deposits} where ${within}) where place <= ${page.limit + 1})`,
    )
    .orderBy(inOrder(page))
    .all();
}

/** How many receipts each permitted patient has; a patient without any is left out. */
export function countReceipts(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
): PatientCount[] {
  return db
    .select({ patient: deposits.patient, total: count() })
    .from(deposits)
    .where(isReleased(permits))
    .groupBy(deposits.patient)
    .all();
}

/** What is not named by a permit is not there: no permit, no receipt. */
function isReleased(permits: readonly Permit[]): SQL {
  const holding = permits.filter(({ scopes }) => scopes.includes('DEPOSIT'));
  const own = holding.filter(({ administrativeBasis }) => administrativeBasis === 'SUBJECT');
  const asParty = holding.filter(({ administrativeBasis }) => administrativeBasis === 'PARTY');
  const patients = own.map(({ patient }) => patient);
  const parties = asParty.flatMap(({ patient, parties: of }) =>
    of.map((party) => [patient, party]),
  );
  const { patient, organization } = deposits;
  const isParty = sql`exists (select 1 from json_each(${JSON.stringify(parties)}) as pair where pair.value ->> 0 = ${patient} and pair.value ->> 1 = ${organization})`;
  const concerned = holding.map((permit) => permit.patient);
  return and(inArray(patient, concerned), or(inArray(patient, patients), isParty)) ?? sql`false`;
}

function inOrder({ direction }: ReceiptPage): SQL {
  const { depositedAt, id } = deposits;
  return direction === 'forward'
    ? sql`${depositedAt} desc, ${id} desc`
    : sql`${depositedAt}, ${id}`;
}

function isBetween({ after, before }: ReceiptPage): SQL | undefined {
  const keyset = sql`(${deposits.depositedAt}, ${deposits.id})`;
  return and(
    after === null ? undefined : sql`${keyset} < (${after[0]}, ${after[1]})`,
    before === null ? undefined : sql`${keyset} > (${before[0]}, ${before[1]})`,
  );
}

/** The receipt of an id, of whomever: for changes, which look at whose it is. */
export function receiptById(db: BetterSQLite3Database, id: string): DepositRow | null {
  return db.select().from(deposits).where(eq(deposits.id, id)).get() ?? null;
}
