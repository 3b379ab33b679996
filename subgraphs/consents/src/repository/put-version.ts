import { raiseEpoch, recordVersion } from '@causeway/kit';
import type { Database, Moment, Stated, VersionTable, Written } from '@causeway/kit';
import { epochs } from '../tables.js';

/** Whose facts a version belongs to, and the id of what it speaks of. */
export interface Owned {
  readonly patient: string;
  readonly id: string;
}

/**
 * Records what holds of an owner from an instant on, and raises the epoch of the patient whose facts it changes. Called
 * in a transaction.
 *
 * @throws Error if the owner is another patient's: nothing passes from one to another
 */
export function putVersion<Table extends VersionTable>(
  db: Database['db'],
  table: Table,
  { id, patient }: Owned,
  moment: Moment,
  next: (before: Stated<Table> | null) => Stated<Table>,
): Written {
  const found: { before: Stated<Table> | null } = { before: null };
  const isChanged = recordVersion(db, table, id, moment, (before) => {
    found.before = before;
    if (before !== null && 'patient' in before && before.patient !== patient) {
      throw new Error(`Expected ${id} to stay with its patient, got another one`);
    }
    return next(before);
  });
  if (!isChanged) return 'unchanged';
  raiseEpoch(db, epochs, patient);
  return found.before === null ? 'created' : 'updated';
}
