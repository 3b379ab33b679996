/** Decisions outside the graph: for routes that take or give what belongs to a patient, such as uploads and images. */
import type { Action, Caller, Decision } from '@causeway/schema';
import { decide } from '../enforcement/index.js';
import type { DecisionRequest } from '../enforcement/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { isPatientId } from './root-targets.js';

/** Whether a caller may do something with a patient's data, at this moment. */
export type DecideFor = (caller: Caller, patient: string, action: Action) => Promise<Decision>;

/** What a decision about a caller and a patient would be made from: at this moment, or at one of the past. */
export type GroundsFor = (
  caller: Caller,
  patient: string,
  action: Action,
  /** Epoch milliseconds. */
  at?: number,
) => Promise<DecisionRequest>;

/** What decisions are made with. */
export interface DecideForOptions {
  readonly facts: Pick<FactsSource, 'read'>;
  /** The decision clock, in epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Reads what a decision is made from, anew for each call.
 *
 * @throws FactsUnavailableError if the facts cannot be had
 */
export function groundsFor({ facts, clock }: DecideForOptions): GroundsFor {
  return async (caller, patient, action, at) => {
    const [known] = isPatientId(patient) ? await facts.read(caller, [patient], at) : [];
    const about = known ?? { patientFacts: null, providerFacts: null, consentFacts: null };
    return { caller, patient, action, ...about, now: at ?? clock() };
  };
}

/**
 * Decides from facts that are read anew for each call: an answer is good for what is done at once, and for nothing
 * later. Whoever releases anything under it records that first.
 *
 * @throws FactsUnavailableError if the facts cannot be had: then nothing is released
 */
export function decideFor(options: DecideForOptions): DecideFor {
  const grounds = groundsFor(options);
  return async (caller, patient, action) =>
    isPatientId(patient)
      ? decide(await grounds(caller, patient, action))
      : { effect: 'deny', patient, action, gate: 'JOINING', reason: 'no such patient' };
}
