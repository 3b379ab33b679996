/**
 * Accesses from abroad that share a notice: those of one patient under one grant by one practitioner in one minute. A
 * notice gathers them while its minute runs; what comes after it is on its way opens another one.
 */
import { SCOPES } from '@causeway/schema';
import type { NoticeView } from '@causeway/schema';
import type { AccessNotificationRow } from '../tables.js';
import type { AuditEntry } from './chain.js';

const MINUTE = 60_000;

/** What the accesses of one notice have in common; null for an access that is told by itself. */
export function groupOf({ patient, caller, abroad, recordedAt }: AuditEntry): string | null {
  if (!abroad || (caller.kind !== 'professional' && caller.kind !== 'system')) return null;
  return JSON.stringify([patient, caller.grant, caller.practitionerRole, minuteOf(recordedAt)]);
}

/** Until when a notice gathers views, in epoch milliseconds; null for one that does not. */
export function gathersUntil({ groupKey, recordedAt }: AccessNotificationRow): number | null {
  return groupKey === null ? null : (minuteOf(recordedAt) + 1) * MINUTE;
}

/** The views that a notice tells of, oldest first; none for a notice of anything else. */
export function viewsOf(notice: AccessNotificationRow): readonly NoticeView[] {
  const { kind, views, event, recordedAt: at, scopes } = notice;
  if (kind !== 'ACCESS') return [];
  return views ?? [{ event, at, scopes }];
}

/** A notice that tells of what another one of its group tells too. */
export function gathered(
  notice: AccessNotificationRow,
  other: AccessNotificationRow,
): AccessNotificationRow {
  const views = [...viewsOf(notice), ...viewsOf(other)].sort((one, two) => one.at - two.at);
  const told = new Set(views.flatMap(({ scopes }) => scopes));
  return { ...notice, views, scopes: SCOPES.filter((scope) => told.has(scope)) };
}

function minuteOf(instant: number): number {
  return Math.floor(instant / MINUTE);
}
