/** Requests that differ in one thing, and what is decided on them. */
import type { ConditionFact, Gate, Permit } from '@causeway/schema';
import { decide } from '../decide/decide.js';
import type { DecisionRequest } from '../decide/request.js';
import {
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticRequest,
  recognition,
} from './requests.js';

/** The permit that a request gets. @throws Error if it gets none */
export const permitted = (request: DecisionRequest): Permit => {
  const decision = decide(request);
  if (decision.effect === 'deny')
    throw new Error(`Expected a permit, got a deny at ${decision.gate}: ${decision.reason}`);
  return decision;
};

/** The gate that a request does not pass, or that it is permitted. */
export const outcome = (request: DecisionRequest): Gate | 'PERMIT' => {
  const decision = decide(request);
  return decision.effect === 'permit' ? 'PERMIT' : decision.gate;
};

/** A request from abroad under conditions of the recognition. */
export const abroad = (
  conditions: readonly ConditionFact[],
  changes: Partial<DecisionRequest> = {},
): DecisionRequest =>
  abroadRequest({
    providerFacts: abroadFacts({ recognition: recognition({ conditions }) }),
    ...changes,
  });

/** A request at home under a sharing consent that differs in something. */
export const withSharing = (changes: Parameters<typeof consent>[0]): DecisionRequest =>
  domesticRequest({
    consentFacts: consentFacts({
      consents: [consent(changes)],
      careRelation: { period: { start: null, end: null } },
    }),
  });

/** A request by a caller who differs in something. */
export const callerOf = (request: DecisionRequest, changes: object): DecisionRequest => ({
  ...request,
  caller: { ...request.caller, ...changes },
});

/** A request of a doctor at home that says it is one of an emergency, which nobody has declared. */
export function undeclaredEmergency(changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return callerOf(domesticRequest(changes), { purpose: 'ETREAT' });
}
