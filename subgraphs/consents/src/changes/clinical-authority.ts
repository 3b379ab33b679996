import { callerOf } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { Action, Permit, ProfessionalCaller } from '@causeway/schema';
import { badInput, notFound } from './refusals.js';
import { INPUT } from '../refusal-texts.js';

/** A professional at home who asks for more than usual of a patient's records, and by which permit. */
export interface ClinicalAuthority {
  readonly caller: ProfessionalCaller;
  readonly permit: Permit;
}

const SHORTEST_REASON = 5;
const LONGEST_REASON = 500;

/**
 * The authority of a professional in Hong Kong towards a patient: an action that the gateway has permitted them, in the
 * signed context of this very fetch.
 *
 * @throws GraphQLError NOT_FOUND without one, as for a patient who does not exist; nothing of this is for anyone abroad
 */
export function clinicalAuthority(
  context: SubgraphContext,
  patient: string,
  action: Action,
): ClinicalAuthority {
  const caller = callerOf(context);
  const permit = context.fetch.permits.find(
    (one) => one.patient === patient && one.action === action,
  );
  if (caller.kind !== 'professional' || permit === undefined || permit.abroad) throw notFound();
  return { caller, permit };
}

/**
 * The reason that a professional gives, without the space around it.
 *
 * @throws GraphQLError BAD_USER_INPUT for one that is too short to be one, or too long
 */
export function reasonIn(text: string): string {
  const reason = text.trim();
  const length = [...reason].length;
  if (length >= SHORTEST_REASON && length <= LONGEST_REASON) return reason;
  throw badInput(INPUT.reasonLength, { least: SHORTEST_REASON, most: LONGEST_REASON, got: length });
}
