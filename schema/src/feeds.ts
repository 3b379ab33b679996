/**
 * What one subgraph tells another of, carried by the gateway's relay: subgraphs never meet. Each event has a position
 * that grows by one; the receiver keeps how far it has come in the transaction of what it did, so that an event that
 * arrives twice counts once. Decisions never rest on these: they read the owner's facts.
 */
import type { JoiningStatus, RecognitionFact } from './facts.js';
import type { PurposeOfUse } from './purpose-of-use.js';
import type { ClinicalScope } from './scopes.js';

/** A name in one language and script. */
export interface LocalisedName {
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
}

/** What is known outside the providers subgraph of an organisation or a public health record system. */
export interface Party {
  readonly id: string;
  readonly kind: 'Organization' | 'PublicHealthRecordSystem';
  readonly names: readonly LocalisedName[];
  /** ISO 3166-2: `HK`, `CN-GD`. */
  readonly jurisdiction: string;
  /** The recognition that counts; null for a domestic party, and for one that never applied. */
  readonly recognition: RecognitionFact | null;
  /** What data may cross the boundary by: the contract as filed, or the memorandum. */
  readonly instrument?: LegalInstrument | null;
}

/** What data crosses the boundary by, beside the patient's authorisation. */
export interface LegalInstrument {
  readonly type: 'GBA_STANDARD_CONTRACT' | 'MEMORANDUM_OF_UNDERSTANDING';
  /** The filing number of the contract, or the reference of the memorandum. */
  readonly reference: string;
}

/** A party as it is after a change of it: from the providers subgraph, for the consents subgraph. */
export interface PartyEvent {
  /** From 1. */
  readonly position: number;
  /** When it changed, in epoch milliseconds. */
  readonly at: number;
  readonly party: Party;
}

/** A patient's standing after a change of it: from the patients subgraph, for the consents subgraph. */
export interface JoiningEvent {
  /** From 1. */
  readonly position: number;
  /** When it changed, in epoch milliseconds. */
  readonly at: number;
  readonly patient: string;
  readonly joining: JoiningStatus;
}

/** Records that came into a patient's account: from the records subgraph, for the consents subgraph. */
export interface DepositEvent {
  /** From 1. */
  readonly position: number;
  /** When they were taken in, in epoch milliseconds. */
  readonly at: number;
  /** DepositReceipt id. */
  readonly receipt: string;
  readonly patient: string;
  readonly organization: string;
  readonly practitionerRole: string;
  /** The CrossBorderGrant id; null at home. */
  readonly grant: string | null;
  readonly purpose: PurposeOfUse;
  /** How many records of each category. */
  readonly counts: Readonly<Partial<Record<ClinicalScope, number>>>;
  readonly isTest: boolean;
}

/** Who has to deposit what within which time: from the providers subgraph, for the records subgraph. */
export interface DepositDuty {
  readonly id: string;
  /** Organization id. */
  readonly organization: string;
  /** By the Secretary's specification at home, or by a condition of a recognition. */
  readonly basis: 'SPECIFICATION' | 'CONDITION';
  readonly categories: readonly ClinicalScope[];
  /** ISO 8601 duration from the end of an encounter: `P7D`. */
  readonly within: string;
  /** Encounters that end from this instant on, until before that one; epoch milliseconds. */
  readonly from: number;
  readonly until: number | null;
}

/** A duty after a change of it. */
export interface DepositDutyEvent {
  /** From 1. */
  readonly position: number;
  readonly at: number;
  readonly duty: DepositDuty;
}

/** An encounter abroad under a grant: from the consents subgraph, for the records subgraph. */
export interface EncounterAbroad {
  readonly id: string;
  readonly grant: string;
  readonly patient: string;
  readonly organization: string;
  /** Whether the patient authorised the deposit of what it brings. */
  readonly mayDeposit: boolean;
  readonly scopes: readonly ClinicalScope[];
  /** Epoch milliseconds; null while it goes on. */
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** An encounter abroad after a change of it. */
export interface EncounterEvent {
  /** From 1. */
  readonly position: number;
  readonly at: number;
  readonly encounter: EncounterAbroad;
}

/** A grant that has changed, for whoever waits for it: which one and whose, and nothing of how. */
export interface GrantChange {
  /** From 1; growing, with gaps where a grant has changed again since. */
  readonly position: number;
  /** The CrossBorderGrant id, which is that of the request it began as. */
  readonly grant: string;
  readonly patient: string;
}

/** The feeds: who tells, and what. */
export type FeedSource =
  /** Parties, for the consents subgraph. */
  | 'providers'
  /** Joining, for the consents subgraph. */
  | 'patients'
  /** Deposits, for the consents subgraph. */
  | 'records'
  /** Duties, for the records subgraph. */
  | 'providers/duties'
  /** Encounters abroad, for the records subgraph. */
  | 'consents/encounters';
