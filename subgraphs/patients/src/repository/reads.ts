import {
  IDS,
  identifiersReader,
  isAmong,
  ownerOfSource,
  ownersOfIdentifier,
  readByIds,
  without,
} from '@causeway/kit';
import type { Database, OwnedIdentifier, Source } from '@causeway/kit';
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import {
  identifiers,
  patients,
  patientStandings,
  relatedPersons,
  relatedPersonStandings,
  sources,
} from '../tables.js';
import type { OwnerType, PatientRow, PatientStandingRow } from '../tables.js';
import type { RelatedPersonRow, RelatedPersonStandingRow } from '../tables.js';

/** A patient with the standing in force. */
export type PatientRecord = Omit<PatientRow, 'content'> &
  Pick<PatientStandingRow, 'joining' | 'birthDate'>;

/** A related person with the state of the relation in force. */
export type RelatedPersonRecord = Omit<RelatedPersonRow, 'content'> &
  Omit<RelatedPersonStandingRow, 'owner' | 'validFrom' | 'validTo'>;

/** The reads of the patients subgraph: one statement each. */
export interface PatientReads {
  /** The patients of the ids that are there, in no order. */
  patientsById(ids: readonly string[]): PatientRecord[];
  /** The identifiers of several patients, in the order of each. */
  identifiersOf(owners: readonly string[]): OwnedIdentifier[];
  /** The people related to several patients, by id. */
  relatedPersonsOf(patientIds: readonly string[]): RelatedPersonRecord[];
  /** The related persons of the ids that are there, in no order. */
  relatedPersonsById(ids: readonly string[]): RelatedPersonRecord[];
  /** The relations in which several persons act, known by their own Patient ids; by the id of each relation. */
  relationsOfPersons(persons: readonly string[]): RelatedPersonRecord[];
  /** The FHIR resource that a patient or related person was made of; null where it was made of none. */
  resourceOf(ownerType: OwnerType, id: string): Readonly<Record<string, unknown>> | null;
  /** A patient's states, oldest first. */
  standingsOf(patient: string): PatientStandingRow[];
  /** The states of a relation, oldest first. */
  relationStandingsOf(relatedPerson: string): RelatedPersonStandingRow[];
  /** The id of what a resource of a source became, null where it has not been seen. */
  idOfSource(ownerType: OwnerType, source: Source): string | null;
  /** The ids of those who have a business identifier, compared by its normal form; normally one or none. */
  idsByIdentifier(ownerType: OwnerType, system: string, value: string): string[];
}

/** The reads over a database. */
export function patientReads({ db }: Database): PatientReads {
  const patientColumns = without(getTableColumns(patients), 'content');
  const relatedPersonColumns = without(getTableColumns(relatedPersons), 'content');
  const relationColumns = without(
    getTableColumns(relatedPersonStandings),
    'owner',
    'validFrom',
    'validTo',
  );

  const relatedPersonsInForce = () =>
    db
      .select({ ...relatedPersonColumns, ...relationColumns })
      .from(relatedPersons)
      .innerJoin(
        relatedPersonStandings,
        and(
          eq(relatedPersonStandings.owner, relatedPersons.id),
          isNull(relatedPersonStandings.validTo),
        ),
      );

  return {
    patientsById: readByIds(
      db
        .select({
          ...patientColumns,
          joining: patientStandings.joining,
          birthDate: patientStandings.birthDate,
        })
        .from(patients)
        .innerJoin(
          patientStandings,
          and(eq(patientStandings.owner, patients.id), isNull(patientStandings.validTo)),
        )
        .where(isAmong(patients.id, IDS))
        .prepare(),
    ),

    identifiersOf: identifiersReader(db, identifiers),

    relatedPersonsOf: readByIds(
      relatedPersonsInForce()
        .where(isAmong(relatedPersons.patient, IDS))
        .orderBy(asc(relatedPersons.id))
        .prepare(),
    ),

    relatedPersonsById: readByIds(
      relatedPersonsInForce().where(isAmong(relatedPersons.id, IDS)).prepare(),
    ),

    relationsOfPersons: readByIds(
      relatedPersonsInForce()
        .where(isAmong(relatedPersonStandings.person, IDS))
        .orderBy(asc(relatedPersons.id))
        .prepare(),
    ),

    resourceOf: (ownerType, id) => {
      const from = ownerType === 'Patient' ? patients : relatedPersons;
      return (
        db.select({ content: from.content }).from(from).where(eq(from.id, id)).get()?.content ??
        null
      );
    },

    standingsOf: (patient) =>
      db
        .select()
        .from(patientStandings)
        .where(eq(patientStandings.owner, patient))
        .orderBy(asc(patientStandings.validFrom))
        .all(),

    relationStandingsOf: (relatedPerson) =>
      db
        .select()
        .from(relatedPersonStandings)
        .where(eq(relatedPersonStandings.owner, relatedPerson))
        .orderBy(asc(relatedPersonStandings.validFrom))
        .all(),

    idOfSource: (ownerType, source) => ownerOfSource(db, sources, ownerType, source),

    idsByIdentifier: (ownerType, system, value) =>
      ownersOfIdentifier(db, identifiers, ownerType, system, value),
  };
}
