/**
 * The facts that a decision rests on, as each owner answers them: the shape of the internal `patientFacts`,
 * `providerFacts` and `consentFacts` root fields. Facts are never cached across requests. An `epoch` is a
 * counter that grows with every change of what the answer was made from, read in the same transaction.
 */
import type { Code } from './confidentiality.js';
import type { RecordFacts } from './decision.js';
import type { PurposeOfUse } from './purpose-of-use.js';
import type { Scope, SharableScope } from './scopes.js';

/** An inclusive period: FHIR dates (local, +08:00) or instants; null is open. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

/** What facts are asked as of. */
interface AsOf {
  /** Facts as they stood at an instant of the past, in epoch milliseconds; as they stand where absent. */
  readonly at?: number;
}

/** Which patient, and which person asks, if a person does. */
export interface PatientFactsKey extends AsOf {
  readonly patient: string;
  readonly person: string | null;
}

/** `domain.md` 4.1: the patient's standing in the eHealth system. */
export type JoiningStatus = 'NOT_JOINED' | 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN' | 'DECEASED';

/** How the asking person is related to the patient, as registered. */
export interface RelationFact {
  readonly role: 'SDM' | 'CAREGIVER' | 'AUTHORISED_PERSON' | 'CONTACT';
  readonly basis: 'PARENT' | 'GUARDIAN' | 'COURT' | 'FAMILY' | 'CO_RESIDENT' | null;
  readonly active: boolean;
  readonly period: Period;
}

/** What the patients subgraph knows; null for a patient who is not there. */
export interface PatientFacts {
  readonly epoch: number;
  readonly joining: JoiningStatus;
  readonly birthDate: string | null;
  /** Whether the patient, being 16 or older, has been found incapable of deciding. */
  readonly incapable: boolean;
  /** Whether the patient is invented, for trying a channel: such data never mixes with real records. */
  readonly isTest: boolean;
  /** The asking person's relations to this patient; empty for others and for the patient themself. */
  readonly relations: readonly RelationFact[];
}

/** Which parties ask. */
export interface ProviderFactsKey extends AsOf {
  readonly practitionerRole: string;
  readonly organization: string;
  readonly system: string | null;
}

/** One condition of a recognition; the kind is text, since an unknown kind has to be seen to deny. */
export interface ConditionFact {
  readonly kind: string;
  readonly value: string;
}

/** The recognition of a non-Hong Kong provider or public health record system in force now. */
export interface RecognitionFact {
  readonly id: string;
  readonly status:
    'APPLIED' | 'RECOGNISED' | 'SUSPENDED' | 'CANCELLED' | 'EXPIRED' | 'WITHDRAWN' | 'REFUSED';
  readonly period: Period;
  /** While suspended: the end of the suspension, always set. */
  readonly suspension: Period | null;
  readonly conditions: readonly ConditionFact[];
}

/** What the providers subgraph knows of the parties that ask. */
export interface ProviderFacts {
  readonly epoch: number;
  readonly organization: {
    readonly id: string;
    /** ISO 3166-2: `HK`, `CN-GD`. */
    readonly jurisdiction: string;
    readonly city: string | null;
    /** Registration as a domestic healthcare provider. */
    readonly registration: {
      readonly status: 'REGISTERED' | 'SUSPENDED' | 'CANCELLED';
      readonly period: Period;
    } | null;
    readonly recognition: RecognitionFact | null;
    /** Whether joining counts as sharing consent for it: public bodies by law. */
    readonly deemedConsent: boolean;
  } | null;
  readonly practitionerRole: {
    readonly id: string;
    readonly organization: string;
    readonly active: boolean;
    readonly period: Period;
    /** SCREAMING_CASE profession: `DOCTOR`, `PHARMACIST`, `CHINESE_MEDICINE_PRACTITIONER`, ... */
    readonly profession: string;
  } | null;
  readonly system: {
    readonly id: string;
    readonly recognition: RecognitionFact | null;
    readonly members: readonly string[];
  } | null;
}

/** Which patient, organisation, practitioner role and grant; without a patient, only the grant is asked for. */
export interface ConsentFactsKey extends AsOf {
  readonly patient: string | null;
  readonly organization: string | null;
  readonly practitionerRole: string | null;
  readonly grant: string | null;
}

/** Whose records are watched, and which of them is asked about, if one is. */
export interface RecordFactsKey {
  readonly patient: string;
  /** Record id. */
  readonly record?: string;
}

/**
 * What the records subgraph knows of a patient's records as a whole: only whether they are as they were. It is no part
 * of a decision; it tells whether labels that were checked are still those that are kept.
 */
export interface PatientRecordFacts {
  readonly epoch: number;
  /** What a decision may know of the record that was asked about; null where the patient has no such record. */
  readonly record?: TypedRecordFacts | null;
}

/** What a decision may know of one record. */
export interface TypedRecordFacts {
  /** The GraphQL type. */
  readonly type: string;
  readonly facts: RecordFacts;
}

/** A nested rule of a consent: FHIR R5 Consent.provision. Absent conditions match everything. */
export interface ProvisionFact {
  readonly type: 'permit' | 'deny';
  readonly period?: Period;
  readonly dataPeriod?: Period;
  readonly actor?: readonly string[];
  /** What is done with records. */
  readonly action?: readonly ('READ' | 'DEPOSIT')[];
  readonly purpose?: readonly string[];
  readonly securityLabel?: readonly Code[];
  readonly category?: readonly Scope[];
  readonly code?: readonly Code[];
  readonly authoredBy?: readonly string[];
  readonly records?: readonly string[];
  /** Ids of what records are related to, such as an encounter. */
  readonly related?: readonly string[];
  /** A condition of the source that could not be interpreted; it makes the consent fail closed. */
  readonly uninterpreted?: readonly string[];
  readonly provision?: readonly ProvisionFact[];
}

/** A consent of the patient, whatever its state; the decision judges the state by its own clock. */
export interface ConsentFact {
  readonly id: string;
  readonly kind: 'JOINING' | 'SHARING' | 'CROSS_BORDER' | 'RESTRICTION' | 'DEPOSIT_OBJECTION';
  readonly status: 'draft' | 'proposed' | 'active' | 'rejected' | 'inactive' | 'entered-in-error';
  readonly period: Period;
  readonly decision: 'permit' | 'deny';
  /** Organisation ids; empty means no one in particular. */
  readonly grantee: readonly string[];
  readonly provision: readonly ProvisionFact[];
  /** Only consents made through this layer can permit. */
  readonly origin: 'LAYER' | 'IMPORTED';
}

/** `domain.md` 4.6: the life of a cross-border grant. */
export type GrantState =
  | 'REQUESTED'
  | 'AUTHORISED'
  | 'LINK_ISSUED'
  | 'REDEEMED'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'REVOKED'
  | 'DECLINED'
  | 'LAPSED'
  | 'LOCKED'
  | 'SUSPENDED';

/** The grant the caller's token is bound to. */
export interface GrantFact {
  readonly id: string;
  readonly patient: string;
  readonly organization: string;
  readonly practitionerRole: string | null;
  readonly purpose: PurposeOfUse;
  readonly scopes: readonly SharableScope[];
  /** ISO 8601 duration back from the decision's local date: `P3Y`. */
  readonly lookBack: string;
  readonly permissions: readonly ('READ' | 'DEPOSIT')[];
  readonly period: Period;
  readonly state: GrantState;
  readonly encounter: {
    readonly id: string;
    readonly organization: string;
    readonly open: boolean;
    /** When it ends by itself, in epoch milliseconds; absent where that is not known. */
    readonly endsAt?: number;
  } | null;
  /** The patient's authorisation to deposit records of the encounter, in force; null without one. */
  readonly deposit?: { readonly until: string } | null;
  /** Whether the patient included restricted records by name. */
  readonly includesRestricted: boolean;
  /** The consent that materialises the grant. */
  readonly consent: string;
}

/** What the consents subgraph knows. */
export interface ConsentFacts {
  readonly epoch: number;
  readonly consents: readonly ConsentFact[];
  readonly grant: GrantFact | null;
  /** The patient is under the organisation's care. */
  readonly careRelation: { readonly period: Period } | null;
  /** A restricted-access step-up by this practitioner role for this patient. */
  readonly stepUp: { readonly until: string } | null;
  /** An emergency that this practitioner role has declared for this patient, with a reason; counts at home only. */
  readonly emergency: { readonly id: string; readonly until: string } | null;
}
