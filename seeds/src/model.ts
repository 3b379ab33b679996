/** The invented world as plain data: what is loaded into the four subgraphs, in the words of FHIR. */
import type {
  ClinicalScope,
  ConditionFact,
  ConsentFact,
  GrantState,
  JoiningStatus,
  Period,
  ProvisionFact,
  PurposeOfUse,
  RecognitionFact,
  RelationFact,
  SharableScope,
} from '@causeway/schema';
import type { Resource } from '@causeway/records/fhir';

/** A text in the three scripts of the region, each written by hand. */
export interface LocalisedText {
  readonly en: string;
  readonly zhHant: string;
  readonly zhHans: string;
}

/** A person's name in one script. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
}

/** A person's name in the three scripts; none is derived from another. */
export interface PersonName {
  readonly en: NameParts;
  readonly zhHant: NameParts;
  readonly zhHans: NameParts;
}

/** How a patient wishes to be told of accesses to the record. */
export interface SeedNotificationPreference {
  readonly channel: 'APP' | 'SMS' | 'EMAIL' | 'POST';
  /** No notice of ordinary domestic accesses; others cannot be refused. */
  readonly refusesAccessNotices: boolean;
}

/** A standing in the eHealth system that a patient had or has. */
export interface SeedJoining {
  readonly status: JoiningStatus;
  /** From when (FHIR dateTime). */
  readonly since: string;
}

/** An invented patient. */
export interface SeedPatient {
  readonly id: string;
  /** The stable name that ids derive from: `chan-tai-man`. */
  readonly slug: string;
  readonly name: PersonName;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  /** FHIR dateTime of death. */
  readonly deceased: string | null;
  readonly hkid: string;
  readonly patientNumber: string;
  readonly residencePermit: string | null;
  readonly address: { readonly line: string; readonly district: string };
  readonly phone: string;
  readonly email: string | null;
  readonly preferredLanguage: 'en' | 'zh-Hant-HK' | 'zh-Hans-CN';
  /** Oldest first; the last one is the present standing. */
  readonly joining: readonly SeedJoining[];
  readonly notificationPreference: SeedNotificationPreference;
  readonly incapable: boolean;
  /** Nobody: there to try a channel with. */
  readonly isTest: boolean;
  /** The Organization id of the family doctor. */
  readonly generalPractitioner: string | null;
}

/** A relation of a person to a patient. */
export interface SeedRelatedPerson {
  readonly id: string;
  readonly patient: string;
  /** The related person's own Patient id, if they are a patient here. */
  readonly person: string | null;
  readonly name: PersonName;
  /** HL7 v3 RoleCode: `MTH`, `FTH`, `CHILD`, `SPS`, `GUARD`, `FRND`. */
  readonly relationship: string;
  readonly role: RelationFact['role'];
  readonly basis: RelationFact['basis'];
  readonly period: Period;
  readonly active: boolean;
}

/** What kind of healthcare provider an organisation is. */
export type OrganizationKind =
  | 'HOSPITAL'
  | 'CLINIC'
  | 'PHARMACY'
  | 'LABORATORY'
  | 'DENTAL_CLINIC'
  | 'CHINESE_MEDICINE_CLINIC'
  | 'OPERATOR';

/** An invented organisation. */
export interface SeedOrganization {
  readonly id: string;
  readonly name: LocalisedText;
  readonly kind: OrganizationKind;
  /** The number it is registered under, at home or in the Mainland. */
  readonly number: string;
  /** ISO 3166-2: `HK`, `CN-GD`. */
  readonly jurisdiction: string;
  readonly city: string | null;
  /** The date from which it is known. */
  readonly since: string;
  readonly registration: {
    readonly status: 'REGISTERED' | 'SUSPENDED' | 'CANCELLED';
    readonly period: Period;
  } | null;
  /** Whether joining counts as sharing consent for it. */
  readonly deemedConsent: boolean;
}

/** An invented public health record system. */
export interface SeedSystem {
  readonly id: string;
  readonly name: LocalisedText;
  /** The Organization id of its operator. */
  readonly operator: string;
  readonly jurisdiction: string;
  readonly endpoint: string;
  /** Where its signing keys are published. */
  readonly trustAnchor: string;
  /** The date from which it is known. */
  readonly since: string;
  readonly members: readonly string[];
}

/** An invented professional. */
export interface SeedPractitioner {
  readonly id: string;
  readonly name: PersonName;
  readonly gender: 'male' | 'female';
  readonly licence: string;
}

/** A professional's role at one organisation. */
export interface SeedPractitionerRole {
  readonly id: string;
  readonly practitioner: string;
  readonly organization: string;
  /** SCREAMING_CASE profession. */
  readonly profession: string;
  readonly specialty: string | null;
  readonly active: boolean;
  readonly period: Period;
}

/** A status that a recognition had or has. */
export interface SeedRecognitionStatus {
  readonly status: RecognitionFact['status'];
  /** From when (FHIR dateTime). */
  readonly since: string;
  readonly reason: string | null;
  /** With `SUSPENDED`: from when until when, both days included. */
  readonly suspension: { readonly start: string; readonly end: string } | null;
}

/** A recognition by the Commissioner. */
export interface SeedRecognition {
  readonly id: string;
  readonly subject: { readonly organization: string } | { readonly system: string };
  readonly status: RecognitionFact['status'];
  readonly period: Period;
  readonly conditions: readonly ConditionFact[];
  /** Oldest first; the last one is the present status. */
  readonly statusHistory: readonly SeedRecognitionStatus[];
  /** What it rests on. */
  readonly instrument: {
    readonly type: 'GBA_STANDARD_CONTRACT' | 'MEMORANDUM_OF_UNDERSTANDING';
    readonly reference: string;
  };
}

/** A duty to deposit, as the Secretary for Health specified it. */
export interface SeedDepositDuty {
  readonly id: string;
  /** Organization id. */
  readonly organization: string;
  readonly categories: readonly ClinicalScope[];
  /** ISO 8601 duration from the end of an encounter. */
  readonly within: string;
  /** The date on which it was specified, and from which it holds. */
  readonly since: string;
  readonly reason: string;
}

/** A consent of a patient. */
export interface SeedConsent {
  readonly id: string;
  readonly patient: string;
  readonly kind: ConsentFact['kind'];
  readonly status: ConsentFact['status'];
  /** The Patient id of who gave it: the patient or a substitute decision maker. */
  readonly grantor: string;
  readonly grantee: readonly string[];
  /** When it was given (FHIR dateTime). */
  readonly dateTime: string;
  /** Since when an inactive one has been so (FHIR dateTime). */
  readonly inactiveSince: string | null;
  readonly period: Period;
  readonly decision: ConsentFact['decision'];
  readonly provision: readonly ProvisionFact[];
  readonly origin: ConsentFact['origin'];
}

/** A state that a grant had or has. */
export interface SeedGrantState {
  readonly state: GrantState;
  /** From when (FHIR dateTime). */
  readonly since: string;
}

/** A cross-border grant. */
export interface SeedGrant {
  readonly id: string;
  /** The stable name of the organisation it is given to: `lianhua-bay`. */
  readonly slug: string;
  readonly patient: string;
  readonly organization: string;
  readonly practitionerRole: string | null;
  readonly purpose: PurposeOfUse;
  readonly scopes: readonly SharableScope[];
  readonly lookBack: string;
  readonly permissions: readonly ('READ' | 'DEPOSIT')[];
  readonly period: Period;
  readonly state: GrantState;
  /** Oldest first; the last one is the present state. */
  readonly stateHistory: readonly SeedGrantState[];
  readonly encounter: {
    readonly id: string;
    readonly organization: string;
    readonly open: boolean;
  } | null;
  readonly link: SeedLink | null;
  readonly includesRestricted: boolean;
  /** The Consent id that materialises it; null before it is authorised. */
  readonly consent: string | null;
}

/** The secure link of a grant, without its secret. */
export interface SeedLink {
  readonly id: string;
  readonly expiresAt: string;
  readonly remainingAttempts: number;
  readonly status: 'ACTIVE' | 'USED' | 'EXPIRED' | 'LOCKED' | 'REVOKED';
}

/** A patient under an organisation's care. */
export interface SeedCareRelation {
  readonly id: string;
  readonly patient: string;
  readonly organization: string;
  readonly period: Period;
}

/** A restricted-access step-up of a professional for a patient. */
export interface SeedStepUp {
  readonly id: string;
  readonly patient: string;
  readonly practitionerRole: string;
  readonly since: string;
  readonly until: string;
  readonly reason: string;
}

/** A clinical record: a FHIR R4 resource whose references are ids of this world. */
export interface SeedRecord {
  readonly id: string;
  readonly patient: string;
  /** The category its codes and type amount to. */
  readonly category: ClinicalScope;
  readonly author: Author;
  readonly resource: Resource;
}

/** Who made a record. */
export interface Author {
  readonly organization: string;
  readonly role: string | null;
}

/** The whole invented world, as of a local date in Hong Kong. */
export interface World {
  readonly date: string;
  readonly patients: readonly SeedPatient[];
  readonly relatedPersons: readonly SeedRelatedPerson[];
  readonly organizations: readonly SeedOrganization[];
  readonly systems: readonly SeedSystem[];
  readonly practitioners: readonly SeedPractitioner[];
  readonly practitionerRoles: readonly SeedPractitionerRole[];
  readonly recognitions: readonly SeedRecognition[];
  readonly depositDuties: readonly SeedDepositDuty[];
  readonly consents: readonly SeedConsent[];
  readonly grants: readonly SeedGrant[];
  readonly careRelations: readonly SeedCareRelation[];
  readonly stepUps: readonly SeedStepUp[];
  readonly records: readonly SeedRecord[];
}
