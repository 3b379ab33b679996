import { without } from '@causeway/kit';
import { confidentialityOf, earliestInstant, latestInstant } from '@causeway/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { NewRecord, RecordCode, RecordLink } from '../new-record.js';
import { recordCodes, recordLinks, records } from '../tables.js';
import type { RecordRow } from '../tables.js';
import { chunks } from './chunks.js';

/** A record with its codes and links, in the form in which two of them can be compared. */
export interface StoredRecord {
  readonly row: RecordRow;
  readonly codes: readonly RecordCode[];
  readonly links: readonly RecordLink[];
}

/** Where a record comes from. */
export type Source = Pick<RecordRow, 'sourceNamespace' | 'sourceId'>;

/** A source as a key of a map. */
export function sourceKey({ sourceNamespace, sourceId }: Source): string {
  return JSON.stringify([sourceNamespace, sourceId]);
}

/** A record in its first version, with all that follows from what is stated, just as it will be read back. */
export function firstVersion({ codes, links, ...stated }: NewRecord): StoredRecord {
  const row = {
    ...stated,
    clinicalInstant: earliestInstant(stated.clinicalDate),
    clinicalEnd: latestInstant(stated.clinicalDate),
    confidentiality: confidentialityOf(stated.security),
    versionId: 1,
    security: throughJson(stated.security),
    content: throughJson(stated.content),
  };
  return { row, codes: distinct(codes), links: distinct(links) };
}

/** The records that the given sources have given before, by `sourceKey`. */
export function storedBySource(
  db: BetterSQLite3Database,
  sources: readonly Source[],
): ReadonlyMap<string, StoredRecord> {
  const rows = [...Map.groupBy(sources, (source) => source.sourceNamespace)].flatMap(
    ([namespace, group]) => rowsOfNamespace(db, namespace, group),
  );
  return new Map(withParts(db, rows).map((stored) => [sourceKey(stored.row), stored]));
}

/** Every record of a patient as it was stated, in the order of their sources: for writers, who stand above permits. */
export function statedOfPatient(db: BetterSQLite3Database, patient: string): NewRecord[] {
  const rows = db
    .select()
    .from(records)
    .where(eq(records.patient, patient))
    .orderBy(asc(records.sourceNamespace), asc(records.sourceId))
    .all();
  return withParts(db, rows).map(({ row, codes, links }) => ({
    ...without(row, 'clinicalInstant', 'clinicalEnd', 'confidentiality', 'versionId'),
    codes,
    links,
  }));
}

function withParts(db: BetterSQLite3Database, rows: readonly RecordRow[]): StoredRecord[] {
  const ids = rows.map((row) => row.id);
  const codes = Map.groupBy(codesOf(db, ids), (code) => code.record);
  const links = Map.groupBy(linksOf(db, ids), (link) => link.record);
  return rows.map((row) => ({
    row,
    codes: distinct(
      (codes.get(row.id) ?? []).map(({ element, system, code }) => ({
        element,
        system: system === '' ? null : system,
        code,
      })),
    ),
    links: distinct(
      (links.get(row.id) ?? []).map(({ element, position, target }) => ({
        element,
        position,
        target,
      })),
    ),
  }));
}

function rowsOfNamespace(
  db: BetterSQLite3Database,
  namespace: string,
  group: readonly Source[],
): RecordRow[] {
  return chunks(group.map((source) => source.sourceId)).flatMap((ids) =>
    db
      .select()
      .from(records)
      .where(and(eq(records.sourceNamespace, namespace), inArray(records.sourceId, ids)))
      .all(),
  );
}

const codesOf = (db: BetterSQLite3Database, ids: readonly string[]) =>
  chunks(ids).flatMap((some) =>
    db.select().from(recordCodes).where(inArray(recordCodes.record, some)).all(),
  );

const linksOf = (db: BetterSQLite3Database, ids: readonly string[]) =>
  chunks(ids).flatMap((some) =>
    db.select().from(recordLinks).where(inArray(recordLinks.record, some)).all(),
  );

/** The value as it comes back from a JSON column: without what is undefined. */
function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** The items without repetitions, in an order that does not depend on the one they came in. */
function distinct<Item extends object>(items: readonly Item[]): readonly Item[] {
  const byText = new Map(items.map((item) => [JSON.stringify(Object.entries(item).sort()), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
