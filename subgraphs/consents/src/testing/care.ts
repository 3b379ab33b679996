/** What professionals at home ask for beyond the usual, as operations at the time of the clock, for tests. */
import { permit, professionalCaller } from '@causeway/kit/testing';
import type { Caller, Permit } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import { askNow } from './links.js';
import type { OpenConsents } from './open.js';

/** Dr Lee of a clinic in Hong Kong. */
export const DR_LEE: Caller = professionalCaller('o-clinic', 'r-lee');

/** Who asks, and what the gateway permitted them. */
export interface Asking {
  readonly caller?: Caller;
  readonly permits?: readonly Permit[];
  readonly patient?: string;
}

/** Asks for a step-up to the records of p-1, as Dr Lee unless told. */
export function requestStepUp(
  open: OpenConsents,
  { caller = DR_LEE, patient = 'p-1', permits = [permit(patient)] }: Asking = {},
  reason = 'Preparing an operation',
): Promise<ExecutionResult> {
  return askNow(
    open,
    'mutation ($patient: ID!, $reason: String!) { requestStepUp(patient: $patient, reason: $reason) { id expiresAt } }',
    { caller, permits, variables: { patient, reason } },
  );
}

/** Gives a code back, as Dr Lee unless told. */
export function confirmStepUp(
  open: OpenConsents,
  challenge: string,
  code: string,
  { caller = DR_LEE, patient = 'p-1', permits = [permit(patient)] }: Asking = {},
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($patient: ID!, $challenge: ID!, $code: String!) {
      confirmStepUp(patient: $patient, challenge: $challenge, code: $code) { id until }
    }`,
    { caller, permits, variables: { patient, challenge, code } },
  );
}

/** Declares an emergency of p-1, as Dr Lee unless told. */
export function declareEmergency(
  open: OpenConsents,
  {
    caller = { ...DR_LEE, purpose: 'ETREAT' },
    patient = 'p-1',
    permits = [permit(patient, { action: 'EMERGENCY' })],
  }: Asking = {},
  reason = 'Unconscious after a fall',
): Promise<ExecutionResult> {
  return askNow(
    open,
    'mutation ($patient: ID!, $reason: String!) { declareEmergency(patient: $patient, reason: $reason) { id until } }',
    { caller, permits, variables: { patient, reason } },
  );
}
