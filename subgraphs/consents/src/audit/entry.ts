import { randomUUID } from 'node:crypto';
import type { AccessEvent, Caller, ChangeKind, Permit, Scope } from '@causeway/schema';
import type { AuditEntry } from './chain.js';

/** What the trail says of an access that the gateway decided on. */
export function entryOfAccess(event: AccessEvent): AuditEntry {
  const { id, patient, caller, action, outcome, gate, reason, release } = event;
  const { scopes, counts, basis, abroad } = event;
  return {
    id,
    patient,
    recordedAt: event.at,
    ...partOf(caller),
    action,
    outcome,
    gate,
    reason,
    release,
    operationName: event.operation.name,
    operationDigest: event.operation.digest,
    scopes,
    counts,
    basis,
    abroad,
    change: null,
    changed: null,
  };
}

/** A change of a patient's consents by somebody who stands for the patient. */
export interface Change {
  readonly kind: ChangeKind;
  /** FHIR reference of what was changed. */
  readonly changed: string;
  /** The scope of what was changed. */
  readonly scope: Scope;
  readonly caller: Caller;
  readonly permit: Permit;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the trail says of a change. Its answer is the changed record, so values are released by it. */
export function entryOfChange({ kind, changed, scope, caller, permit, at }: Change): AuditEntry {
  return {
    id: randomUUID(),
    patient: permit.patient,
    recordedAt: at,
    ...partOf(caller),
    action: permit.action,
    outcome: 'PERMIT',
    gate: null,
    reason: null,
    release: 'RELEASED',
    operationName: null,
    operationDigest: null,
    scopes: [scope],
    counts: { [scope]: 1 },
    basis: permit.basis,
    abroad: permit.abroad,
    change: kind,
    changed,
  };
}

function partOf(caller: Caller): Pick<AuditEntry, 'caller' | 'organization' | 'purpose'> {
  const organization = 'organization' in caller ? caller.organization : null;
  return { caller, organization, purpose: caller.purpose };
}
