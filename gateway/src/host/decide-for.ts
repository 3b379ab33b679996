/** Decisions outside the graph: for routes that take or give what belongs to a patient, such as uploads and images. */
import type { Action, Caller, Decision } from '@causeway/schema';
import { decide } from '../enforcement/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { isPatientId } from './root-targets.js';

/** Whether a caller may do something with a patient's data, at this moment. */
export type DecideFor = (caller: Caller, patient: string, action: Action) => Promise<Decision>;

/** What decisions are made with. */
export interface DecideForOptions {
  readonly facts: Pick<FactsSource, 'read'>;
  /** The decision clock, in epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Decides from facts that are read anew for each call: an answer is good for what is done at once, and for nothing
 * later. Whoever releases anything under it records that first.
 *
 * @throws FactsUnavailableError if the facts cannot be had: then nothing is released
 */
export function decideFor({ facts, clock }: DecideForOptions): DecideFor {
  return async (caller, patient, action) => {
    if (!isPatientId(patient))
      return { effect: 'deny', patient, action, gate: 'JOINING', reason: 'no such patient' };
    const [known] = await facts.read(caller, [patient]);
    const about = known ?? { patientFacts: null, providerFacts: null, consentFacts: null };
    return decide({ caller, patient, action, ...about, now: clock() });
  };
}
