/** Single records: by id, by links to them, and by links from them. */
import type { Permit } from '@causeway/schema';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { recordLinks, records } from '../tables.js';
import type { RecordRow } from '../tables.js';
import { releasedBy } from './permit-filter.js';

/** A link from or to a record, with the record at its other end. */
export interface LinkedRow {
  /** The id of the record whose links were asked for. */
  readonly origin: string;
  readonly position: number;
  readonly row: RecordRow;
}

/** The records of the given ids that the permits release, in no order. */
export function readRecords(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  ids: readonly string[],
): RecordRow[] {
  return db
    .select()
    .from(records)
    .where(and(inArray(records.id, [...ids]), releasedBy(permits)))
    .all();
}

/** The records that an element of the given records refers to and that the permits release, in the element's order. */
export function readLinked(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  element: string,
  origins: readonly string[],
): LinkedRow[] {
  return db
    .select({
      origin: recordLinks.record,
      position: recordLinks.position,
      row: getTableColumns(records),
    })
    .from(recordLinks)
    .innerJoin(records, eq(records.id, recordLinks.target))
    .where(
      and(
        inArray(recordLinks.record, [...origins]),
        eq(recordLinks.element, element),
        releasedBy(permits),
      ),
    )
    .orderBy(recordLinks.position)
    .all();
}

/** The Provenance records whose target is one of the given records and that the permits release, by their ids. */
export function readProvenance(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  origins: readonly string[],
): LinkedRow[] {
  return db
    .select({
      origin: recordLinks.target,
      position: recordLinks.position,
      row: getTableColumns(records),
    })
    .from(recordLinks)
    .innerJoin(records, eq(records.id, recordLinks.record))
    .where(
      and(
        inArray(recordLinks.target, [...origins]),
        eq(recordLinks.element, 'target'),
        eq(records.type, 'Provenance'),
        releasedBy(permits),
      ),
    )
    .orderBy(records.id)
    .all();
}
