/** Records as writers know them, for tests that change what is kept. */
import type { NewRecord } from '@causeway/records';
import type { Confidentiality } from '@causeway/schema';
import type { OpenStores } from '@causeway/seeds';

/** Every record of a patient of one type, as it was stated. */
export function recordsOf(
  { records }: Pick<OpenStores, 'records'>,
  patient: string,
  type: NewRecord['type'],
): readonly NewRecord[] {
  return records.statedOfPatient(patient).filter((record) => record.type === type);
}

/** A record with one confidentiality label in place of those it had. */
export function labelled(record: NewRecord, level: Confidentiality): NewRecord {
  const system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
  return { ...record, security: [{ system, code: level }] };
}
