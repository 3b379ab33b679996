/** Writing records: idempotent by source, all of a batch or nothing of it. */
import { isDeepStrictEqual } from 'node:util';
import { insertAll, raiseEpoch } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { NewRecord } from '../new-record.js';
import { CATEGORIES } from '../record-types.js';
import { epochs, recordCodes, recordLinks, records } from '../tables.js';
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
    const fates = batch.map((record) => fateOf(firstVersion(record), known.get(sourceKey(record))));
    const ofKind = (kind: Fate['kind']) => fates.filter((fate) => fate.kind === kind);
    const [created, changed] = [ofKind('created'), ofKind('changed')];
    remove(db, changed);
    insert(db, [...created, ...changed]);
    const patients = new Set(
      [...created, ...changed].flatMap(({ patients: concerned }) => concerned),
    );
    for (const patient of patients) raiseEpoch(db, epochs, patient);
    const unchanged = batch.length - created.length - changed.length;
    return { created: created.length, changed: changed.length, unchanged };
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

/** What becomes of a record, and what it is from now on. */
interface Fate {
  readonly kind: keyof PutReport;
  readonly record: StoredRecord;
  /** Whose it is, and whose it was. */
  readonly patients: readonly string[];
}

function fateOf(next: StoredRecord, stored: StoredRecord | undefined): Fate {
  if (stored === undefined) return { kind: 'created', record: next, patients: [next.row.patient] };
  const { id, versionId, sourceNamespace, sourceId } = stored.row;
  const patients = [next.row.patient, stored.row.patient];
  if (id !== next.row.id) {
    throw new Error(
      `Expected the id ${id} for ${sourceId} of ${sourceNamespace}, got ${next.row.id}; ask sourceIds for the ids of a source first`,
    );
  }
  const same = { ...next, row: { ...next.row, versionId } };
  if (isDeepStrictEqual(same, stored)) return { kind: 'unchanged', record: stored, patients };
  const row = { ...next.row, versionId: versionId + 1 };
  return { kind: 'changed', record: { ...next, row }, patients };
}

function remove(db: BetterSQLite3Database, fates: readonly Fate[]): void {
  for (const ids of chunks(fates.map(({ record }) => record.row.id))) {
    db.delete(records).where(inArray(records.id, ids)).run();
    db.delete(recordCodes).where(inArray(recordCodes.record, ids)).run();
    db.delete(recordLinks).where(inArray(recordLinks.record, ids)).run();
  }
}

function insert(db: BetterSQLite3Database, fates: readonly Fate[]): void {
  const stored = fates.map(({ record }) => record);
  const codes = stored.flatMap(({ row, codes: own }) =>
    own.map((code) => ({ ...code, system: code.system ?? '', record: row.id })),
  );
  const links = stored.flatMap(({ row, links: own }) =>
    own.map((link) => ({ ...link, record: row.id })),
  );
  insertAll(
    db,
    records,
    stored.map(({ row }) => row),
  );
  insertAll(db, recordCodes, codes);
  insertAll(db, recordLinks, links);
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
