import type { PatientRecordFacts, RecordFactsKey } from '@causeway/schema';
import { inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { epochs } from '../tables.js';

/** The facts of each key, in order. A patient without records, or who is not there, is at epoch 0. */
export function recordFacts(
  db: BetterSQLite3Database,
  keys: readonly RecordFactsKey[],
): PatientRecordFacts[] {
  const patients = [...new Set(keys.map(({ patient }) => patient))];
  const rows = db.select().from(epochs).where(inArray(epochs.owner, patients)).all();
  const byPatient = new Map(rows.map(({ owner, value }) => [owner, value]));
  return keys.map(({ patient }) => ({ epoch: byPatient.get(patient) ?? 0 }));
}
