import { isAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, count } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { accessNotifications } from '../tables.js';
import type { AccessNotificationRow } from '../tables.js';
import type { Visibility } from '../visibility.js';
import { inOrder, isOnPage } from './list.js';
import type { ListReader, Listing } from './list.js';

/** Notifications are listed without a filter. */
export type NotificationFilter = null;

const LISTING: Listing = {
  table: accessNotifications,
  patient: accessNotifications.patient,
  instant: accessNotifications.recordedAt,
  id: accessNotifications.id,
};

/** Reads what patients were told of. No party to an event reads it. */
export function notificationReader({
  db,
}: Database): ListReader<NotificationFilter, AccessNotificationRow> {
  return {
    page: (visibility, _filter, page) =>
      db
        .select()
        .from(accessNotifications)
        .where(isOnPage(LISTING, isVisible(visibility), page))
        .orderBy(inOrder(LISTING, page))
        .all(),
    count: (visibility) =>
      db
        .select({ patient: accessNotifications.patient, total: count() })
        .from(accessNotifications)
        .where(isVisible(visibility))
        .groupBy(accessNotifications.patient)
        .all(),
    byId: (visibility, ids) =>
      db
        .select()
        .from(accessNotifications)
        .where(and(isVisible(visibility), isAmong(accessNotifications.id, ids)))
        .all(),
  };
}

function isVisible({ patients }: Visibility): SQL {
  return isAmong(accessNotifications.patient, patients);
}
