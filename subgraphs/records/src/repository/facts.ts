import { IDS, isAmong, readByIds } from '@causeway/kit';
import type { PatientRecordFacts, RecordFactsKey, TypedRecordFacts } from '@causeway/schema';
import { and, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { epochs, recordCodes, records } from '../tables.js';

/**
 * Answers the facts of each key, in order. A patient without records, or who is not there, is at epoch 0; a record of
 * somebody else is none.
 */
export type RecordFactsReader = (keys: readonly RecordFactsKey[]) => PatientRecordFacts[];

/** Reads epochs by a statement that is made once: every request waits for it. */
export function recordFactsReader(db: BetterSQLite3Database): RecordFactsReader {
  const epochsOf = readByIds(db.select().from(epochs).where(isAmong(epochs.owner, IDS)).prepare());
  return (keys) => {
    const rows = epochsOf([...new Set(keys.map(({ patient }) => patient))]);
    const byPatient = new Map(rows.map(({ owner, value }) => [owner, value]));
    return keys.map(({ patient, record }) => ({
      epoch: byPatient.get(patient) ?? 0,
      ...(record !== undefined && { record: aboutRecord(db, patient, record) }),
    }));
  };
}

function aboutRecord(
  db: BetterSQLite3Database,
  patient: string,
  record: string,
): TypedRecordFacts | null {
  const isAsked = and(eq(records.id, record), eq(records.patient, patient));
  const row = db.select().from(records).where(isAsked).get();
  if (row === undefined) return null;
  const { id, type, category, clinicalDate, authorRole, authorOrganization } = row;
  const codes = db.select().from(recordCodes).where(eq(recordCodes.record, id)).all();
  return {
    type,
    facts: {
      patient,
      id,
      category,
      date: clinicalDate,
      security: row.security.map(({ system, code }) => ({ system, code })),
      author: [authorRole, authorOrganization].filter((author) => author !== null),
      code: codes.map(({ system, code }) => ({ system: system === '' ? null : system, code })),
      party: [],
    },
  };
}
