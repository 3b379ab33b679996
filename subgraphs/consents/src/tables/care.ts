/** Relations of care and step-ups with their history, and the epochs of all facts. */
import { index, int, json, primaryKey, table, text, uniqueIndex } from '@causeway/kit/columns';
import { epochTable, versionColumns } from '@causeway/kit/tables';
import type { Period } from '@causeway/schema';
import { sql } from 'drizzle-orm';

/** Versions of relations of care between patients and organisations; the owner is the relation's id. */
export const careRelations = table(
  'care_relation',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Organization id. */
    organization: text('organization').notNull(),
    period: json<Period>('period').notNull(),
    /** What `period` amounts to, in epoch milliseconds, inclusive; null is open. */
    startsAt: int('starts_at'),
    endsAt: int('ends_at'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('care_relation_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('care_relation_patient')
      .on(columns.patient)
      .where(sql`valid_to is null`),
    index('care_relation_organization')
      .on(columns.organization, columns.patient)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a relation of care. */
export type CareRelationRow = typeof careRelations.$inferSelect;

/** Versions of step-ups to restricted records; the owner is the step-up's id. */
export const stepUps = table(
  'step_up',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    /** FHIR dateTimes. */
    since: text('since').notNull(),
    until: text('until').notNull(),
    /** The reason the professional gave. */
    reason: text('reason'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('step_up_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('step_up_patient')
      .on(columns.patient)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a step-up. */
export type StepUpRow = typeof stepUps.$inferSelect;

/** Codes by which patients agree to a step-up; told to the patient alone, who tells the professional. */
export const stepUpChallenges = table('step_up_challenge', {
  /** SHA-256 of the challenge's 256 random bits, in hex: the professional who asked alone holds them. */
  id: text('id').primaryKey(),
  /** Patient id. */
  patient: text('patient').notNull(),
  practitionerRole: text('practitioner_role').notNull(),
  organization: text('organization').notNull(),
  /** The reason the professional gave. */
  reason: text('reason').notNull(),
  /** Salted digest of the code, keyed by the challenge's random bits. */
  codeDigest: text('code_digest').notNull(),
  codeSalt: text('code_salt').notNull(),
  remainingAttempts: int('remaining_attempts').notNull(),
  /** Epoch milliseconds. */
  issuedAt: int('issued_at').notNull(),
  expiresAt: int('expires_at').notNull(),
  usedAt: int('used_at'),
});

/** A challenge as stored. */
export type StepUpChallengeRow = typeof stepUpChallenges.$inferSelect;

/** Versions of declared emergencies; the owner is the declaration's id. */
export const emergencies = table(
  'emergency',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    organization: text('organization').notNull(),
    /** FHIR dateTimes. */
    since: text('since').notNull(),
    until: text('until').notNull(),
    /** The reason the professional gave. */
    reason: text('reason').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('emergency_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('emergency_patient')
      .on(columns.patient)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a declared emergency. */
export type EmergencyRow = typeof emergencies.$inferSelect;

/** How often the facts of a patient have changed; the owner is the Patient id. */
export const epochs = epochTable();
