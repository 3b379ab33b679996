import { purposeCoding } from '../audit/codes.js';
import { viewsOf } from '../audit/notice-group.js';
import type { AccessNotificationRow } from '../tables.js';

/** A notification as the patient reads it. */
export function notificationNode(row: AccessNotificationRow) {
  const { id, patient, event, kind, duty, organization, scopes } = row;
  return {
    id,
    patient,
    event,
    kind,
    duty,
    recorded: new Date(row.recordedAt).toISOString(),
    organization: organization === null ? null : { id: organization },
    purpose: purposeCoding(row.purpose),
    scopes,
    /** What its summary is made of; no part of the graph. */
    row,
    views: viewsOf(row).map(({ at, ...view }) => ({
      ...view,
      recorded: new Date(at).toISOString(),
    })),
  };
}

/** A notification with the ids of what it is related to, as its resolvers take it. */
export type NotificationNode = ReturnType<typeof notificationNode>;

/** One of the views that a notification lists. */
export type ViewNode = NotificationNode['views'][number];
