/** The SQL of uploads. */
import { and, count, eq, inArray, lte } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { uploads } from '../tables.js';
import type { UploadRow } from '../tables.js';

const UNUSED = ['OPEN', 'COMPLETE', 'REFUSED'] as const;

/** An upload by id. */
export function readUpload(db: BetterSQLite3Database, id: string): UploadRow | undefined {
  return db.select().from(uploads).where(eq(uploads.id, id)).get();
}

/** Notes an upload. */
export function insertUpload(db: BetterSQLite3Database, row: UploadRow): void {
  db.insert(uploads).values(row).run();
}

/** The uploads of the given ids, in no order. */
export function readUploads(db: BetterSQLite3Database, ids: readonly string[]): UploadRow[] {
  return db
    .select()
    .from(uploads)
    .where(inArray(uploads.id, [...ids]))
    .all();
}

/** Notes how far an upload has come. */
export function updateUpload(
  db: BetterSQLite3Database,
  id: string,
  change: Partial<Pick<UploadRow, 'received' | 'state'>>,
): void {
  db.update(uploads).set(change).where(eq(uploads.id, id)).run();
}

/** How many files an organisation has on their way, in no record yet. */
export function unusedUploads(db: BetterSQLite3Database, organization: string): number {
  const isWaiting = inArray(uploads.state, ['OPEN', 'COMPLETE']);
  const isUnused = and(eq(uploads.organization, organization), isWaiting);
  return db.select({ total: count() }).from(uploads).where(isUnused).get()?.total ?? 0;
}

/** Forgets the uploads that no record uses and whose time is over; returns their ids. */
export function deleteExpiredUploads(db: BetterSQLite3Database, now: number): string[] {
  const isOver = and(lte(uploads.expiresAt, now), inArray(uploads.state, [...UNUSED]));
  return db
    .delete(uploads)
    .where(isOver)
    .returning({ id: uploads.id })
    .all()
    .map(({ id }) => id);
}
