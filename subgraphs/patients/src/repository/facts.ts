import { isInForce, readByInstant, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { PatientFacts, PatientFactsKey, RelationFact } from '@causeway/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { epochs, patientStandings, relatedPersons, relatedPersonStandings } from '../tables.js';

/**
 * The facts of each key, in order, and null for a patient who is not there: what is registered now, or was at the key's
 * instant, whatever the clock says of periods. Two statements in one read transaction, however many keys of an instant.
 */
export function patientFacts(
  database: Database,
  keys: readonly PatientFactsKey[],
): (PatientFacts | null)[] {
  return readByInstant(keys, (some, at) => factsAsOf(database, some, at));
}

function factsAsOf(
  database: Database,
  keys: readonly PatientFactsKey[],
  at: number | undefined,
): (PatientFacts | null)[] {
  const patients = [...new Set(keys.map((key) => key.patient))];
  const persons = [...new Set(keys.flatMap((key) => key.person ?? []))];
  return database.inReadTransaction((db) => {
    const standings = db
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
      .where(and(inArray(patientStandings.owner, patients), isInForce(patientStandings, at)))
      .all();
    const relations = db
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
          inArray(relatedPersons.patient, patients),
          inArray(relatedPersonStandings.person, persons),
          isInForce(relatedPersonStandings, at),
        ),
      )
      .orderBy(asc(relatedPersons.id))
      .all();

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
  });
}
