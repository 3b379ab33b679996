import type { Action, Caller, ConsentFacts, PatientFacts, ProviderFacts } from '@causeway/schema';

/** Who asks, and what is known of the party they act for: what the first gates go by, whoever the patient is. */
export interface PartyRequest {
  readonly caller: Caller;
  /** Null for callers that act for no provider. */
  readonly providerFacts: ProviderFacts | null;
  /** What is to be done with a patient's data; null where no patient's is touched. */
  readonly action: Action | null;
  /** The decision clock, in epoch milliseconds. */
  readonly now: number;
}

/** What a decision is made from: the question, the facts, and the time; nothing else. */
export interface DecisionRequest extends PartyRequest {
  readonly patient: string;
  readonly action: Action;
  /** Null where the owner of the facts knows no such patient. */
  readonly patientFacts: PatientFacts | null;
  readonly consentFacts: ConsentFacts | null;
}
