import { randomUUID } from 'node:crypto';
import type { ChangeKind } from '@causeway/schema';
import type { AccessNotificationRow } from '../tables.js';
import type { AuditEntry } from './chain.js';

/**
 * What the patient is to be told of an access, null where nothing: told is each one by which a professional or a system
 * had values released. Persons and offices are audited only; a deny releases nothing. An access from abroad is told
 * whatever the patient prefers.
 */
export function noticeOfAccess(entry: AuditEntry): AccessNotificationRow | null {
  if (entry.outcome !== 'PERMIT' || entry.release !== 'RELEASED') return null;
  switch (entry.caller.kind) {
    case 'professional':
    case 'system':
      return {
        ...aboutEvent(entry),
        kind: 'ACCESS',
        duty: entry.abroad ? 'MANDATORY' : 'PREFERENCE',
        organization: entry.organization,
      };
    case 'person':
    case 'office':
    case 'layer':
      return null;
  }
}

/** What the patient is told of a change of their consents; the organisation is whom the consent speaks of. */
export function noticeOfChange(
  entry: AuditEntry,
  kind: ChangeKind,
  organization: string | null,
): AccessNotificationRow {
  return { ...aboutEvent(entry), kind, duty: 'PREFERENCE', organization };
}

function aboutEvent({
  id,
  patient,
  purpose,
  scopes,
  recordedAt,
}: AuditEntry): Pick<
  AccessNotificationRow,
  'id' | 'patient' | 'event' | 'purpose' | 'scopes' | 'recordedAt' | 'groupKey' | 'views'
> {
  return {
    id: randomUUID(),
    patient,
    event: id,
    purpose,
    scopes,
    recordedAt,
    groupKey: null,
    views: null,
  };
}
