import type { Database, Moment, Written } from '@causeway/kit';
import type { Period } from '@causeway/schema';
import { intervalOf } from '../period.js';
import { careRelations, stepUps } from '../tables.js';
import { putVersion } from './put-version.js';

/** A patient under an organisation's care. */
export interface NewCareRelation {
  readonly id: string;
  readonly patient: string;
  readonly organization: string;
  readonly period: Period;
}

/** A step-up of a professional to a patient's restricted records. */
export interface NewStepUp {
  readonly id: string;
  readonly patient: string;
  readonly practitionerRole: string;
  /** FHIR dateTimes. */
  readonly since: string;
  readonly until: string;
  readonly reason: string | null;
}

/**
 * Makes a relation of care what is given, from an instant on.
 *
 * @throws PeriodError if its period cannot be read
 */
export function putCareRelation(
  database: Database,
  { id, patient, organization, period }: NewCareRelation,
  moment: Moment,
): Written {
  const { from, to } = intervalOf(period);
  const stated = { patient, organization, period, startsAt: from, endsAt: to };
  return database.inTransaction((db) =>
    putVersion(db, careRelations, { id, patient }, moment, () => stated),
  );
}

/**
 * Makes a step-up what is given, from an instant on.
 *
 * @throws PeriodError if its dates cannot be read
 */
export function putStepUp(
  database: Database,
  { id, patient, practitionerRole, since, until, reason }: NewStepUp,
  moment: Moment,
): Written {
  intervalOf({ start: since, end: until });
  const stated = { patient, practitionerRole, since, until, reason };
  return database.inTransaction((db) =>
    putVersion(db, stepUps, { id, patient }, moment, () => stated),
  );
}
