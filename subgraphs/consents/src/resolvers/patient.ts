import { PageArgs } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import { Consent as Labelled } from '@causeway/schema/decorators';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import { auditEventNode } from '../nodes/audit-event-node.js';
import type { AuditEventNode } from '../nodes/audit-event-node.js';
import { consentNode } from '../nodes/consent-node.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import { notificationNode } from '../nodes/notification-node.js';
import type { NotificationNode } from '../nodes/notification-node.js';
import {
  AccessNotificationConnection,
  AuditEventConnection,
  ConsentConnection,
  CrossBorderGrantConnection,
} from '../types/connections.js';
import { Patient } from '../types/patient.js';
import {
  AuditEventListArgs,
  ConsentListArgs,
  GrantListArgs,
  auditEventFilter,
  consentFilter,
} from './list-args.js';
import { grantList, patientList } from './lists.js';

/** What this subgraph adds to a patient. */
@Resolver(() => Patient)
export class PatientResolver {
  @Labelled('CONSENT')
  @FieldResolver(() => ConsentConnection, {
    nullable: true,
    description: 'What the patient has agreed to or refused, newest first.',
  })
  async consents(
    @Root() { id }: Patient,
    @Args(() => ConsentListArgs) args: ConsentListArgs,
    @Ctx() context: ConsentsContext,
  ): Promise<Connection<ConsentNode> | null> {
    return patientList(context, id, args, {
      scope: 'CONSENT',
      loaders: context.loaders.consents,
      filter: consentFilter(args),
      keysetOf: ({ instant, owner }) => [instant, owner],
      nodeOf: consentNode,
    });
  }

  @Labelled('GRANT')
  @FieldResolver(() => CrossBorderGrantConnection, {
    nullable: true,
    description: "The patient's cross-border grants, newest first.",
  })
  async crossBorderGrants(
    @Root() { id }: Patient,
    @Args(() => GrantListArgs) args: GrantListArgs,
    @Ctx() context: ConsentsContext,
  ): Promise<Connection<GrantNode> | null> {
    return grantList(context, id, args);
  }

  @Labelled('AUDIT')
  @FieldResolver(() => AuditEventConnection, {
    nullable: true,
    description:
      "Who asked for the patient's data, when, for what purpose, and what was released; newest first.",
  })
  async auditEvents(
    @Root() { id }: Patient,
    @Args(() => AuditEventListArgs) args: AuditEventListArgs,
    @Ctx() context: ConsentsContext,
  ): Promise<Connection<AuditEventNode> | null> {
    return patientList(context, id, args, {
      scope: 'AUDIT',
      loaders: context.loaders.auditEvents,
      filter: auditEventFilter(args),
      keysetOf: (row) => [row.recordedAt, row.id],
      nodeOf: auditEventNode,
    });
  }

  @Labelled('NOTIFICATION')
  @FieldResolver(() => AccessNotificationConnection, {
    nullable: true,
    description: 'What the patient was told of, newest first.',
  })
  async accessNotifications(
    @Root() { id }: Patient,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ConsentsContext,
  ): Promise<Connection<NotificationNode> | null> {
    return patientList(context, id, args, {
      scope: 'NOTIFICATION',
      loaders: context.loaders.notifications,
      filter: null,
      keysetOf: (row) => [row.recordedAt, row.id],
      nodeOf: notificationNode,
    });
  }
}
