import { raiseEpoch, recordVersion } from '@causeway/kit';
import type { Database, Moment, Stated } from '@causeway/kit';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { followRecognition } from '../duties/repository/condition-duties.js';
import { filled } from '@causeway/schema';
import { RecognitionLifeCycleError } from '../recognition-life-cycle.js';
import { RECOGNITION } from '../refusal-texts.js';
import { FACTS_OWNER, epochs, recognitions, recognitionStandings } from '../tables.js';
import type { ChangedParties } from './changed-parties.js';

type Standing = Stated<typeof recognitionStandings>;

/**
 * Records how a recognition stands from a moment on, given how it stood, and what goes with every such change: one
 * recognition of a subject stands at most, duties follow its conditions, facts have another epoch, and others are told.
 * Returns whether it was a change. Called within a transaction.
 *
 * @throws RecognitionLifeCycleError where another recognition of the subject stands
 */
export function recordRecognition(
  db: Database['db'],
  changed: ChangedParties,
  recognition: string,
  moment: Moment,
  next: (before: Standing | null) => Standing,
): boolean {
  if (!recordVersion(db, recognitionStandings, recognition, moment, next)) return false;
  const subject = db
    .select({ subject: recognitions.subject })
    .from(recognitions)
    .where(eq(recognitions.id, recognition))
    .get()?.subject;
  if (subject !== undefined) {
    checkOnlyOneStands(db, subject);
    changed.note(subject, moment.at);
  }
  followRecognition(db, recognition, moment);
  raiseEpoch(db, epochs, FACTS_OWNER);
  return true;
}

function checkOnlyOneStands(db: Database['db'], subject: string): void {
  const [one, other] = db
    .select({ id: recognitions.id })
    .from(recognitions)
    .innerJoin(recognitionStandings, eq(recognitionStandings.owner, recognitions.id))
    .where(
      and(
        eq(recognitions.subject, subject),
        isNull(recognitionStandings.validTo),
        inArray(recognitionStandings.status, ['RECOGNISED', 'SUSPENDED']),
      ),
    )
    .orderBy(asc(recognitions.id))
    .all();
  if (one === undefined || other === undefined) return;
  throw new RecognitionLifeCycleError(
    filled(RECOGNITION.another, { one: one.id, other: other.id }),
  );
}
