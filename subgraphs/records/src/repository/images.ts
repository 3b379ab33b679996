/** The SQL of images: what their records' permits release, and what deposits bind. */
import type { Permit } from '@causeway/schema';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { releasedBy } from './permit-filter.js';
import { images, records } from '../tables.js';
import type { ImageRow } from '../tables.js';

/** An image and the patient of its record. */
export interface PatientImage extends ImageRow {
  readonly patient: string;
}

/** The images of the given ids whose records the permits release, in no order. */
export function readImages(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  ids: readonly string[],
): PatientImage[] {
  return selectImages(db)
    .where(and(inArray(images.id, [...ids]), releasedBy(permits)))
    .all();
}

/** The images of the given records, where the permits release them, in the order in which they were bound. */
export function readImagesOf(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  recordIds: readonly string[],
): PatientImage[] {
  return selectImages(db)
    .where(and(inArray(images.record, [...recordIds]), releasedBy(permits)))
    .orderBy(sql`${images}.rowid`)
    .all();
}

/** The patient of each of the given images, by the image's id: for the gateway, which has to decide before it reads. */
export function readPatientsOfImages(
  db: BetterSQLite3Database,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const rows = selectImages(db)
    .where(inArray(images.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, patient }) => [id, patient]));
}

/** Notes images. */
export function insertImages(db: BetterSQLite3Database, rows: readonly ImageRow[]): void {
  if (rows.length > 0)
    db.insert(images)
      .values([...rows])
      .run();
}

const selectImages = (db: BetterSQLite3Database) =>
  db
    .select({ ...getTableColumns(images), patient: records.patient })
    .from(images)
    .innerJoin(records, eq(records.id, images.record));
