import { MyGrantDocument, PatientRecordDocument } from '@causeway/client';
import type { PatientRecordQuery, Refusal } from '@causeway/client';
import { ask } from '../../with-fetch.js';
import { openSession } from './open-session.js';
import type { SignedIn } from './signed-in.js';

/** A patient's record, as far as a grant goes. */
export interface SeenRecord {
  readonly patient: SeenPatient;
  readonly refusals: readonly Refusal[];
}

/** A patient as the graph answered. */
export type SeenPatient = NonNullable<PatientRecordQuery['patient']>;

/** Reads the record of the patient who gave a grant; null where nothing of it is permitted any more. */
export async function readRecord(own: SignedIn, grant: string): Promise<SeenRecord | null> {
  const session = await openSession(own, grant);
  if (session === null) return null;
  const { data: granted } = await ask(session, MyGrantDocument, {});
  const id = granted?.myGrant?.patient?.id;
  if (id === undefined) return null;
  const { data, refusals } = await ask(session, PatientRecordDocument, { id });
  return data?.patient == null ? null : { patient: data.patient, refusals };
}
