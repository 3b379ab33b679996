/** Deposits as they are written and found again. */
import { eventsAfter, lastPosition } from '@causeway/kit';
import type { DepositEvent, PurposeOfUse } from '@causeway/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { DepositTerms } from '../deposits/deposit-terms.js';
import { countsOf } from '../deposits/draft-deposit.js';
import { depositEvents, deposits, images, records } from '../tables.js';
import type { DepositRow } from '../tables.js';

/** By which a deposit is known when it is made again. */
export type DepositKey = Pick<DepositRow, 'keyOwner' | 'idempotencyKey'>;

/** The deposit that was made with a key, null for a new one. */
export function depositByKey(
  db: BetterSQLite3Database,
  { keyOwner, idempotencyKey }: DepositKey,
): DepositRow | null {
  const row = db
    .select()
    .from(deposits)
    .where(and(eq(deposits.keyOwner, keyOwner), eq(deposits.idempotencyKey, idempotencyKey)))
    .get();
  return row ?? null;
}

/** The ids of the uploads whose images a deposit brought. */
export function uploadsOf(db: BetterSQLite3Database, { resources }: DepositRow): string[] {
  const studies = resources.filter(({ type }) => type === 'ImagingStudy').map(({ id }) => id);
  const rows = db
    .select({ file: images.file })
    .from(images)
    .where(inArray(images.record, studies))
    .all();
  return rows.map(({ file }) => file);
}

/** Keeps the receipt of a deposit, and tells of it: in the transaction that wrote its records. */
export function addDeposit(
  db: BetterSQLite3Database,
  row: DepositRow,
  purpose: PurposeOfUse,
): DepositRow {
  db.insert(deposits).values(row).run();
  const event: DepositEvent = {
    position: lastPosition(db, depositEvents) + 1,
    at: row.depositedAt,
    receipt: row.id,
    patient: row.patient,
    organization: row.organization,
    practitionerRole: row.practitionerRole,
    grant: row.grant,
    purpose,
    counts: countsOf(row.resources),
    isTest: row.isTest,
  };
  db.insert(depositEvents).values({ position: event.position, event }).run();
  return row;
}

/** The events after a position, oldest first, so many at most. */
export function depositEventsAfter(
  db: BetterSQLite3Database,
  after: number,
  first: number,
): DepositEvent[] {
  return eventsAfter(db, depositEvents, after, first).map(({ event }) => event);
}

/** The record of an encounter, null where there is none that the depositor may name. */
export function encounterRecord(
  db: BetterSQLite3Database,
  terms: DepositTerms,
  encounter: string,
): string | null {
  return terms.grant === null
    ? encounterAtHome(db, terms, encounter)
    : encounterAbroad(db, terms.grant, encounter);
}

function encounterAtHome(
  db: BetterSQLite3Database,
  { patient, organization }: DepositTerms,
  encounter: string,
): string | null {
  const row = db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        eq(records.id, encounter),
        eq(records.type, 'Encounter'),
        eq(records.patient, patient),
        eq(records.authorOrganization, organization),
      ),
    )
    .get();
  return row?.id ?? null;
}

function encounterAbroad(
  db: BetterSQLite3Database,
  grant: string,
  encounter: string,
): string | null {
  const rows = db
    .select({ resources: deposits.resources })
    .from(deposits)
    .where(and(eq(deposits.grant, grant), eq(deposits.encounter, encounter)))
    .orderBy(desc(deposits.depositedAt))
    .all();
  const resources = rows.flatMap((row) => row.resources);
  return resources.find(({ type }) => type === 'Encounter')?.id ?? null;
}
