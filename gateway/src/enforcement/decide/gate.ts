import type { Gate } from '@causeway/schema';
import type { Draft } from './draft.js';
import type { DecisionRequest } from './request.js';

/** Passes a draft on, narrowed; or says why nothing can be permitted. */
export type Pass = (request: DecisionRequest, draft: Draft) => string | null;

/** One gate of the decision. */
export interface DecisionGate {
  readonly gate: Gate;
  readonly pass: Pass;
}
