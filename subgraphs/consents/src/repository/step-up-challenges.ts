/** Challenges at rest: what a patient's code will be compared with, and how often it may still be tried. */
import { digestOfCode, digestOfKey } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, eq, lte } from 'drizzle-orm';
import { stepUpChallenges } from '../tables.js';
import type { StepUpChallengeRow } from '../tables.js';
import { forgetUnsentCodes } from './unsent-codes.js';

/** For whose records, and who asks. */
export type ChallengePair = Pick<
  StepUpChallengeRow,
  'patient' | 'practitionerRole' | 'organization'
>;

/** A challenge to be kept, with its secrets. */
export interface NewChallenge
  extends
    ChallengePair,
    Pick<StepUpChallengeRow, 'reason' | 'remainingAttempts' | 'issuedAt' | 'expiresAt'> {
  readonly key: string;
  readonly code: string;
}

/** Keeps a challenge. */
export function keepChallenge(db: Database['db'], { key, code, ...stated }: NewChallenge): void {
  const { digest: codeDigest, salt: codeSalt } = digestOfCode(key, code);
  db.insert(stepUpChallenges)
    .values({ ...stated, id: digestOfKey(key), codeDigest, codeSalt })
    .run();
}

/** The challenge with a key; undefined where there is none, or none any more. */
export function challengeOf(db: Database['db'], key: string): StepUpChallengeRow | undefined {
  return db
    .select()
    .from(stepUpChallenges)
    .where(eq(stepUpChallenges.id, digestOfKey(key)))
    .get();
}

/** Leaves a challenge fewer attempts. */
export function leaveAttempts(db: Database['db'], id: string, remainingAttempts: number): void {
  db.update(stepUpChallenges).set({ remainingAttempts }).where(eq(stepUpChallenges.id, id)).run();
}

/** Forgets a challenge that is answered, or failed. */
export function forgetChallenge(db: Database['db'], id: string): void {
  db.delete(stepUpChallenges).where(eq(stepUpChallenges.id, id)).run();
}

/** Forgets the open challenges of a pair; none of their codes is sent any more. */
export function forgetChallengesOf(
  db: Database['db'],
  { patient, practitionerRole, organization }: ChallengePair,
): void {
  const isOfPair = and(
    eq(stepUpChallenges.patient, patient),
    eq(stepUpChallenges.practitionerRole, practitionerRole),
    eq(stepUpChallenges.organization, organization),
  );
  db.delete(stepUpChallenges).where(isOfPair).run();
  const changed = referenceTo(practitionerRole);
  forgetUnsentCodes(db, { patient, kind: 'STEP_UP_CODE', changed });
}

/** Forgets challenges that nobody can answer any more at an instant (epoch milliseconds); returns how many. */
export function forgetExpiredChallenges(db: Database['db'], now: number): number {
  return db.delete(stepUpChallenges).where(lte(stepUpChallenges.expiresAt, now)).run().changes;
}

/** What the trail names as asked for: it is the professional whom the patient would let see more. */
export function referenceTo(practitionerRole: string): string {
  return `PractitionerRole/${practitionerRole}`;
}
