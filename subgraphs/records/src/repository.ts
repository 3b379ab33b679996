/** All the SQL of the records subgraph: what a fetch reads under its permits, and what importers and seeds write. */
import type { Database } from '@causeway/kit';
import type { Permit } from '@causeway/schema';
import type { NewRecord } from './new-record.js';
import { recordFactsReader } from './repository/facts.js';
import type { RecordFactsReader } from './repository/facts.js';
import { countRecords, readPages } from './repository/lists.js';
import type { PatientCount, RecordList } from './repository/lists.js';
import type { RecordPageRequest } from './repository/record-order.js';
import { readLinked, readProvenance, readRecords } from './repository/records.js';
import type { LinkedRow } from './repository/records.js';
import { summarise } from './repository/summary.js';
import type { CategoryTotal } from './repository/summary.js';
import { statedOfPatient } from './repository/stored-record.js';
import { putRecords, sourceIds } from './repository/write.js';
import type { PutReport } from './repository/write.js';
import type { RecordRow } from './tables.js';

/** Reading under permits: each method is one statement, and returns nothing of a patient without a permit. */
export interface RecordReads {
  /** The records of the given ids. */
  records(permits: readonly Permit[], ids: readonly string[]): RecordRow[];
  /** The records that an element of the given records refers to. */
  linked(permits: readonly Permit[], element: string, origins: readonly string[]): LinkedRow[];
  /** The Provenance records whose target is one of the given records. */
  provenance(permits: readonly Permit[], origins: readonly string[]): LinkedRow[];
  /** A page of a list for each of the permitted patients, with one record more than asked for. */
  pages(permits: readonly Permit[], list: RecordList, request: RecordPageRequest): RecordRow[];
  /** The length of a list for each of the permitted patients. */
  counts(permits: readonly Permit[], list: RecordList): PatientCount[];
  /** What each of the permitted patients has in each category. */
  summary(permits: readonly Permit[]): CategoryTotal[];
}

/** Writing, for importers, seeds and deposits. */
export interface RecordWrites {
  /** Writes a batch, all or nothing, idempotent by source. @see putRecords */
  putRecords(batch: readonly NewRecord[]): PutReport;
  /** The ids of the records that a source has given before, by the ids they have there. */
  sourceIds(namespace: string, ids: readonly string[]): ReadonlyMap<string, string>;
  /** Every record of a patient as it was stated, for an importer that brings more of the same patient. */
  statedOfPatient(patient: string): NewRecord[];
}

/** What the records subgraph keeps. */
export interface RecordRepository extends RecordReads, RecordWrites {
  /** The facts of each key, in order. */
  readonly facts: RecordFactsReader;
}

/** The repository over a database. */
export function recordRepository(database: Database): RecordRepository {
  const { db } = database;
  return {
    records: (permits, ids) => readRecords(db, permits, ids),
    linked: (permits, element, origins) => readLinked(db, permits, element, origins),
    provenance: (permits, origins) => readProvenance(db, permits, origins),
    pages: (permits, list, request) => readPages(db, permits, list, request),
    counts: (permits, list) => countRecords(db, permits, list),
    summary: (permits) => summarise(db, permits),
    facts: recordFactsReader(db),
    putRecords: (batch) => putRecords(database, batch),
    sourceIds: (namespace, ids) => sourceIds(db, namespace, ids),
    statedOfPatient: (patient) => statedOfPatient(db, patient),
  };
}
