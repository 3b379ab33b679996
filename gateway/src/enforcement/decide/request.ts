import type { Action, Caller, ConsentFacts, PatientFacts, ProviderFacts } from '@causeway/schema';

/** What a decision is made from: the question, the facts, and the time; nothing else. */
export interface DecisionRequest {
  readonly caller: Caller;
  readonly patient: string;
  readonly action: Action;
  /** Null where the owner of the facts knows no such patient. */
  readonly patientFacts: PatientFacts | null;
  /** Null for callers that act for no provider. */
  readonly providerFacts: ProviderFacts | null;
  readonly consentFacts: ConsentFacts | null;
  /** The decision clock, in epoch milliseconds. */
  readonly now: number;
}
