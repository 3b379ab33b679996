import { newCode, newKey } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { standingBy } from '../audit/entry.js';
import { reasonIn } from '../changes/clinical-authority.js';
import type { ClinicalAuthority } from '../changes/clinical-authority.js';
import { recordChange } from '../changes/record-change.js';
import {
  forgetChallengesOf,
  keepChallenge,
  referenceTo,
} from '../repository/step-up-challenges.js';

/** How often the code of a challenge may be tried. */
export const CODE_ATTEMPTS = 3;

/** How long a challenge can be answered, in milliseconds. */
export const CHALLENGE_LIFETIME = 5 * 60_000;

/** A challenge as it is told to the professional who asked. */
export interface StepUpChallenge {
  /** 256 random bits in base64url: nobody else can answer the challenge. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Asks a patient to let a professional see restricted records: a code goes to the patient, who passes it on by telling
 * it. A former challenge of the same professional is dead when this returns.
 *
 * @throws GraphQLError BAD_USER_INPUT for a reason that is none
 */
export function requestStepUp(
  database: Database,
  { caller, permit }: ClinicalAuthority,
  text: string,
  now: number,
): StepUpChallenge {
  const reason = reasonIn(text);
  const { patient } = permit;
  const { practitionerRole, organization } = caller;
  const [key, code] = [newKey(), newCode()];
  const expiresAt = now + CHALLENGE_LIFETIME;
  return database.inTransaction((db) => {
    forgetChallengesOf(db, { patient, practitionerRole, organization });
    keepChallenge(db, {
      patient,
      practitionerRole,
      organization,
      reason,
      key,
      code,
      remainingAttempts: CODE_ATTEMPTS,
      issuedAt: now,
      expiresAt,
    });
    recordChange(
      db,
      {
        ...standingBy(caller, permit),
        kind: 'STEP_UP_REQUESTED',
        changed: referenceTo(practitionerRole),
        scope: 'PERSON',
        at: now,
      },
      organization,
      { kind: 'STEP_UP_CODE', text: code, until: expiresAt },
    );
    return { id: key, expiresAt };
  });
}
