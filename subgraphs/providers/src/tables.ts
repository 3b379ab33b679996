/** The tables of the providers subgraph: who provides healthcare, who is recognised to, and their history. */
import { flag, index, int, json, primaryKey, table, text, word } from '@causeway/kit/columns';
import { epochTable, identifierTable, sourceTable, versionColumns } from '@causeway/kit/tables';
import type { ConditionFact, Party, ProviderFacts, RecognitionFact } from '@causeway/schema';
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Gender,
  HumanName,
} from '@causeway/schema/datatypes';

export { depositDuties, dutyEvents } from './duties/tables.js';

/** What has identifiers, names and sources in this subgraph. */
export type OwnerType =
  'Organization' | 'PublicHealthRecordSystem' | 'Practitioner' | 'PractitionerRole';

/** What can be recognised. */
export type RecognitionSubjectType = 'Organization' | 'PublicHealthRecordSystem';

/** What a recognition rests on: a standard contract of the Greater Bay Area as filed, or a memorandum. */
export type InstrumentType = 'GBA_STANDARD_CONTRACT' | 'MEMORANDUM_OF_UNDERSTANDING';

/** What sets some recognitions apart: the providers of the Elderly Health Care Voucher Greater Bay Area Pilot Scheme. */
export type RecognitionCategory = 'EHCV_GBA_PILOT';

/** The status of a domestic registration. */
export type RegistrationStatus = NonNullable<
  NonNullable<ProviderFacts['organization']>['registration']
>['status'];

/** Business identifiers of every kind of provider. */
export const identifiers = identifierTable<OwnerType>();

/** Which resources providers were made of. */
export const sources = sourceTable<OwnerType>();

/** How often facts of providers have changed: one counter for all of them, under `FACTS_OWNER`. */
export const epochs = epochTable();

/** The owner of the one epoch. */
export const FACTS_OWNER = 'providers';

/** Names of organisations and systems, one for each script, in order. */
export const localisedNames = table(
  'localised_name',
  {
    owner: text('owner').notNull(),
    position: int('position').notNull(),
    /** BCP 47. */
    language: text('language').notNull(),
    text: text('text').notNull(),
  },
  (columns) => [primaryKey({ columns: [columns.owner, columns.position] })],
);

/** Organisations, less what decisions read of them. */
export const organizations = table('organization', {
  /** Random UUID. */
  id: text('id').primaryKey(),
  active: flag('active'),
  type: json<readonly CodeableConcept[]>('type').notNull(),
  telecom: json<readonly ContactPoint[]>('telecom').notNull(),
  address: json<readonly Address[]>('address').notNull(),
  /** Organization id. */
  partOf: text('part_of'),
  /** The FHIR R4 resource as its source gave it, for what these columns leave out. */
  content: json<Readonly<Record<string, unknown>>>('content'),
});

/** What decisions read of an organisation, with its history; the owner is the Organization id. */
export const organizationStandings = table(
  'organization_standing',
  {
    ...versionColumns(),
    /** ISO 3166-2: `HK`, `CN-GD`. */
    jurisdiction: text('jurisdiction').notNull(),
    city: text('city'),
    /** Of the registration as a domestic healthcare provider; null where there is none. */
    registrationStatus: word<RegistrationStatus>('registration_status'),
    registrationStart: text('registration_start'),
    registrationEnd: text('registration_end'),
    /** Whether joining counts as sharing consent for it. */
    deemedConsent: flag('deemed_consent').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    index('organization_standing_jurisdiction').on(columns.jurisdiction),
  ],
);

/** Healthcare professionals. */
export const practitioners = table('practitioner', {
  /** Random UUID. */
  id: text('id').primaryKey(),
  active: flag('active'),
  name: json<readonly HumanName[]>('name').notNull(),
  gender: word<Gender>('gender'),
  telecom: json<readonly ContactPoint[]>('telecom').notNull(),
  /** The FHIR R4 resource as its source gave it, for what these columns leave out. */
  content: json<Readonly<Record<string, unknown>>>('content'),
});

/** Roles of professionals at organisations, less what decisions read of them. */
export const practitionerRoles = table(
  'practitioner_role',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Practitioner id. */
    practitioner: text('practitioner'),
    code: json<readonly CodeableConcept[]>('code').notNull(),
    specialty: json<readonly CodeableConcept[]>('specialty').notNull(),
    /** The number of the licence or registration that the role rests on. */
    licenceRef: text('licence_ref'),
    /** The FHIR R4 resource as its source gave it, for what these columns leave out. */
    content: json<Readonly<Record<string, unknown>>>('content'),
  },
  (columns) => [index('practitioner_role_practitioner').on(columns.practitioner)],
);

/** What decisions read of a role, with its history; the owner is the PractitionerRole id. */
export const practitionerRoleStandings = table(
  'practitioner_role_standing',
  {
    ...versionColumns(),
    /** Organization id; a role at none acts for nobody. */
    organization: text('organization'),
    active: flag('active').notNull(),
    /** FHIR dateTimes. */
    periodStart: text('period_start'),
    periodEnd: text('period_end'),
    /** SCREAMING_CASE. */
    profession: text('profession').notNull(),
  },
  (columns) => [primaryKey({ columns: [columns.owner, columns.validFrom] })],
);

/** Public health record systems, less what decisions read of them. */
export const systems = table('public_health_record_system', {
  /** Random UUID. */
  id: text('id').primaryKey(),
  /** Organization id. */
  operator: text('operator').notNull(),
  /** ISO 3166-2. */
  jurisdiction: text('jurisdiction').notNull(),
  endpoint: text('endpoint'),
  /** Where the keys it signs with are published. */
  trustAnchor: text('trust_anchor'),
});

/** What decisions read of a system, with its history; the owner is the PublicHealthRecordSystem id. */
export const systemStandings = table(
  'public_health_record_system_standing',
  {
    ...versionColumns(),
    /** Organization ids. */
    members: json<readonly string[]>('members').notNull(),
  },
  (columns) => [primaryKey({ columns: [columns.owner, columns.validFrom] })],
);

/** Recognitions of providers and systems outside Hong Kong, less their state. */
export const recognitions = table(
  'recognition',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    subjectType: word<RecognitionSubjectType>('subject_type').notNull(),
    subject: text('subject').notNull(),
    instrumentType: word<InstrumentType>('instrument_type'),
    /** The filing number of the contract, or the reference of the memorandum. */
    instrumentReference: text('instrument_reference'),
  },
  (columns) => [index('recognition_subject').on(columns.subject)],
);

/** The categories of recognitions, in order; the owner is the Recognition id. */
export const recognitionCategories = table(
  'recognition_category',
  {
    owner: text('owner').notNull(),
    position: int('position').notNull(),
    category: word<RecognitionCategory>('category').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.position] }),
    index('recognition_category_category').on(columns.category),
  ],
);

/** The state of a recognition and its conditions, with their history; the owner is the Recognition id. */
export const recognitionStandings = table(
  'recognition_standing',
  {
    ...versionColumns(),
    status: word<RecognitionFact['status']>('status').notNull(),
    /** Why the step to this state was taken. */
    reason: text('reason'),
    /** The subject of the office that recorded it; null for what time made, or a source stated. */
    recordedBy: text('recorded_by'),
    /** FHIR dateTimes. */
    periodStart: text('period_start'),
    periodEnd: text('period_end'),
    /** Both set while suspended, and only then. */
    suspensionStart: text('suspension_start'),
    suspensionEnd: text('suspension_end'),
    /** Of any kind, known or not. */
    conditions: json<readonly ConditionFact[]>('conditions').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    index('recognition_standing_status').on(columns.status),
  ],
);

/** A state of a recognition. */
export type RecognitionStandingRow = typeof recognitionStandings.$inferSelect;

/**
 * Organisations and public health record systems as they were after each change of what others are told of them. Only
 * ever appended to: triggers of the database hold that.
 */
export const partyEvents = table(
  'party_event',
  {
    /** From 1, without gaps. */
    position: int('position').primaryKey(),
    /** Organization or PublicHealthRecordSystem id. */
    owner: text('owner').notNull(),
    /** When it changed, in epoch milliseconds. */
    at: int('at').notNull(),
    party: json<Party>('party').notNull(),
  },
  (columns) => [index('party_event_owner').on(columns.owner)],
);
