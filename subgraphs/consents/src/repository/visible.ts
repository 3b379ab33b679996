import { isAmong } from '@causeway/kit';
import { and, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Visibility } from '../visibility.js';

/** That a record may be seen: it is of a patient all of whose records may be, or one of its parties sees it. */
export function isVisible(
  patient: SQLiteColumn,
  { patients, parties }: Visibility,
  isParty: SQL | undefined,
): SQL | undefined {
  // The first condition adds nothing but an index to search by.
  const concerned = [...patients, ...parties.map(([ofPatient]) => ofPatient)];
  return and(isAmong(patient, concerned), or(isAmong(patient, patients), isParty));
}
