/** What the records of this subgraph lead to. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import type { AuditEventNode } from '../nodes/audit-event-node.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import type { NotificationNode, ViewNode } from '../nodes/notification-node.js';
import { auditEventById, consentById } from '../references.js';
import { AccessNotification, AccessView } from '../types/access-notification.js';
import { AuditEvent } from '../types/audit-event.js';
import { Consent } from '../types/consent.js';
import { CrossBorderGrant } from '../types/cross-border-grant.js';

/** A patient by key: whose a record is goes with the record, whatever more of the patient may be seen. */
interface PatientKey {
  readonly id: string;
}

/** What a consent leads to. */
@Resolver(() => Consent)
export class ConsentResolver {
  @FieldResolver()
  subject(@Root() { patient }: ConsentNode): PatientKey {
    return { id: patient };
  }

  @FieldResolver()
  async supersededBy(
    @Root() { supersededBy }: ConsentNode,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    return supersededBy === null ? null : consentById(supersededBy, context);
  }
}

/** What a grant leads to. */
@Resolver(() => CrossBorderGrant)
export class CrossBorderGrantResolver {
  @FieldResolver()
  patient(@Root() { patient }: GrantNode): PatientKey {
    return { id: patient };
  }

  @FieldResolver()
  async consent(
    @Root() { consent }: GrantNode,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    return consent === null ? null : consentById(consent, context);
  }
}

/** What an event leads to. */
@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @FieldResolver()
  patient(@Root() { patient }: AuditEventNode): PatientKey {
    return { id: patient };
  }
}

/** What a notification leads to. */
@Resolver(() => AccessNotification)
export class AccessNotificationResolver {
  @FieldResolver()
  patient(@Root() { patient }: NotificationNode): PatientKey {
    return { id: patient };
  }

  @FieldResolver()
  async event(
    @Root() { event }: NotificationNode,
    @Ctx() context: ConsentsContext,
  ): Promise<AuditEventNode | null> {
    return auditEventById(event, context);
  }
}

/** What a view of a notification leads to. */
@Resolver(() => AccessView)
export class AccessViewResolver {
  @FieldResolver()
  async event(
    @Root() { event }: ViewNode,
    @Ctx() context: ConsentsContext,
  ): Promise<AuditEventNode | null> {
    return auditEventById(event, context);
  }
}
