import { randomUUID } from 'node:crypto';
import type { NoticeDuty, NoticeKind } from '@causeway/schema';
import type { AccessNotificationRow } from '../tables.js';
import type { AuditEntry } from './chain.js';
import { groupOf } from './notice-group.js';

/**
 * What the patient is to be told of an access, null where nothing: told is each one by which a professional or a system
 * had values released. Persons and offices are audited only; a deny releases nothing, and a deposit is told of by
 * itself. An access from abroad is told whatever the patient prefers.
 */
export function noticeOfAccess(entry: AuditEntry): AccessNotificationRow | null {
  if (entry.outcome !== 'PERMIT' || entry.release !== 'RELEASED') return null;
  if (entry.action === 'DEPOSIT') return null;
  switch (entry.caller.kind) {
    case 'professional':
    case 'system':
      return noticeOfView(entry);
    case 'person':
    case 'office':
    case 'layer':
      return null;
  }
}

function noticeOfView(entry: AuditEntry): AccessNotificationRow {
  const { id: event, recordedAt: at, scopes } = entry;
  const notice = noticeOf(entry, 'ACCESS', entry.organization);
  const groupKey = groupOf(entry);
  return groupKey === null ? notice : { ...notice, groupKey, views: [{ event, at, scopes }] };
}

/** What the patient is told by an event of their trail; the organisation is whom it speaks of. */
export function noticeOf(
  entry: AuditEntry,
  kind: NoticeKind,
  organization: string | null,
): AccessNotificationRow {
  return { ...aboutEvent(entry), kind, duty: dutyOf(kind, entry.abroad), organization };
}

/**
 * Whether the patient may have declined to be told. What lets a record cross the boundary, or opens restricted records,
 * is always told, and so is a code that the patient waits for.
 */
function dutyOf(kind: NoticeKind, abroad: boolean): NoticeDuty {
  switch (kind) {
    case 'ACCESS':
    case 'DEPOSITED':
      return abroad ? 'MANDATORY' : 'PREFERENCE';
    case 'GRANT_REQUESTED':
    case 'GRANT_AUTHORISED':
    case 'GRANT_DECLINED':
    case 'GRANT_LAPSED':
    case 'GRANT_REDEEMED':
    case 'GRANT_COMPLETED':
    case 'GRANT_EXPIRED':
    case 'GRANT_SUSPENDED':
    case 'GRANT_RESUMED':
    case 'GRANT_REVOKED':
    case 'LINK_ISSUED':
    case 'LINK_LOCKED':
    case 'LINK_EXPIRED':
    case 'STEP_UP_REQUESTED':
    case 'STEP_UP':
    case 'EMERGENCY_ACCESS':
    case 'DEPOSIT_AUTHORISED':
    case 'PASSCODE':
    case 'STEP_UP_CODE':
      return 'MANDATORY';
    case 'CONSENT_REQUESTED':
    case 'CONSENT_GIVEN':
    case 'CONSENT_DECLINED':
    case 'CONSENT_REVOKED':
    case 'JOINED':
    case 'WITHDRAWN':
      return 'PREFERENCE';
  }
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
