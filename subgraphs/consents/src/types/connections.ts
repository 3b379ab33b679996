import { connectionOf } from '@causeway/kit';
import { AccessNotification } from './access-notification.js';
import { AuditEvent } from './audit-event.js';
import { Consent } from './consent.js';
import { CrossBorderGrant } from './cross-border-grant.js';

/** Pages of consents. */
export const ConsentConnection = connectionOf('Consent', () => Consent);

/** Pages of cross-border grants. */
export const CrossBorderGrantConnection = connectionOf('CrossBorderGrant', () => CrossBorderGrant);

/** Pages of audit events. */
export const AuditEventConnection = connectionOf('AuditEvent', () => AuditEvent);

/** Pages of notifications. */
export const AccessNotificationConnection = connectionOf(
  'AccessNotification',
  () => AccessNotification,
);
