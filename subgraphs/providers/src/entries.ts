/** What is written of providers: by seeds, the importer and mutations. */
import type { Source } from '@causeway/kit';
import type { ConditionFact, Period, RecognitionFact } from '@causeway/schema';
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Gender,
  HumanName,
  Identifier,
} from '@causeway/schema/datatypes';
import type { LocalisedText } from './localised-text.js';
import type {
  InstrumentType,
  RecognitionCategory,
  RecognitionSubjectType,
  RegistrationStatus,
} from './tables.js';

interface Provider {
  /** Random UUID. */
  readonly id: string;
  /** The resource it is made of. */
  readonly source: Source;
  readonly identifier: readonly Identifier[];
}

interface Resource {
  /** The FHIR R4 resource as its source gave it, if it came as one. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** An organisation, without its registration, which has a life of its own. */
export interface OrganizationEntry extends Provider, Resource {
  /** One for each script. */
  readonly name: readonly LocalisedText[];
  readonly active: boolean | null;
  readonly type: readonly CodeableConcept[];
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
  /** Organization id. */
  readonly partOf: string | null;
  /** ISO 3166-2: `HK`, `CN-GD`. */
  readonly jurisdiction: string;
  readonly city: string | null;
}

/** How an organisation stands as a domestic healthcare provider. */
export interface Registration {
  /** Null where it is not registered. */
  readonly registration: { readonly status: RegistrationStatus; readonly period: Period } | null;
  /** Whether joining counts as sharing consent for it: public bodies by law. */
  readonly deemedConsent: boolean;
}

/** A healthcare professional. */
export interface PractitionerEntry extends Provider, Resource {
  /** One for each script. */
  readonly name: readonly HumanName[];
  readonly active: boolean | null;
  readonly gender: Gender | null;
  readonly telecom: readonly ContactPoint[];
}

/** What a professional does at an organisation. */
export interface PractitionerRoleEntry extends Provider, Resource {
  /** Practitioner id. */
  readonly practitioner: string | null;
  /** Organization id; a role at none acts for nobody. */
  readonly organization: string | null;
  /** SCREAMING_CASE: `DOCTOR`, `PHARMACIST`. */
  readonly profession: string;
  readonly code: readonly CodeableConcept[];
  readonly specialty: readonly CodeableConcept[];
  /** The number of the licence or registration that the role rests on. */
  readonly licenceRef: string | null;
  readonly active: boolean;
  readonly period: Period;
}

/** A public health record system outside Hong Kong. */
export interface PublicHealthRecordSystemEntry extends Provider {
  /** One for each script. */
  readonly name: readonly LocalisedText[];
  /** Organization id. */
  readonly operator: string;
  /** ISO 3166-2. */
  readonly jurisdiction: string;
  readonly endpoint: string | null;
  /** Where the keys it signs with are published. */
  readonly trustAnchor: string | null;
  /** Organization ids. */
  readonly members: readonly string[];
}

/** Who takes a step in a recognition's life, and why. */
export interface StepRecord {
  readonly reason: string | null;
  /** The subject of the office that takes it; left out for what time made, or a source states. */
  readonly recordedBy?: string;
}

/** A recognition, without its status, which has a life of its own; who applied for it and why count once, when it is new. */
export interface RecognitionEntry extends Partial<StepRecord> {
  /** Random UUID. */
  readonly id: string;
  readonly subject: { readonly type: RecognitionSubjectType; readonly id: string };
  readonly instrument: { readonly type: InstrumentType; readonly reference: string } | null;
  readonly period: Period;
  /** Of any kind, known or not. */
  readonly conditions: readonly ConditionFact[];
  /** None if left out. */
  readonly categories?: readonly RecognitionCategory[];
}

/** A status of a recognition, as the Commissioner gives it. */
export interface RecognitionStatusEntry extends StepRecord {
  readonly status: RecognitionFact['status'];
  /** From when until when it is suspended, with `SUSPENDED` and only with it; FHIR dates are local and inclusive. */
  readonly suspension: { readonly start: string; readonly end: string } | null;
}
