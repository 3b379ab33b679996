/** Requests that differ in one thing, and what is decided on them. */
import type { ConditionFact, Gate, Permit } from '@causeway/schema';
import { decide } from '../decide/decide.js';
import type { DecisionRequest } from '../decide/request.js';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticRequest,
  grant,
  grantConsent,
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

/** A request from abroad under a grant that differs in something. */
export const withGrant = (changes: Parameters<typeof grant>[0], now = NOW): DecisionRequest =>
  abroadRequest({
    consentFacts: consentFacts({ consents: [grantConsent()], grant: grant(changes) }),
    now,
  });

/** A request from abroad under a grant for a time, where the conditions bound how long one may last. */
export const lasting = (
  period: { readonly start: string | null; readonly end: string | null },
  ...limits: readonly string[]
): DecisionRequest =>
  abroad(
    limits.map((value) => ({ kind: 'MAX_GRANT_DURATION', value })),
    { consentFacts: consentFacts({ consents: [grantConsent()], grant: grant({ period }) }) },
  );

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
