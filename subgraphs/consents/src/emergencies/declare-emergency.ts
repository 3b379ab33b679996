import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { standingBy } from '../audit/entry.js';
import { reasonIn } from '../changes/clinical-authority.js';
import type { ClinicalAuthority } from '../changes/clinical-authority.js';
import { recordChange } from '../changes/record-change.js';
import { putVersion } from '../repository/put-version.js';
import { emergencies } from '../tables.js';

/** How long a declared emergency lasts, in milliseconds. */
export const EMERGENCY_LIFETIME = 4 * 3_600_000;

/** An emergency as it is told to the professional who declared it. */
export interface DeclaredEmergency {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/**
 * Declares an emergency of a patient, for the professional who does so alone and for a few hours. The patient is told
 * whatever they prefer to be told.
 *
 * @throws GraphQLError BAD_USER_INPUT for a reason that is none
 */
export function declareEmergency(
  database: Database,
  { caller, permit }: ClinicalAuthority,
  text: string,
  now: number,
): DeclaredEmergency {
  const reason = reasonIn(text);
  const { patient } = permit;
  const { practitionerRole, organization } = caller;
  const id = randomUUID();
  const until = now + EMERGENCY_LIFETIME;
  const stated = {
    patient,
    practitionerRole,
    organization,
    since: new Date(now).toISOString(),
    until: new Date(until).toISOString(),
    reason,
  };
  return database.inTransaction((db) => {
    putVersion(db, emergencies, { id, patient }, { at: now, now }, () => stated);
    recordChange(
      db,
      {
        ...standingBy(caller, permit),
        kind: 'EMERGENCY_ACCESS',
        changed: `Emergency/${id}`,
        scope: 'PERSON',
        at: now,
      },
      organization,
    );
    return { id, until };
  });
}
