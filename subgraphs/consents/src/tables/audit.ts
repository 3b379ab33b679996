/** The audit trail, which is only ever appended to: see the triggers among the migrations. */
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
import type {
  AccessEvent,
  Action,
  Caller,
  ChangeKind,
  Gate,
  PurposeOfUse,
  Scope,
} from '@causeway/schema';

/** The layer itself, where time or the register of recognitions changed something and nobody asked. */
export interface Layer {
  readonly kind: 'layer';
  readonly purpose: 'HOPERAT';
}

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
    caller: json<Caller | Layer>('caller').notNull(),
    /** The Organization id the caller acted for. */
    organization: text('organization'),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    action: word<Action>('action').notNull(),
    outcome: word<AccessEvent['outcome']>('outcome').notNull(),
    /** Why it was denied, or what was checked for it. Internal: neither the caller nor the patient reads it. */
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

/**
 * Anchors across all chains: each binds the ends of all of them as they were, so that a chain cannot be rewritten to its
 * end without breaking the anchors after it. Append-only by triggers.
 */
export const auditAnchors = table('audit_anchor', {
  /** From 1. */
  sequence: int('sequence').primaryKey(),
  /** Epoch milliseconds. */
  anchoredAt: int('anchored_at').notNull(),
  /** How many chains, and how many events in them, it binds. */
  chains: int('chains').notNull(),
  events: int('events').notNull(),
  /**
   * SHA-256 over the ends of the chains that grew since the anchor before, in the order of their patients. The ends of
   * the others are bound by the anchors before it, which it follows.
   */
  root: text('root').notNull(),
  previousHash: text('previous_hash').notNull(),
  /** SHA-256 over the canonical JSON of the row, less this column. */
  hash: text('hash').notNull(),
});

/** An anchor as stored. */
export type AuditAnchorRow = typeof auditAnchors.$inferSelect;

/** The ends that each anchor binds: those of the chains that grew since the anchor before. Append-only by triggers. */
export const auditAnchoredEnds = table(
  'audit_anchored_end',
  {
    /** The anchor's place, from 1. */
    anchor: int('anchor').notNull(),
    /** The patient id as asked. */
    patient: text('patient').notNull(),
    sequence: int('sequence').notNull(),
    hash: text('hash').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.anchor, columns.patient] }),
    index('audit_anchored_end_chain').on(columns.patient, columns.anchor),
  ],
);

/** An end that an anchor binds, as stored. */
export type AnchoredEndRow = typeof auditAnchoredEnds.$inferSelect;
