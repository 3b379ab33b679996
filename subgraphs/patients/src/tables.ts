/** The tables of the patients subgraph: patients, their identifiers, the people related to them, and their history. */
import { flag, index, int, json, primaryKey, table, text, word } from '@causeway/kit/columns';
import { epochTable, identifierTable, sourceTable, versionColumns } from '@causeway/kit/tables';
import type { JoiningStatus, RelationFact } from '@causeway/schema';
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Gender,
  HumanName,
} from '@causeway/schema/datatypes';

/** How a patient wishes to be told of accesses. */
export interface NotificationPreference {
  readonly channel: 'APP' | 'SMS' | 'EMAIL' | 'POST';
  /** BCP 47. */
  readonly language: string;
  /** The patient wants no notice of ordinary domestic accesses; others cannot be refused. */
  readonly refusesAccessNotices: boolean;
}

/** Patients, less what decisions read of them. */
export const patients = table('patient', {
  /** Random UUID. */
  id: text('id').primaryKey(),
  name: json<readonly HumanName[]>('name').notNull(),
  gender: word<Gender>('gender'),
  /** Whether the patient has died; null where nothing is said of it. */
  isDeceased: flag('is_deceased'),
  /** FHIR dateTime of death. */
  deceased: text('deceased'),
  address: json<readonly Address[]>('address').notNull(),
  telecom: json<readonly ContactPoint[]>('telecom').notNull(),
  /** BCP 47. */
  preferredLanguage: text('preferred_language'),
  notificationPreference: json<NotificationPreference>('notification_preference'),
  /** Organization id. */
  generalPractitioner: text('general_practitioner'),
  /** The FHIR R4 resource as its source gave it, for what these columns leave out. */
  content: json<Readonly<Record<string, unknown>>>('content'),
});

/** A patient as stored. */
export type PatientRow = typeof patients.$inferSelect;

/** What has identifiers and sources in this subgraph. */
export type OwnerType = 'Patient' | 'RelatedPerson';

/** Business identifiers of patients and related persons. */
export const identifiers = identifierTable<OwnerType>();

/** Which resources patients and related persons were made of. */
export const sources = sourceTable<OwnerType>();

/** What decisions read of a patient, with its history; the owner is the Patient id. */
export const patientStandings = table(
  'patient_standing',
  {
    ...versionColumns(),
    joining: word<JoiningStatus>('joining').notNull(),
    /** FHIR date. */
    birthDate: text('birth_date'),
    /** Found incapable of deciding. */
    incapable: flag('incapable').notNull(),
    /** Invented, for trying a channel. */
    isTest: flag('is_test').notNull().default(false),
  },
  (columns) => [primaryKey({ columns: [columns.owner, columns.validFrom] })],
);

/** A state of a patient's standing. */
export type PatientStandingRow = typeof patientStandings.$inferSelect;

/** People related to patients, less what decisions read of them. */
export const relatedPersons = table(
  'related_person',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    relationship: json<readonly CodeableConcept[]>('relationship').notNull(),
    name: json<readonly HumanName[]>('name').notNull(),
    gender: word<Gender>('gender'),
    birthDate: text('birth_date'),
    address: json<readonly Address[]>('address').notNull(),
    telecom: json<readonly ContactPoint[]>('telecom').notNull(),
    /** The FHIR R4 resource as its source gave it, for what these columns leave out. */
    content: json<Readonly<Record<string, unknown>>>('content'),
  },
  (columns) => [index('related_person_patient').on(columns.patient)],
);

/** A related person as stored. */
export type RelatedPersonRow = typeof relatedPersons.$inferSelect;

/** What decisions read of a relation, with its history; the owner is the RelatedPerson id. */
export const relatedPersonStandings = table(
  'related_person_standing',
  {
    ...versionColumns(),
    /** The related person's own Patient id, where they have one: under it they are known as a caller. */
    person: text('person'),
    role: word<RelationFact['role']>('role').notNull(),
    basis: word<NonNullable<RelationFact['basis']>>('basis'),
    active: flag('active').notNull(),
    /** FHIR dateTimes of the relation's period. */
    periodStart: text('period_start'),
    periodEnd: text('period_end'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    index('related_person_standing_person').on(columns.person),
  ],
);

/** A state of a relation. */
export type RelatedPersonStandingRow = typeof relatedPersonStandings.$inferSelect;

/** How often the facts of a patient have changed; the owner is the Patient id. */
export const epochs = epochTable();

/**
 * The standings of patients after each change of their joining, for others to be told of. Only ever appended to:
 * triggers of the database hold that.
 */
export const joiningEvents = table(
  'joining_event',
  {
    /** From 1, without gaps. */
    position: int('position').primaryKey(),
    /** When it changed, in epoch milliseconds. */
    at: int('at').notNull(),
    /** Patient id. */
    patient: text('patient').notNull(),
    joining: word<JoiningStatus>('joining').notNull(),
  },
  (columns) => [index('joining_event_patient').on(columns.patient)],
);

/** How far others have come in taking in the standings of patients; one row, under `JOINING_READER`. */
export const joiningAcknowledgements = table('joining_acknowledgement', {
  reader: text('reader').primaryKey(),
  position: int('position').notNull(),
});

/** Who takes in the standings of patients. */
export const JOINING_READER = 'consents';
