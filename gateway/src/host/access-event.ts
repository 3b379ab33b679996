import { randomUUID } from 'node:crypto';
import type { AccessEvent, Decision, Permit } from '@causeway/schema';
import { uninterpretedReason } from '../enforcement/index.js';

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
    reason: isPermit ? caveatOf(decision) : decision.reason,
    basis: isPermit ? decision.basis : [],
    abroad: isPermit && decision.abroad,
    ...access,
  };
}

function caveatOf({ uninterpreted }: Permit): string | null {
  return uninterpreted === undefined ? null : uninterpretedReason(uninterpreted);
}
