/** What is written of patients and related persons: by seeds, the importer and mutations. */
import type { Source } from '@causeway/kit';
import type { Period, RelationFact } from '@causeway/schema';
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Gender,
  HumanName,
  Identifier,
} from '@causeway/schema/datatypes';
import type { NotificationPreference } from './tables.js';

interface Person {
  /** Random UUID. */
  readonly id: string;
  /** The resource it is made of. */
  readonly source: Source;
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly gender: Gender | null;
  /** FHIR date. */
  readonly birthDate: string | null;
  readonly address: readonly Address[];
  readonly telecom: readonly ContactPoint[];
  /** The FHIR R4 resource as its source gave it, if it came as one. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** A patient, without the joining status and the incapability, which have a life of their own. */
export interface PatientEntry extends Person {
  /** Whether the patient has died; null where nothing is said of it. */
  readonly isDeceased: boolean | null;
  /** FHIR dateTime of death. */
  readonly deceased: string | null;
  /** BCP 47. */
  readonly preferredLanguage: string | null;
  readonly notificationPreference: NotificationPreference | null;
  /** Organization id. */
  readonly generalPractitioner: string | null;
  /**
   * Whether the patient is invented, for trying a channel: from the first writing on, for good. Where nothing is said
   * of it, one who is new is not.
   */
  readonly isTest?: boolean;
}

/** A person related to a patient. */
export interface RelatedPersonEntry extends Person {
  /** The patient's id. */
  readonly patient: string;
  /** The related person's own Patient id, where they have one. */
  readonly person: string | null;
  readonly relationship: readonly CodeableConcept[];
  readonly role: RelationFact['role'];
  readonly basis: RelationFact['basis'];
  readonly active: boolean;
  readonly period: Period;
}
