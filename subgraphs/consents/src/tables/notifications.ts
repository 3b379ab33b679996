/** Notifications, and the outbox they are sent from. */
import { index, int, json, table, text, uniqueIndex, word } from '@causeway/kit/columns';
import type { PurposeOfUse, Scope } from '@causeway/schema';
import { sql } from 'drizzle-orm';
import type { ChangeKind } from './audit.js';

/** What a patient is told of. */
export type NoticeKind = 'ACCESS' | ChangeKind;

/** Whether the patient may have declined to be told. */
export type NoticeDuty = 'PREFERENCE' | 'MANDATORY';

/** What patients are told of, one per event that obliges to it. */
export const accessNotifications = table(
  'access_notification',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** AuditEvent id. */
    event: text('event').notNull(),
    kind: word<NoticeKind>('kind').notNull(),
    duty: word<NoticeDuty>('duty').notNull(),
    /** Organization id: who had access, or whom the consent speaks of. */
    organization: text('organization'),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    scopes: json<readonly Scope[]>('scopes').notNull(),
    /** When it happened, in epoch milliseconds. */
    recordedAt: int('recorded_at').notNull(),
  },
  (columns) => [
    uniqueIndex('access_notification_event').on(columns.event),
    index('access_notification_page').on(columns.patient, columns.recordedAt, columns.id),
  ],
);

/** A notification as stored. */
export type AccessNotificationRow = typeof accessNotifications.$inferSelect;

/** Notifications to be sent; the notification's id is the idempotency key of its delivery. */
export const outbox = table(
  'outbox',
  {
    /** AccessNotification id. */
    notification: text('notification').primaryKey(),
    /** Epoch milliseconds. */
    enqueuedAt: int('enqueued_at').notNull(),
    attempts: int('attempts').notNull(),
    /** Epoch milliseconds; null until it is delivered. */
    deliveredAt: int('delivered_at'),
  },
  (columns) => [
    index('outbox_waiting')
      .on(columns.enqueuedAt)
      .where(sql`delivered_at is null`),
  ],
);
