/**
 * The outcome of a decision, as the gateway holds it and as subgraphs obey it. Only permits travel: a patient
 * without one in the signed context is not there.
 */
import type { Code, Confidentiality } from './confidentiality.js';
import type { RefusalCode } from './error-codes.js';
import type { Period } from './facts.js';
import type { ClinicalScope, Scope } from './scopes.js';

/** What a request may want to do with a patient's data; the argument of `@patientId`. */
export const ACTIONS = ['READ', 'DEPOSIT', 'AUTHORISE', 'EMERGENCY'] as const;

/** What a request wants to do with a patient's data. EMERGENCY declares an emergency; it reads nothing. */
export type Action = (typeof ACTIONS)[number];

/** What a recipient has to observe with what is released. */
export type Obligation = 'NO_IMAGE_DOWNLOAD' | 'NO_ONWARD_TRANSFER' | 'NO_REUSE';

/** Records that a deny provision or restriction takes away: those that meet every condition that is set. */
export interface Exclusion {
  readonly category?: readonly Scope[];
  readonly securityLabel?: readonly Code[];
  readonly code?: readonly Code[];
  readonly authoredBy?: readonly string[];
  readonly dataPeriod?: Period;
  readonly records?: readonly string[];
  /** Ids of what the records are related to. What a record is related to may not be known: then it may be to these. */
  readonly related?: readonly string[];
  /** What is spared all the same: records that surely meet every condition of one of these. */
  readonly except?: readonly Exclusion[];
}

/** A permit for (caller, purpose, patient): what of this patient's records may be released, and under which duties. */
export interface Permit {
  readonly effect: 'permit';
  readonly patient: string;
  readonly action: Action;
  /** Scopes released, clinical and administrative; DEPOSIT alone where the action is DEPOSIT. */
  readonly scopes: readonly Scope[];
  /**
   * Why administrative records are released: the caller stands for the patient, is a party to the record, or
   * holds an office.
   */
  readonly administrativeBasis: 'SUBJECT' | 'PARTY' | 'OFFICE';
  /** The ids under which the caller is a party: organisation, or the person's own. */
  readonly parties: readonly string[];
  /** Look-back: clinical dates from this instant on (epoch milliseconds, inclusive); null is no bound. */
  readonly windowStart: number | null;
  /** Confidentiality levels released. */
  readonly confidentiality: readonly Confidentiality[];
  /** Records that this organisation authored are released whatever their confidentiality. */
  readonly authorOrganization: string | null;
  readonly exclusions: readonly Exclusion[];
  /** The scopes that are not released, with the refusal each one gives. */
  readonly refusals: Readonly<Partial<Record<Scope, RefusalCode>>>;
  /** Refused scopes that the patient could still be asked for. */
  readonly requestable?: readonly Scope[];
  readonly obligations: readonly Obligation[];
  /** Whether the caller stands outside Hong Kong, so that `@domestic` values stay. */
  readonly abroad: boolean;
  /** When the permit ends at the latest (instant), null when nothing known ends it. */
  readonly until: string | null;
  /** The consents and the grant it rests on. */
  readonly basis: readonly string[];
  /** Consent ids in force for the caller of which something could not be interpreted; it denies. */
  readonly uninterpreted?: readonly string[];
  /**
   * DEPOSIT: the categories of which records may be deposited. They are not among the scopes: who may deposit a record
   * may not read one by it.
   */
  readonly depositable?: readonly ClinicalScope[];
  /** DEPOSIT: the encounter that is open, of which records may be deposited; null at home. */
  readonly encounter?: { readonly id: string; readonly organization: string } | null;
  /** DEPOSIT: the CrossBorderGrant it rests on; null at home. */
  readonly grant?: string | null;
  /** DEPOSIT: ISO 3166-2, where the depositing organisation is; records know no provider. */
  readonly jurisdiction?: string;
}

/** Why nothing of the patient is released. Internal: the caller never learns it. */
export interface Deny {
  readonly effect: 'deny';
  readonly patient: string;
  readonly action: Action;
  readonly gate: Gate;
  readonly reason: string;
}

/** The gates of `domain.md` 4.7, in their order. */
export const GATES = [
  'CALLER',
  'PRACTITIONER_ROLE',
  'ORGANIZATION',
  'PURPOSE',
  'JOINING',
  'RELATION',
  'CONSENT',
  'CATEGORY',
  'DATA_PERIOD',
  'PROVISION',
  'LABEL',
  'OBLIGATION',
  'AUDIT',
] as const;

/** A gate of the decision algorithm. */
export type Gate = (typeof GATES)[number];

/** A permit or a deny; there is nothing between them. */
export type Decision = Permit | Deny;

/** What a decision reads of one record: exactly what `@subject` names. */
export interface RecordFacts {
  readonly patient: string | null;
  readonly id: string | null;
  readonly category: string | null;
  /** The clinical date as the record gives it (FHIR dateTime). */
  readonly date: string | null;
  readonly security: readonly Code[];
  /** Null where it was not fetched. */
  readonly author: readonly string[] | null;
  /** Null where it was not fetched. */
  readonly code: readonly Code[] | null;
  readonly party: readonly string[];
  /** Ids of what it is related to, such as its encounter; absent where that is not known. */
  readonly related?: readonly string[];
}
