import type { Gate } from '@causeway/schema';
import type { Draft } from './draft.js';
import type { DecisionRequest, PartyRequest } from './request.js';

/** Passes a draft on, narrowed; or says why nothing can be permitted. */
export type Pass = (request: DecisionRequest, draft: Draft) => string | null;

/** One gate of the decision. */
export interface DecisionGate {
  readonly gate: Gate;
  readonly pass: Pass;
}

/** What the gates that ask of no patient read and note of a draft. */
export type PartyDraft = Pick<Draft, 'standing' | 'conditions' | 'ends'>;

/** Passes a party on; or says why it is in no good standing. */
export type PartyPass = (request: PartyRequest, draft: PartyDraft) => string | null;

/** One gate that asks of no patient. */
export interface PartyGate extends DecisionGate {
  readonly pass: PartyPass;
}
