/** What the records of this subgraph lead to. */
import { languageOf } from '@causeway/kit';
import type { Language } from '@causeway/schema';
import { Language as LanguageEnum } from '@causeway/schema/datatypes';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import type { AuditEventNode } from '../nodes/audit-event-node.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import type { NotificationNode, ViewNode } from '../nodes/notification-node.js';
import { auditEventById, consentById } from '../references.js';
import { eventSummary, namedIn } from '../summaries/event-summary.js';
import { noticeSummary } from '../summaries/notice-summary.js';
import type { NamesOf } from '../summaries/phrase.js';
import { AccessNotification, AccessView } from '../types/access-notification.js';
import { AuditEvent } from '../types/audit-event.js';
import { Consent } from '../types/consent.js';
import { CrossBorderGrant } from '../types/cross-border-grant.js';

const LANGUAGE = {
  nullable: true,
  description: 'The language it is told in; where none is given, what `Accept-Language` asks for.',
} as const;

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

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The event in plain words: who, what, when in Hong Kong, what came of it, and why it was possible. For the patient; null for others.',
  })
  async summary(
    @Root() { row }: AuditEventNode,
    @Arg('language', () => LanguageEnum, LANGUAGE) language: Language | null | undefined,
    @Ctx() context: ConsentsContext,
  ): Promise<string | null> {
    // It is written for whom the record is about; offices read the event itself.
    if (context.permitToSee('AUDIT', row.patient)?.administrativeBasis !== 'SUBJECT') return null;
    return eventSummary(row, await namesOf(namedIn(row), context), language ?? languageOf(context));
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

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The notification in plain words: what happened, when in Hong Kong, and whom it concerns.',
  })
  async summary(
    @Root() { row }: NotificationNode,
    @Arg('language', () => LanguageEnum, LANGUAGE) language: Language | null | undefined,
    @Ctx() context: ConsentsContext,
  ): Promise<string> {
    const named = row.organization === null ? [] : [row.organization];
    return noticeSummary(row, await namesOf(named, context), language ?? languageOf(context));
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

/** The names of organisations and systems, as last told of. */
async function namesOf(ids: readonly string[], { loaders }: ConsentsContext): Promise<NamesOf> {
  const parties = await Promise.all(ids.map((id) => loaders.parties.load(id)));
  return (id) => parties.find((party) => party?.id === id)?.names ?? [];
}
