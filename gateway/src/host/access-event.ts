import { randomUUID } from 'node:crypto';
import type { AccessEvent, Decision } from '@causeway/schema';

/** What an event says beside the decision. */
export type Access = Pick<
  AccessEvent,
  'at' | 'caller' | 'operation' | 'release' | 'scopes' | 'counts'
>;

/** The event of a decision and of what came of it. */
export function accessEvent(decision: Decision, access: Access): AccessEvent {
  const isPermit = decision.effect === 'permit';
  return {
    id: randomUUID(),
    patient: decision.patient,
    action: decision.action,
    outcome: isPermit ? 'PERMIT' : 'DENY',
    gate: isPermit ? null : decision.gate,
    reason: isPermit ? null : decision.reason,
    basis: isPermit ? decision.basis : [],
    abroad: isPermit && decision.abroad,
    ...access,
  };
}
