import { isAmong, isInForce, onceAsOf, readByInstant, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { PatientFacts, PatientFactsKey, RelationFact } from '@causeway/schema';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Placeholder } from 'drizzle-orm';
import { epochs, patientStandings, relatedPersons, relatedPersonStandings } from '../tables.js';

/**
 * Answers the facts of each key, in order, and null for a patient who is not there: what is registered now, or was at the
 * key's instant, whatever the clock says of periods. Two statements in one read transaction, however many keys of an instant.
 */
export type PatientFactsReader = (keys: readonly PatientFactsKey[]) => (PatientFacts | null)[];

/** Reads facts by statements that are made once: every request waits for them. */
export function patientFactsReader(database: Database): PatientFactsReader {
  const statementsAsOf = onceAsOf((at) => prepareStatements(database, at));
  return (keys) =>
    readByInstant(keys, (some, at) => factsBy(database, statementsAsOf(at), some, at));
}

/** Statements about what is registered, or was at an instant. */
function prepareStatements({ db }: Database, at?: Placeholder) {
  const patients = sql.placeholder('patients');
  return {
    standings: db
      .select({
        patient: patientStandings.owner,
        joining: patientStandings.joining,
        birthDate: patientStandings.birthDate,
        incapable: patientStandings.incapable,
        isTest: patientStandings.isTest,
        epoch: epochs.value,
      })
      .from(patientStandings)
      // INVARIANT: every standing was written together with an epoch.
      .innerJoin(epochs, eq(epochs.owner, patientStandings.owner))
      .where(and(isAmong(patientStandings.owner, patients), isInForce(patientStandings, at)))
      .prepare(),
    relations: db
      .select({
        patient: relatedPersons.patient,
        person: relatedPersonStandings.person,
        role: relatedPersonStandings.role,
        basis: relatedPersonStandings.basis,
        active: relatedPersonStandings.active,
        start: relatedPersonStandings.periodStart,
        end: relatedPersonStandings.periodEnd,
      })
      .from(relatedPersonStandings)
      .innerJoin(relatedPersons, eq(relatedPersons.id, relatedPersonStandings.owner))
      .where(
        and(
          isAmong(relatedPersons.patient, patients),
          isAmong(relatedPersonStandings.person, sql.placeholder('persons')),
          isInForce(relatedPersonStandings, at),
        ),
      )
      .orderBy(asc(relatedPersons.id))
      .prepare(),
  };
}

function factsBy(
  database: Database,
  statements: ReturnType<typeof prepareStatements>,
  keys: readonly PatientFactsKey[],
  at: number | undefined,
): (PatientFacts | null)[] {
  const patients = JSON.stringify([...new Set(keys.map((key) => key.patient))]);
  const persons = JSON.stringify([...new Set(keys.flatMap((key) => key.person ?? []))]);
  const { standings, relations } = database.inReadTransaction(() => ({
    standings: statements.standings.all({ patients, at }),
    relations: statements.relations.all({ patients, persons, at }),
  }));
  const byPatient = new Map(standings.map((standing) => [standing.patient, standing]));
  return keys.map(({ patient, person }) => {
    const standing = byPatient.get(patient);
    if (standing === undefined) return null;
    return {
      ...without(standing, 'patient'),
      relations: relations
        .filter(
          (relation) =>
            relation.patient === patient && relation.person === person && person !== patient,
        )
        .map(({ role, basis, active, start, end }): RelationFact => ({
          role,
          basis,
          active,
          period: { start, end },
        })),
    };
  });
}
