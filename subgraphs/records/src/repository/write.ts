/** Writing records: idempotent by source, all of a batch or nothing of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '@causeway/kit';
import { and, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { NewRecord } from '../new-record.js';
import { CATEGORIES } from '../record-types.js';
import { recordCodes, recordLinks, records } from '../tables.js';
import { chunks } from './chunks.js';
import { firstVersion, sourceKey, storedBySource } from './stored-record.js';
import type { StoredRecord } from './stored-record.js';

/** What became of the records of a batch. */
export interface PutReport {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Writes a batch of records in one transaction. A record that its source has given before keeps its id; it is
 * written again, and its version grows, only where something about it differs.
 *
 * @throws Error for a source that is twice in the batch or has another id already, and for a type in a category under
 * which the graph does not list it; nothing is written then
 */
export function putRecords(database: Database, batch: readonly NewRecord[]): PutReport {
  refuseRepeated(batch);
  batch.forEach(refuseUnlisted);
  return database.inTransaction((db) => {
    const known = storedBySource(db, batch);
    const report = { created: 0, changed: 0, unchanged: 0 };
    for (const record of batch) {
      report[put(db, firstVersion(record), known.get(sourceKey(record)))] += 1;
    }
    return report;
  });
}

/** The ids of the records that a source has given before, by the ids they have there. */
export function sourceIds(
  db: BetterSQLite3Database,
  namespace: string,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const rows = chunks(ids).flatMap((some) =>
    db
      .select({ id: records.id, sourceId: records.sourceId })
      .from(records)
      .where(and(eq(records.sourceNamespace, namespace), inArray(records.sourceId, some)))
      .all(),
  );
  return new Map(rows.map((row) => [row.sourceId, row.id]));
}

function put(
  db: BetterSQLite3Database,
  next: StoredRecord,
  stored: StoredRecord | undefined,
): keyof PutReport {
  if (stored === undefined) {
    db.insert(records).values(next.row).run();
    insertParts(db, next);
    return 'created';
  }
  const { id, versionId, sourceNamespace, sourceId } = stored.row;
  if (id !== next.row.id) {
    throw new Error(
      `Expected the id ${id} for ${sourceId} of ${sourceNamespace}, got ${next.row.id}; ask sourceIds for the ids of a source first`,
    );
  }
  if (isDeepStrictEqual({ ...next, row: { ...next.row, versionId } }, stored)) return 'unchanged';
  const row = { ...next.row, versionId: versionId + 1 };
  db.update(records).set(row).where(eq(records.id, id)).run();
  db.delete(recordCodes).where(eq(recordCodes.record, id)).run();
  db.delete(recordLinks).where(eq(recordLinks.record, id)).run();
  insertParts(db, next);
  return 'changed';
}

function insertParts(db: BetterSQLite3Database, { row, codes, links }: StoredRecord): void {
  const record = row.id;
  if (codes.length > 0) {
    const values = codes.map((code) => ({ ...code, system: code.system ?? '', record }));
    db.insert(recordCodes).values(values).run();
  }
  if (links.length > 0) {
    const values = links.map((link) => ({ ...link, record }));
    db.insert(recordLinks).values(values).run();
  }
}

function refuseRepeated(batch: readonly NewRecord[]): void {
  const seen = new Set<string>();
  for (const record of batch) {
    const key = sourceKey(record);
    if (seen.has(key)) throw new Error(`Expected each source once in a batch, got ${key} twice`);
    seen.add(key);
  }
}

function refuseUnlisted({ type, category }: NewRecord): void {
  const listed = CATEGORIES[type];
  if (listed.includes(category)) return;
  throw new Error(`Expected ${type} in one of ${listed.join(', ')}, got ${category}`);
}
