/** Who asks, when, and what the owners of facts know about it. */
import type { Caller, ConsentFacts, PatientFacts, ProviderFacts } from '@causeway/schema';

/** What is known of a patient and the caller. */
export interface KnownOfPatient {
  readonly patientFacts: PatientFacts | null;
  readonly consentFacts: ConsentFacts | null;
}

/** What the infrastructure is up to. */
export type Fault = 'none' | 'audit down' | 'facts down';

/** The circumstances of a case. */
export interface Situation {
  readonly caller: Caller;
  /** In epoch milliseconds. */
  readonly now: number;
  /** Null where the registry knows nothing of the party. */
  readonly providerFacts: ProviderFacts | null;
  /** By patient; nothing is known of others. */
  readonly patients: ReadonlyMap<string, KnownOfPatient>;
  readonly fault: Fault;
}
