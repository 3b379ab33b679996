/** Notifications, and the outbox they are sent from. */
import { index, int, json, table, text, uniqueIndex, word } from '@causeway/kit/columns';
import type { NoticeDuty, NoticeKind, NoticeView, PurposeOfUse, Scope } from '@causeway/schema';
import { sql } from 'drizzle-orm';

/**
 * What patients are told of: one per event that obliges to it; accesses under one grant by one practitioner in one
 * minute share one.
 */
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
    /** Equal for the accesses that share a notice while it gathers them; null once it is on its way. */
    groupKey: text('group_key'),
    /** The views that it lists, oldest first; null for a notice of one event. */
    views: json<readonly NoticeView[]>('views'),
  },
  (columns) => [
    uniqueIndex('access_notification_about').on(columns.event, columns.kind),
    uniqueIndex('access_notification_group').on(columns.groupKey),
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
    /** Epoch milliseconds; null until it is delivered, or suppressed as the patient prefers. */
    deliveredAt: int('delivered_at'),
    /** Not to be tried before, in epoch milliseconds: a notice that still gathers views, or failed before. */
    notBefore: int('not_before'),
    /** Leased to a courier until then, in epoch milliseconds. */
    leasedUntil: int('leased_until'),
    /** A code for the patient alone; erased once delivered or no longer of use. */
    secret: text('secret'),
    /** When the code is no longer of use, in epoch milliseconds. */
    secretUntil: int('secret_until'),
  },
  (columns) => [
    index('outbox_waiting')
      .on(columns.enqueuedAt)
      .where(sql`delivered_at is null`),
    index('outbox_secret')
      .on(columns.secretUntil)
      .where(sql`secret is not null`),
  ],
);
