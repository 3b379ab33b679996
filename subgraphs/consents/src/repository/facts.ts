/** What decisions rest on, for any number of questions in a fixed number of statements, all of one state of the database. */
import type { Database } from '@causeway/kit';
import type { ConsentFact, ConsentFacts, ConsentFactsKey, GrantFact } from '@causeway/schema';
import { earliestInstant } from '@causeway/schema';
import { and, asc, isNull } from 'drizzle-orm';
import { careRelations, consents, epochs, grants, stepUps } from '../tables.js';
import type { CareRelationRow, ConsentRow, GrantRow, StepUpRow } from '../tables.js';
import { areAmong, isAmong } from './among.js';

/** The facts for each key, in the order of the keys, at an instant (epoch milliseconds). */
export function consentFacts(
  database: Database,
  keys: readonly ConsentFactsKey[],
  now: number,
): ConsentFacts[] {
  const rows = database.inReadTransaction((db) => readRows(db, keys));
  const epochOf = new Map(rows.epochs.map(({ owner, value }) => [owner, value]));
  const consentsOf = Map.groupBy(rows.consents, (row) => row.patient);
  const grantOf = new Map(rows.grants.map((row) => [row.owner, row]));
  const careOf = Map.groupBy(rows.careRelations, (row) => pair(row.patient, row.organization));
  const stepUpsOf = Map.groupBy(rows.stepUps, (row) => pair(row.patient, row.practitionerRole));
  return keys.map((key) => ({
    epoch: epochOf.get(key.patient ?? '') ?? 0,
    consents: (consentsOf.get(key.patient ?? '') ?? []).map(consentFact),
    grant: key.grant === null ? null : grantFact(grantOf.get(key.grant), key),
    careRelation: careFact(careOf.get(pair(key.patient, key.organization)) ?? [], now),
    stepUp: stepUpFact(stepUpsOf.get(pair(key.patient, key.practitionerRole)) ?? []),
  }));
}

function readRows(db: Database['db'], keys: readonly ConsentFactsKey[]) {
  const patients = [...new Set(keys.flatMap((key) => key.patient ?? []))];
  const grantIds = keys.flatMap(({ grant }) => grant ?? []);
  const care = keys.flatMap(({ patient, organization }) =>
    patient === null || organization === null ? [] : [[patient, organization] as const],
  );
  const roles = keys.flatMap(({ patient, practitionerRole }) =>
    patient === null || practitionerRole === null ? [] : [[patient, practitionerRole] as const],
  );
  return {
    epochs: db.select().from(epochs).where(isAmong(epochs.owner, patients)).all(),
    consents: db
      .select()
      .from(consents)
      .where(
        and(
          isNull(consents.validTo),
          isNull(consents.supersededBy),
          isAmong(consents.patient, patients),
        ),
      )
      .orderBy(asc(consents.instant), asc(consents.owner))
      .all(),
    grants: db
      .select()
      .from(grants)
      .where(and(isNull(grants.validTo), isAmong(grants.owner, grantIds)))
      .all(),
    careRelations: db
      .select()
      .from(careRelations)
      .where(
        and(
          isNull(careRelations.validTo),
          areAmong([careRelations.patient, careRelations.organization], care),
        ),
      )
      .orderBy(asc(careRelations.owner))
      .all(),
    stepUps: db
      .select()
      .from(stepUps)
      .where(
        and(isNull(stepUps.validTo), areAmong([stepUps.patient, stepUps.practitionerRole], roles)),
      )
      .orderBy(asc(stepUps.owner))
      .all(),
  };
}

function consentFact(row: ConsentRow): ConsentFact {
  const { owner, kind, status, period, decision, grantee, provision, origin } = row;
  return { id: owner, kind, status, period, decision, grantee, provision, origin };
}

/**
 * A grant is a fact only for the organisation it names and, where one is asked about, the patient; one nobody has
 * authorised yet is none.
 */
function grantFact(row: GrantRow | undefined, key: ConsentFactsKey): GrantFact | null {
  if (row === undefined || row.consent === null) return null;
  if (row.organization !== key.organization) return null;
  if (key.patient !== null && row.patient !== key.patient) return null;
  const { owner, consent, patient, organization, practitionerRole, purpose, scopes } = row;
  const { lookBack, permissions, period, state, encounter, includesRestricted } = row;
  return {
    id: owner,
    patient,
    organization,
    practitionerRole,
    purpose,
    scopes,
    lookBack,
    permissions,
    period,
    state,
    encounter,
    includesRestricted,
    consent,
  };
}

/** The relation that is open now, else any; whether it is open is the decision's to judge. */
function careFact(rows: readonly CareRelationRow[], now: number): ConsentFacts['careRelation'] {
  const open = rows.find(
    ({ startsAt, endsAt }) =>
      (startsAt === null || startsAt <= now) && (endsAt === null || endsAt >= now),
  );
  const row = open ?? rows.at(-1);
  return row === undefined ? null : { period: row.period };
}

/** The step-up that lasts longest. */
function stepUpFact(rows: readonly StepUpRow[]): ConsentFacts['stepUp'] {
  const [latest] = rows.toSorted((one, other) => endOf(other) - endOf(one));
  return latest === undefined ? null : { until: latest.until };
}

function endOf({ until }: StepUpRow): number {
  return earliestInstant(until) ?? Number.NEGATIVE_INFINITY;
}

function pair(patient: string | null, other: string | null): string {
  return JSON.stringify([patient, other]);
}
