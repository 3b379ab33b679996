import type { ReferenceResolver } from '@causeway/kit';
import type { RecordsContext } from './context.js';
import { receiptReference } from './resolvers/deposit-receipts.js';
import { RECORD_TYPES } from './record-types.js';
import type { RecordType } from './record-types.js';
import { Patient, recordOf } from './types/index.js';
import type { ClinicalRecord } from './types/index.js';

/** A patient by id, null without a permit for the person. */
export function patientById(id: string, context: RecordsContext): Patient | null {
  return context.permitFor(id)?.scopes.includes('PERSON') === true ? new Patient(id) : null;
}

/** A record by type and id, null where there is none that the permits release. */
async function recordById(
  type: RecordType,
  id: string,
  context: RecordsContext,
): Promise<ClinicalRecord | null> {
  const row = await context.loaders.byId.load(id);
  return row?.type === type ? recordOf(row, context) : null;
}

/** The entities of this subgraph by reference. */
export const references: Readonly<Record<string, ReferenceResolver<RecordsContext>>> = {
  Patient: ({ id }, context) => patientById(id, context),
  DepositReceipt: ({ id }, context) => receiptReference(id, context),
  ...Object.fromEntries(
    RECORD_TYPES.map((type): [string, ReferenceResolver<RecordsContext>] => [
      type,
      ({ id }, context) => recordById(type, id, context),
    ]),
  ),
};
