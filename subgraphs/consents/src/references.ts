import type { ReferenceResolver } from '@causeway/kit';
import type { ConsentsContext } from './context.js';
import { auditEventNode } from './nodes/audit-event-node.js';
import type { AuditEventNode } from './nodes/audit-event-node.js';
import { consentNode } from './nodes/consent-node.js';
import type { ConsentNode } from './nodes/consent-node.js';
import { grantAt } from './grants/grant-at.js';
import { grantNode } from './nodes/grant-node.js';
import type { GrantNode } from './nodes/grant-node.js';
import { notificationNode } from './nodes/notification-node.js';
import type { NotificationNode } from './nodes/notification-node.js';
import type { ConsentRow, GrantRow } from './tables.js';

/** The key of a patient, null without a permit; who exists is not this subgraph's to say. */
export function patientById(id: string, context: ConsentsContext): { id: string } | null {
  return context.permitFor(id) === undefined ? null : { id };
}

/** The consent of an id, null where it is not there for the caller. */
export async function consentById(
  id: string,
  context: ConsentsContext,
): Promise<ConsentNode | null> {
  return seenConsent(await context.loaders.consents.byId.load(id), context);
}

/** The grant of an id, null where it is not there for the caller. */
export async function grantById(id: string, context: ConsentsContext): Promise<GrantNode | null> {
  return seenGrant(await context.loaders.grants.byId.load(id), context);
}

/** The event of an id, null where it is not there for the caller. */
export async function auditEventById(
  id: string,
  { loaders }: ConsentsContext,
): Promise<AuditEventNode | null> {
  const row = await loaders.auditEvents.byId.load(id);
  return row === null ? null : auditEventNode(row);
}

/** The notification of an id, null where it is not there for the caller. */
export async function notificationById(
  id: string,
  { loaders }: ConsentsContext,
): Promise<NotificationNode | null> {
  const row = await loaders.notifications.byId.load(id);
  return row === null ? null : notificationNode(row);
}

/** A consent as the caller's permit lets it be seen. */
export function seenConsent(row: ConsentRow | null, context: ConsentsContext): ConsentNode | null {
  const permit = row === null ? undefined : context.permitToSee('CONSENT', row.patient);
  return row === null || permit === undefined ? null : consentNode(row, permit);
}

/** A grant as the caller's permit lets it be seen, and as it is now whatever has been recorded of it. */
export function seenGrant(row: GrantRow | null, context: ConsentsContext): GrantNode | null {
  const permit = row === null ? undefined : context.permitToSee('GRANT', row.patient);
  return row === null || permit === undefined
    ? null
    : grantNode(grantAt(row, context.fetch.now), permit);
}

/** The entities of this subgraph by reference. */
export const references: Readonly<Record<string, ReferenceResolver<ConsentsContext>>> = {
  Patient: ({ id }, context) => patientById(id, context),
  Consent: ({ id }, context) => consentById(id, context),
  CrossBorderGrant: ({ id }, context) => grantById(id, context),
  AuditEvent: ({ id }, context) => auditEventById(id, context),
  AccessNotification: ({ id }, context) => notificationById(id, context),
};
