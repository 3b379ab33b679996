import { asc, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { disputes } from '../tables.js';
import type { DisputeRow } from '../tables.js';

/** The disputes of the given deposits, withdrawn ones too, oldest first. */
export function disputesOf(db: BetterSQLite3Database, receipts: readonly string[]): DisputeRow[] {
  return db
    .select()
    .from(disputes)
    .where(inArray(disputes.deposit, [...receipts]))
    .orderBy(asc(disputes.disputedAt), asc(disputes.id))
    .all();
}

/** The dispute of an id, null where there is none. */
export function disputeById(db: BetterSQLite3Database, id: string): DisputeRow | null {
  return db.select().from(disputes).where(eq(disputes.id, id)).get() ?? null;
}

/** Keeps a dispute. */
export function addDispute(db: BetterSQLite3Database, dispute: DisputeRow): void {
  db.insert(disputes).values(dispute).run();
}

/** Notes that a dispute was withdrawn, at an instant (epoch milliseconds). */
export function noteWithdrawal(db: BetterSQLite3Database, id: string, at: number): void {
  db.update(disputes).set({ withdrawnAt: at }).where(eq(disputes.id, id)).run();
}
