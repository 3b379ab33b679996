/**
 * The tables of the consents subgraph: consents, grants, care relations and step-ups with their history; the audit
 * trail, which is only ever appended to; notifications and the outbox they are sent from.
 */
import {
  flag,
  index,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
  word,
} from '@causeway/kit/columns';
import { epochTable, sourceTable, versionColumns } from '@causeway/kit/tables';
import type {
  AccessEvent,
  Action,
  Caller,
  ConsentFact,
  Gate,
  GrantFact,
  GrantState,
  Period,
  ProvisionFact,
  PurposeOfUse,
  Scope,
  SharableScope,
} from '@causeway/schema';
import type { CodeableConcept } from '@causeway/schema/datatypes';
import { sql } from 'drizzle-orm';

/** The policy a consent rests on: FHIR R5 Consent.policyBasis. */
export interface PolicyBasis {
  /** A FHIR reference to the policy. */
  readonly reference: string | null;
  /** Where the policy is published. */
  readonly url: string | null;
}

/** That and how a consent was verified: FHIR R5 Consent.verification. */
export interface Verification {
  readonly outcome: 'VERIFIED' | 'NOT_VERIFIED';
  readonly verificationType: CodeableConcept | null;
  /** FHIR references. */
  readonly verifiedBy: string | null;
  readonly verifiedWith: string | null;
  /** FHIR dateTimes. */
  readonly verificationDate: readonly string[];
}

/** Versions of consents; the owner is the Consent id. */
export const consents = table(
  'consent',
  {
    ...versionColumns(),
    /** 1 for the first version. */
    version: int('version').notNull(),
    /** Patient id. */
    patient: text('patient').notNull(),
    kind: word<ConsentFact['kind']>('kind').notNull(),
    status: word<ConsentFact['status']>('status').notNull(),
    origin: word<ConsentFact['origin']>('origin').notNull(),
    category: json<readonly CodeableConcept[]>('category').notNull(),
    /** FHIR reference of who gave it: `Patient/<id>`. */
    grantor: text('grantor'),
    /** Organization ids; empty means no one in particular. */
    grantee: json<readonly string[]>('grantee').notNull(),
    /** `grantee` in a form that is equal for equal sets. */
    granteeKey: text('grantee_key').notNull(),
    /** FHIR dateTime at which it was given, as the source wrote it. */
    dateTime: text('date_time'),
    /** The earliest instant `dateTime` may mean, else when it was recorded; in epoch milliseconds. */
    instant: int('instant').notNull(),
    period: json<Period>('period').notNull(),
    decision: word<ConsentFact['decision']>('decision').notNull(),
    provision: json<readonly ProvisionFact[]>('provision').notNull(),
    /** FHIR reference to the document it was given in. */
    sourceReference: text('source_reference'),
    policyBasis: json<PolicyBasis>('policy_basis'),
    verification: json<readonly Verification[]>('verification').notNull(),
    /** The Consent id that took its place. */
    supersededBy: text('superseded_by'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('consent_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('consent_page')
      .on(columns.patient, columns.instant, columns.owner)
      .where(sql`valid_to is null`),
    // One active consent per patient, kind and grantee. What others recorded is not ours to supersede.
    uniqueIndex('consent_active')
      .on(columns.patient, columns.kind, columns.granteeKey)
      .where(sql`valid_to is null and status = 'active' and origin = 'LAYER'`),
  ],
);

/** A version of a consent. */
export type ConsentRow = typeof consents.$inferSelect;

/** Which resources imported consents were made of. */
export const sources = sourceTable<'Consent'>();

/** A state that a grant had or has. */
export interface StateChange {
  readonly state: GrantState;
  /** From when (FHIR dateTime). */
  readonly since: string;
}

/** The secure link of a grant, without its secret. */
export interface SecureLinkStatus {
  readonly id: string;
  readonly status: 'ACTIVE' | 'USED' | 'EXPIRED' | 'LOCKED' | 'REVOKED';
  /** FHIR dateTime. */
  readonly expiresAt: string;
  /** Passcode attempts that are left for its whole life. */
  readonly remainingAttempts: number;
}

/** Versions of cross-border grants; the owner is the grant's id. */
export const grants = table(
  'cross_border_grant',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Organization id of the requester. */
    organization: text('organization').notNull(),
    practitionerRole: text('practitioner_role'),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    scopes: json<readonly SharableScope[]>('scopes').notNull(),
    /** ISO 8601 duration: `P3Y`. */
    lookBack: text('look_back').notNull(),
    permissions: json<GrantFact['permissions']>('permissions').notNull(),
    period: json<Period>('period').notNull(),
    state: word<GrantState>('state').notNull(),
    /** Oldest first; the last one is `state`. */
    stateHistory: json<readonly StateChange[]>('state_history').notNull(),
    /** When it was asked for, in epoch milliseconds. */
    instant: int('instant').notNull(),
    encounter: json<NonNullable<GrantFact['encounter']>>('encounter'),
    link: json<SecureLinkStatus>('link'),
    includesRestricted: flag('includes_restricted').notNull(),
    /** The Consent id that materialises it; null before it is authorised. */
    consent: text('consent'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('cross_border_grant_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('cross_border_grant_page')
      .on(columns.patient, columns.instant, columns.owner)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a grant. */
export type GrantRow = typeof grants.$inferSelect;

/** Versions of relations of care between patients and organisations; the owner is the relation's id. */
export const careRelations = table(
  'care_relation',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Organization id. */
    organization: text('organization').notNull(),
    period: json<Period>('period').notNull(),
    /** What `period` amounts to, in epoch milliseconds, inclusive; null is open. */
    startsAt: int('starts_at'),
    endsAt: int('ends_at'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('care_relation_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('care_relation_patient')
      .on(columns.patient)
      .where(sql`valid_to is null`),
    index('care_relation_organization')
      .on(columns.organization, columns.patient)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a relation of care. */
export type CareRelationRow = typeof careRelations.$inferSelect;

/** Versions of step-ups to restricted records; the owner is the step-up's id. */
export const stepUps = table(
  'step_up',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    /** FHIR dateTimes. */
    since: text('since').notNull(),
    until: text('until').notNull(),
    /** The reason the professional gave. */
    reason: text('reason'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('step_up_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('step_up_patient')
      .on(columns.patient)
      .where(sql`valid_to is null`),
  ],
);

/** A version of a step-up. */
export type StepUpRow = typeof stepUps.$inferSelect;

/** How often the facts of a patient have changed; the owner is the Patient id. */
export const epochs = epochTable();

/** What a person changed of their consents. */
export type ChangeKind = 'CONSENT_GIVEN' | 'CONSENT_REVOKED' | 'GRANT_REVOKED';

/** The audit trail: one row per decision or change, append-only by triggers, a hash chain per patient. */
export const auditEvents = table(
  'audit_event',
  {
    /** UUID. */
    id: text('id').primaryKey(),
    /** The patient id as asked; it may be nobody's. */
    patient: text('patient').notNull(),
    /** 1 for the patient's first event. */
    sequence: int('sequence').notNull(),
    /** The hash of the patient's event before this one. */
    previousHash: text('previous_hash').notNull(),
    /** SHA-256 over the canonical JSON of the row, less this column and `sequence`. */
    hash: text('hash').notNull(),
    /** When it was decided, in epoch milliseconds. */
    recordedAt: int('recorded_at').notNull(),
    caller: json<Caller>('caller').notNull(),
    /** The Organization id the caller acted for. */
    organization: text('organization'),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    action: word<Action>('action').notNull(),
    outcome: word<AccessEvent['outcome']>('outcome').notNull(),
    /** Why it was denied. Internal: neither the caller nor the patient reads it. */
    gate: word<Gate>('gate'),
    reason: text('reason'),
    release: word<AccessEvent['release']>('release').notNull(),
    operationName: text('operation_name'),
    operationDigest: text('operation_digest'),
    scopes: json<readonly Scope[]>('scopes').notNull(),
    counts: json<AccessEvent['counts']>('counts').notNull(),
    /** Ids of the consents and the grant the permit rests on. */
    basis: json<readonly string[]>('basis').notNull(),
    abroad: flag('abroad').notNull(),
    /** What was changed, where something was, and the FHIR reference of what it was changed on. */
    change: word<ChangeKind>('change'),
    changed: text('changed'),
  },
  (columns) => [
    uniqueIndex('audit_event_chain').on(columns.patient, columns.sequence),
    index('audit_event_page').on(columns.patient, columns.recordedAt, columns.id),
    index('audit_event_time').on(columns.recordedAt, columns.id),
  ],
);

/** An event of the audit trail as stored. */
export type AuditEventRow = typeof auditEvents.$inferSelect;

/** The end of each patient's chain, so that a cut end shows. */
export const auditHeads = table('audit_head', {
  /** The patient id as asked. */
  patient: text('patient').primaryKey(),
  sequence: int('sequence').notNull(),
  hash: text('hash').notNull(),
});

/** The end of a chain as stored. */
export type AuditHeadRow = typeof auditHeads.$inferSelect;

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
