import { momentAfter, raiseEpoch, recordVersion } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { filled, texts } from '@causeway/schema';
import type { JoiningStatus, Texts } from '@causeway/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { JoiningError } from '../joining-error.js';
import { REFUSED } from '../refusal-texts.js';
import { epochs, patients, patientStandings } from '../tables.js';
import { hasUntakenWithdrawal, tellJoining } from './joining-feed.js';
import { UnknownPatientError } from './writes.js';

/** Joining and withdrawing, as patients do it: each a transaction of its own, in force at once. */
export interface Joining {
  /** @throws UnknownPatientError, or JoiningError for a patient whose standing does not allow it */
  joinEHealth(patient: string): void;
  /** @throws UnknownPatientError, or JoiningError for a patient who has not joined */
  withdrawFromEHealth(patient: string): void;
}

/** Joining and withdrawing over a database, by a clock that gives epoch milliseconds. */
export function joining(database: Database, clock: () => number): Joining {
  const { db } = database;

  const standingOf = (patient: string) =>
    db
      .select({
        joining: patientStandings.joining,
        validFrom: patientStandings.validFrom,
        isDeceased: patients.isDeceased,
        deceased: patients.deceased,
      })
      .from(patientStandings)
      .innerJoin(patients, eq(patients.id, patientStandings.owner))
      .where(and(eq(patientStandings.owner, patient), isNull(patientStandings.validTo)))
      .get();

  const change = (
    patient: string,
    next: JoiningStatus,
    check: (standing: NonNullable<ReturnType<typeof standingOf>>) => void,
  ): void => {
    database.inTransaction(() => {
      const standing = standingOf(patient);
      if (standing === undefined) throw new UnknownPatientError(patient);
      check(standing);
      const moment = momentAfter(standing.validFrom, clock());
      recordVersion(db, patientStandings, patient, moment, (before) => {
        if (before === null) throw new UnknownPatientError(patient);
        return { ...before, joining: next };
      });
      raiseEpoch(db, epochs, patient);
      tellJoining(db, patient, next, moment.at);
    });
  };

  return {
    joinEHealth: (patient) => {
      change(patient, 'ACTIVE', ({ joining, isDeceased, deceased }) => {
        if (isDeceased === true || deceased !== null) {
          throw new JoiningError(REFUSED.died);
        }
        requireStanding(joining, ['NOT_JOINED', 'WITHDRAWN']);
        // A consent that outlived the withdrawal would be in force again.
        if (hasUntakenWithdrawal(db, patient)) {
          throw new JoiningError(REFUSED.underWay);
        }
      });
    },

    withdrawFromEHealth: (patient) => {
      change(patient, 'WITHDRAWN', ({ joining }) => {
        requireStanding(joining, ['ACTIVE', 'SUSPENDED']);
      });
    },
  };
}

function requireStanding(got: JoiningStatus, expected: readonly JoiningStatus[]): void {
  if (expected.includes(got)) return;
  throw new JoiningError(filled(REFUSED.standing, { expected: eitherOf(expected), got }));
}

/** Words of the schema, joined. */
function eitherOf(words: readonly string[]): Texts {
  return texts(words.join(' or '), words.join('或'), words.join('或'));
}
