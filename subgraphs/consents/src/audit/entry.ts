import { randomUUID } from 'node:crypto';
import type { AccessEvent, Action, Caller, ChangeKind, Permit, Scope } from '@causeway/schema';
import type { Layer } from '../tables.js';
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

/** Who made a change of what a patient has agreed to, for whom, and on what it rests. */
export interface Standing {
  readonly patient: string;
  /** The layer, where time or the register of recognitions made the change. */
  readonly caller: Caller | Layer;
  readonly action: Action;
  /** Ids of the consents and the grant that it rests on. */
  readonly basis: readonly string[];
  /** Whether the caller stood outside Hong Kong. */
  readonly abroad: boolean;
}

/** A change of what a patient has agreed to, or has been asked for. */
export interface Change extends Standing {
  readonly kind: ChangeKind;
  /** FHIR reference of what was changed. */
  readonly changed: string;
  /** The scope of what was changed. */
  readonly scope: Scope;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The layer's own standing towards a patient. */
export function standingOfLayer(patient: string): Standing {
  const caller: Layer = { kind: 'layer', purpose: 'HOPERAT' };
  return { patient, caller, action: 'AUTHORISE', basis: [], abroad: false };
}

/** The standing of a caller by a permit. */
export function standingBy(caller: Caller, permit: Permit): Standing {
  const { patient, action, basis, abroad } = permit;
  return { patient, caller, action, basis, abroad };
}

/** What the trail says of a change. Its answer is the changed record, so values are released by it. */
export function entryOfChange(change: Change): AuditEntry {
  return { ...entryOfAct(change), change: change.kind, changed: change.changed };
}

/** What the trail says of something that was done for a patient and changed nothing of what is agreed to. */
export function entryOfAct(act: Standing & Pick<Change, 'scope' | 'at'>): AuditEntry {
  const { scope, patient, caller, action, basis, abroad, at } = act;
  return {
    id: randomUUID(),
    patient,
    recordedAt: at,
    ...partOf(caller),
    action,
    outcome: 'PERMIT',
    gate: null,
    reason: null,
    release: 'RELEASED',
    operationName: null,
    operationDigest: null,
    scopes: [scope],
    counts: { [scope]: 1 },
    basis,
    abroad,
    change: null,
    changed: null,
  };
}

function partOf(caller: Caller | Layer): Pick<AuditEntry, 'caller' | 'organization' | 'purpose'> {
  const organization = 'organization' in caller ? caller.organization : null;
  return { caller, organization, purpose: caller.purpose };
}
