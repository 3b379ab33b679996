import {
  putIdentifiers,
  putRow,
  raiseEpoch,
  recordSource,
  recordVersion,
  withChanges,
} from '@causeway/kit';
import type { Database, Source, Written } from '@causeway/kit';
import type { JoiningStatus } from '@causeway/schema';
import { eq } from 'drizzle-orm';
import type { PatientEntry, RelatedPersonEntry } from '../entries.js';
import { checkPreference } from '../notification-preference.js';
import {
  epochs,
  identifiers,
  patients,
  patientStandings,
  relatedPersons,
  relatedPersonStandings,
  sources,
} from '../tables.js';
import type { NotificationPreference, OwnerType } from '../tables.js';
import { tellJoining } from './joining-feed.js';

/**
 * The writes of the patients subgraph. Each is a transaction of its own, and changes nothing where what it states
 * already holds. Instants (`at`) are epoch milliseconds, in the past or now; without one, a change is of now.
 */
export interface PatientWrites {
  /** Runs several writes in one transaction: all of them, or none if the work throws. */
  inTransaction<Result>(work: () => Result): Result;
  /**
   * Writes a patient. One who is new has not joined and is not known to be incapable; where nothing is said of how the
   * patient wants to be told, what they said themselves stays.
   *
   * @throws TestPatientError if a patient of a test is to be a real one, or the other way round
   */
  putPatient(entry: PatientEntry, at?: number): Written;
  /** Records a joining status; returns whether that was a change. @throws UnknownPatientError */
  setJoiningStatus(patient: string, status: JoiningStatus, at?: number): boolean;
  /** Records whether a patient is incapable of deciding; returns whether that was a change. @throws UnknownPatientError */
  setIncapable(patient: string, incapable: boolean, at?: number): boolean;
  /**
   * Records how a patient wants to be told.
   *
   * @throws UnknownPatientError, or NotificationPreferenceError for a preference that cannot be kept
   */
  setNotificationPreference(patient: string, preference: NotificationPreference): void;
  /** Writes a related person, with the relation as it holds from then on. */
  putRelatedPerson(entry: RelatedPersonEntry, at?: number): Written;
  /** Records that a patient or related person was merged with another resource; returns whether that was new. */
  addSource(ownerType: OwnerType, owner: string, source: Source): boolean;
}

/** A change of a patient who is not there. */
export class UnknownPatientError extends Error {
  constructor(patient: string) {
    super(`Expected the id of a patient, got ${patient}; write the patient first`);
    this.name = 'UnknownPatientError';
  }
}

/** A test patient who is to be a real one, or the other way round: test data and real records would have met. */
export class TestPatientError extends Error {
  constructor(patient: string) {
    super(
      `Expected ${patient} to stay as first written, a test patient or a real one; write another patient`,
    );
    this.name = 'TestPatientError';
  }
}

/** How a patient who is new stands. */
const NEWCOMER = { joining: 'NOT_JOINED', incapable: false, isTest: false } as const;

/** The writes over a database, by a clock that gives epoch milliseconds. */
export function patientWrites(database: Database, clock: () => number): PatientWrites {
  const change = (
    patient: string,
    at: number | undefined,
    fact: { readonly joining: JoiningStatus } | { readonly incapable: boolean },
  ): boolean =>
    database.inTransaction((db) => {
      const now = clock();
      const moment = { at: at ?? now, now };
      const isChange = recordVersion(db, patientStandings, patient, moment, (before) => {
        if (before === null) throw new UnknownPatientError(patient);
        return { ...before, ...fact };
      });
      if (isChange) raiseEpoch(db, epochs, patient);
      if (isChange && 'joining' in fact) tellJoining(db, patient, fact.joining, moment.at);
      return isChange;
    });

  return {
    inTransaction: (work) => database.inTransaction(() => work()),

    putPatient: (entry, at) =>
      database.inTransaction((db) => {
        const now = clock();
        const { source, identifier, birthDate, isTest, ...row } = entry;
        const notificationPreference =
          row.notificationPreference ?? preferenceOf(db, entry.id)?.notificationPreference ?? null;
        const written = putRow(db, patients, { ...row, notificationPreference });
        const isChange = recordVersion(
          db,
          patientStandings,
          entry.id,
          { at: at ?? now, now },
          (before) => {
            if (isTest !== undefined && before !== null && before.isTest !== isTest)
              throw new TestPatientError(entry.id);
            const standing = before ?? { ...NEWCOMER, isTest: isTest ?? NEWCOMER.isTest };
            return { ...standing, birthDate };
          },
        );
        if (isChange) raiseEpoch(db, epochs, entry.id);
        return withChanges(
          written,
          isChange,
          putIdentifiers(db, identifiers, 'Patient', entry.id, identifier),
          recordSource(db, sources, 'Patient', entry.id, source),
        );
      }),

    setJoiningStatus: (patient, joining, at) => change(patient, at, { joining }),

    setIncapable: (patient, incapable, at) => change(patient, at, { incapable }),

    setNotificationPreference: (patient, notificationPreference) => {
      database.inTransaction((db) => {
        const before = preferenceOf(db, patient);
        if (before === undefined) throw new UnknownPatientError(patient);
        checkPreference(notificationPreference, before);
        db.update(patients).set({ notificationPreference }).where(eq(patients.id, patient)).run();
      });
    },

    putRelatedPerson: (entry, at) =>
      database.inTransaction((db) => {
        const now = clock();
        const { source, identifier, person, role, basis, active, period, ...row } = entry;
        const former = db
          .select({ patient: relatedPersons.patient })
          .from(relatedPersons)
          .where(eq(relatedPersons.id, entry.id))
          .get();
        const written = putRow(db, relatedPersons, row);
        const isChange = recordVersion(
          db,
          relatedPersonStandings,
          entry.id,
          { at: at ?? now, now },
          () => ({
            person,
            role,
            basis,
            active,
            periodStart: period.start,
            periodEnd: period.end,
          }),
        );
        const isOfAnother = former !== undefined && former.patient !== entry.patient;
        if (isChange || isOfAnother) raiseEpoch(db, epochs, entry.patient);
        if (isOfAnother) raiseEpoch(db, epochs, former.patient);
        return withChanges(
          written,
          isChange,
          putIdentifiers(db, identifiers, 'RelatedPerson', entry.id, identifier),
          recordSource(db, sources, 'RelatedPerson', entry.id, source),
        );
      }),

    addSource: (ownerType, owner, source) =>
      database.inTransaction((db) => recordSource(db, sources, ownerType, owner, source)),
  };
}

/** How a patient wants to be told, and can be. */
function preferenceOf(db: Database['db'], patient: string) {
  const { notificationPreference, telecom, address } = patients;
  return db
    .select({ notificationPreference, telecom, address })
    .from(patients)
    .where(eq(patients.id, patient))
    .get();
}
