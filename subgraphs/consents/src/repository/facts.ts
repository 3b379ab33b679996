/** What decisions rest on, for any number of questions in a fixed number of statements, all of one state of the database. */
import { areAmong, isAmong, isInForce, onceAsOf, readByInstant, without } from '@causeway/kit';
import type { Database, VersionTable } from '@causeway/kit';
import type { ConsentFacts, ConsentFactsKey, GrantFact } from '@causeway/schema';
import { earliestInstant } from '@causeway/schema';
import { and, asc, isNull, sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import { careRelations, consents, emergencies, epochs, grants, stepUps } from '../tables.js';
import type { CareRelationRow, EmergencyRow, GrantRow, StepUpRow } from '../tables.js';

/** Answers the facts for each key, in the order of the keys, at an instant (epoch milliseconds) or at the key's own. */
export type FactsReader = (keys: readonly ConsentFactsKey[], now: number) => ConsentFacts[];

/** Reads facts by statements that are made once: every request waits for them. */
export function factsReader(database: Database): FactsReader {
  const readerAsOf = onceAsOf((at) => readerBy(database, prepareStatements(database, at)));
  return (keys, now) => readByInstant(keys, (some, at) => readerAsOf(at)(some, at ?? now));
}

function readerBy(
  database: Database,
  statements: ReturnType<typeof prepareStatements>,
): (keys: readonly ConsentFactsKey[], now: number) => ConsentFacts[] {
  return (keys, now) => {
    const asked = { ...lists(keys), at: now };
    const rows = database.inReadTransaction(() => ({
      epochs: statements.epochs.all(asked),
      consents: statements.consents.all(asked),
      grants: statements.grants.all(asked),
      careRelations: statements.careRelations.all(asked),
      stepUps: statements.stepUps.all(asked),
      emergencies: statements.emergencies.all(asked),
    }));
    const epochOf = new Map<string | null, number>(
      rows.epochs.map(({ owner, value }) => [owner, value]),
    );
    const consentsOf = Map.groupBy(rows.consents, (row): string | null => row.patient);
    const grantOf = new Map<string | null, GrantRow>(rows.grants.map((row) => [row.owner, row]));
    const careOf = Map.groupBy(rows.careRelations, (row) => pair(row.patient, row.organization));
    const stepUpsOf = Map.groupBy(rows.stepUps, (row) => pair(row.patient, row.practitionerRole));
    const emergenciesOf = Map.groupBy(rows.emergencies, (row) =>
      pair(row.patient, row.practitionerRole),
    );
    return keys.map((key) => ({
      epoch: epochOf.get(key.patient) ?? 0,
      consents: (consentsOf.get(key.patient) ?? []).map((row) => without(row, 'patient')),
      grant: grantFact(grantOf.get(key.grant), key, now),
      careRelation: careFact(careOf.get(pair(key.patient, key.organization)) ?? [], now),
      stepUp: stepUpFact(stepUpsOf.get(pair(key.patient, key.practitionerRole)) ?? []),
      emergency: emergencyFact(emergenciesOf.get(pair(key.patient, key.practitionerRole)) ?? []),
    }));
  };
}

/** What the statements are asked about, as JSON texts. */
function lists(keys: readonly ConsentFactsKey[]) {
  const pairsWith = (other: 'organization' | 'practitionerRole') =>
    keys
      .filter((key) => key.patient !== null && key[other] !== null)
      .map((key) => [key.patient, key[other]]);
  return {
    patients: JSON.stringify(keys.flatMap(({ patient }) => patient ?? [])),
    grants: JSON.stringify(keys.flatMap(({ grant }) => grant ?? [])),
    care: JSON.stringify(pairsWith('organization')),
    roles: JSON.stringify(pairsWith('practitionerRole')),
  };
}

/** Statements about what is in force, or about what was at an instant. */
function prepareStatements({ db }: Database, at?: Placeholder) {
  const held = (table: VersionTable, isAsked: SQL): SQL | undefined =>
    at === undefined
      ? and(isInForce(table), isAsked)
      : and(isInForce(table, at), hadBy(table, isAsked));
  const { owner: id, patient, kind, status, period, decision } = consents;
  const { grantee, provision, origin } = consents;
  const patients = sql.placeholder('patients');
  return {
    epochs: db.select().from(epochs).where(isAmong(epochs.owner, patients)).prepare(),
    consents: db
      .select({ id, patient, kind, status, period, decision, grantee, provision, origin })
      .from(consents)
      .where(
        and(held(consents, isAmong(consents.patient, patients)), isNull(consents.supersededBy)),
      )
      .orderBy(asc(consents.instant), asc(consents.owner))
      .prepare(),
    grants: db
      .select()
      .from(grants)
      .where(held(grants, isAmong(grants.owner, sql.placeholder('grants'))))
      .prepare(),
    careRelations: db
      .select()
      .from(careRelations)
      .where(
        held(
          careRelations,
          areAmong([careRelations.patient, careRelations.organization], sql.placeholder('care')),
        ),
      )
      .orderBy(asc(careRelations.owner))
      .prepare(),
    stepUps: db
      .select()
      .from(stepUps)
      .where(
        held(
          stepUps,
          areAmong([stepUps.patient, stepUps.practitionerRole], sql.placeholder('roles')),
        ),
      )
      .orderBy(asc(stepUps.owner))
      .prepare(),
    emergencies: db
      .select()
      .from(emergencies)
      .where(
        held(
          emergencies,
          areAmong([emergencies.patient, emergencies.practitionerRole], sql.placeholder('roles')),
        ),
      )
      .orderBy(asc(emergencies.owner))
      .prepare(),
  };
}

/**
 * Whether a version is of an owner whose version in force is asked about: versions of the past are found through it, since
 * they are in no index but by their owner, and nothing passes from one patient to another.
 */
function hadBy(table: VersionTable, isAsked: SQL): SQL {
  return sql`${table.owner} in (select owner from ${table} where ${isInForce(table)} and ${isAsked})`;
}

/**
 * A grant is a fact only for the organisation it names and, where one is asked about, the patient; one nobody has
 * authorised yet is none. Its encounter ends by itself, whether or not that has been recorded.
 */
function grantFact(row: GrantRow | undefined, key: ConsentFactsKey, now: number): GrantFact | null {
  if (row === undefined || row.consent === null) return null;
  if (row.organization !== key.organization) return null;
  if (key.patient !== null && row.patient !== key.patient) return null;
  const { owner, consent, patient, organization, practitionerRole, purpose, scopes } = row;
  const { lookBack, permissions, period, state, includesRestricted } = row;
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
    encounter: encounterAt(row, now),
    deposit: depositAt(row, now),
    includesRestricted,
    consent,
  };
}

function encounterAt(
  { encounter, encounterEndsAt }: GrantRow,
  now: number,
): GrantFact['encounter'] {
  if (encounter === null) return null;
  const isOver = encounterEndsAt !== null && encounterEndsAt <= now;
  const end = encounterEndsAt === null ? {} : { endsAt: encounterEndsAt };
  return { ...encounter, ...end, open: encounter.open && !isOver };
}

/** An authorisation to deposit ends with its encounter, whatever was recorded of its end. */
function depositAt(row: GrantRow, now: number): NonNullable<GrantFact['deposit']> | null {
  const { depositUntil } = row;
  const isOpen = encounterAt(row, now)?.open ?? false;
  if (depositUntil === null || depositUntil <= now || !isOpen) return null;
  return { until: new Date(depositUntil).toISOString() };
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

/** The declaration that lasts longest. */
function emergencyFact(rows: readonly EmergencyRow[]): ConsentFacts['emergency'] {
  const [latest] = rows.toSorted((one, other) => endOf(other) - endOf(one));
  return latest === undefined ? null : { id: latest.owner, until: latest.until };
}

function endOf({ until }: Pick<StepUpRow, 'until'>): number {
  return earliestInstant(until) ?? Number.NEGATIVE_INFINITY;
}

function pair(patient: string | null, other: string | null): string {
  return JSON.stringify([patient, other]);
}
