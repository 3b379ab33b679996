/**
 * The decision: may this caller, for this purpose, do this with this patient's data, and how much of it? Pure: the
 * facts and the time come in as arguments. The gates stand in the order of the decision algorithm; the first that
 * does not pass decides, each of the others narrows what is left, and nothing widens it again. The thirteenth gate,
 * the durable audit event, is kept by whoever releases.
 */
import { isInstant } from '@causeway/schema';
import type { Decision, Deny, Gate } from '@causeway/schema';
import { draftFor, permitOf } from './draft.js';
import type { DecisionGate } from './gate.js';
import { passCategory } from './gates/category.js';
import { passConsent } from './gates/consent.js';
import { passDataPeriod } from './gates/data-period.js';
import { passJoining } from './gates/joining.js';
import { passLabel } from './gates/label.js';
import { passObligation } from './gates/obligation.js';
import { passProvision } from './gates/provision.js';
import { passRelation } from './gates/relation.js';
import { PARTY_GATES } from './party-gates.js';
import type { DecisionRequest } from './request.js';

/** The gates, in the order in which they are passed. */
export const DECISION_GATES: readonly DecisionGate[] = [
  ...PARTY_GATES,
  { gate: 'JOINING', pass: passJoining },
  { gate: 'RELATION', pass: passRelation },
  { gate: 'CONSENT', pass: passConsent },
  { gate: 'CATEGORY', pass: passCategory },
  { gate: 'DATA_PERIOD', pass: passDataPeriod },
  { gate: 'PROVISION', pass: passProvision },
  { gate: 'LABEL', pass: passLabel },
  { gate: 'OBLIGATION', pass: passObligation },
];

/** Decides on one patient: a permit with what may be released, or a deny with the gate that did not pass. */
export function decide(request: DecisionRequest): Decision {
  // Nothing can be said of anybody at no time, not even what they are to the patient.
  if (!isInstant(request.now)) return denial(request, 'CALLER', 'no time');
  const draft = draftFor(request);
  for (const { gate, pass } of DECISION_GATES) {
    const reason = pass(request, draft);
    if (reason !== null) return denial(request, gate, reason);
  }
  return permitOf(draft, request);
}

function denial({ patient, action }: DecisionRequest, gate: Gate, reason: string): Deny {
  return { effect: 'deny', patient, action, gate, reason };
}
