import { randomUUID } from 'node:crypto';
import { codeIn, isCodeOf, isKey } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { standingBy } from '../audit/entry.js';
import type { ClinicalAuthority } from '../changes/clinical-authority.js';
import { recordChange } from '../changes/record-change.js';
import { badInput } from '../changes/refusals.js';
import { putStepUp } from '../repository/put-care.js';
import type { StepUpChallengeRow } from '../tables.js';
import { challengeOf, forgetChallenge, leaveAttempts } from '../repository/step-up-challenges.js';
import { INPUT } from '../refusal-texts.js';

/** How long a step-up lasts, in milliseconds: a consultation. */
export const STEP_UP_LIFETIME = 3_600_000;

/** What a professional answers a challenge with. */
export interface StepUpAnswer {
  /** The challenge's id, as it was told. */
  readonly challenge: string;
  /** The code that the patient has told. */
  readonly code: string;
}

/** What came of an answer. An attempt that was made stays counted, so it is returned, not thrown. */
export type Confirmation =
  | { readonly outcome: 'CONFIRMED'; readonly id: string; readonly until: number }
  /** No challenge of this professional for this patient that can be answered. */
  | { readonly outcome: 'NOT_FOUND' }
  | { readonly outcome: 'WRONG'; readonly remainingAttempts: number };

/**
 * Answers a challenge with the patient's code: the professional may see restricted records for an hour when this
 * returns. The last wrong code ends the challenge.
 *
 * @throws GraphQLError BAD_USER_INPUT for a code that is not eight digits; that counts as no attempt
 */
export function confirmStepUp(
  database: Database,
  authority: ClinicalAuthority,
  answer: StepUpAnswer,
  now: number,
): Confirmation {
  const code = codeIn(answer.code);
  if (code === null) throw badInput(INPUT.codeNotDigits);
  const key = answer.challenge;
  if (!isKey(key)) return { outcome: 'NOT_FOUND' };
  return database.inTransaction((db) => {
    const challenge = challengeOf(db, key);
    if (challenge === undefined || !isAnswerable(challenge, authority, now)) {
      return { outcome: 'NOT_FOUND' };
    }
    const { codeDigest: digest, codeSalt: salt } = challenge;
    if (isCodeOf({ digest, salt }, key, code)) {
      forgetChallenge(db, challenge.id);
      return confirmed(database, db, authority, challenge, now);
    }
    const remainingAttempts = challenge.remainingAttempts - 1;
    if (remainingAttempts > 0) leaveAttempts(db, challenge.id, remainingAttempts);
    else forgetChallenge(db, challenge.id);
    return { outcome: 'WRONG', remainingAttempts };
  });
}

function isAnswerable(
  { patient, practitionerRole, organization, expiresAt }: StepUpChallengeRow,
  { caller, permit }: ClinicalAuthority,
  now: number,
): boolean {
  return (
    patient === permit.patient &&
    practitionerRole === caller.practitionerRole &&
    organization === caller.organization &&
    now < expiresAt
  );
}

function confirmed(
  database: Database,
  db: Database['db'],
  { caller, permit }: ClinicalAuthority,
  { patient, practitionerRole, organization, reason }: StepUpChallengeRow,
  now: number,
): Confirmation {
  const id = randomUUID();
  const until = now + STEP_UP_LIFETIME;
  putStepUp(
    database,
    {
      id,
      patient,
      practitionerRole,
      since: new Date(now).toISOString(),
      until: new Date(until).toISOString(),
      reason,
    },
    { at: now, now },
  );
  recordChange(
    db,
    {
      ...standingBy(caller, permit),
      kind: 'STEP_UP',
      changed: `StepUp/${id}`,
      scope: 'PERSON',
      at: now,
    },
    organization,
  );
  return { outcome: 'CONFIRMED', id, until };
}
