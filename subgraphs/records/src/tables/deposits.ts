/** Deposits, disputes of them, and what other subgraphs are told of them. */
import type { ClinicalScope, DepositEvent } from '@causeway/schema';
import { flag, index, int, json, table, text, uniqueIndex } from '@causeway/kit/columns';
import type { RecordType } from '../record-types.js';

/** Where a resource of a deposit stands, and what it was. */
export interface DepositedResource {
  /** The record's id in this graph. */
  readonly id: string;
  readonly type: RecordType;
  readonly category: ClinicalScope;
  /** What the bundle calls it. */
  readonly fullUrl: string | null;
  /** SHA-256 of the resource as deposited, over its canonical JSON (RFC 8785), in hex. */
  readonly digest: string;
}

/** Deposits that were taken in whole: a receipt each. Never changed. */
export const deposits = table(
  'deposit',
  {
    /** The DepositReceipt id: a random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Whose idempotency key it is: `CrossBorderGrant/<id>`, or at home `Organization/<id>`. */
    keyOwner: text('key_owner').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** The depositing Organization id and PractitionerRole id. */
    organization: text('organization').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    /** The CrossBorderGrant id; null at home. */
    grant: text('grant'),
    /** The encounter it is of: of the grant, or at home the record id of the Encounter. */
    encounter: text('encounter'),
    /** ISO 3166-2: where it comes from. */
    sourceJurisdiction: text('source_jurisdiction').notNull(),
    /** What it crosses the boundary by: the grant's consent and the instrument; at home the joining consent. */
    legalBasis: text('legal_basis').notNull(),
    /** Test data of a channel on trial, of an invented patient. */
    isTest: flag('is_test').notNull(),
    /** SHA-256 of the bundle as deposited, over its canonical JSON, in hex. */
    digest: text('digest').notNull(),
    resources: json<readonly DepositedResource[]>('resources').notNull(),
    /** Epoch milliseconds. */
    depositedAt: int('deposited_at').notNull(),
  },
  (columns) => [
    uniqueIndex('deposit_key').on(columns.keyOwner, columns.idempotencyKey),
    index('deposit_page').on(columns.patient, columns.depositedAt, columns.id),
    index('deposit_organization').on(columns.organization, columns.depositedAt),
  ],
);

/** A deposit as stored. */
export type DepositRow = typeof deposits.$inferSelect;

/** What patients say against what was deposited of them; what is disputed is marked, never taken away. */
export const disputes = table(
  'dispute',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** DepositReceipt id, and the record id where one record is disputed. */
    deposit: text('deposit').notNull(),
    record: text('record'),
    reason: text('reason').notNull(),
    /** FHIR reference of who disputes. */
    disputedBy: text('disputed_by').notNull(),
    /** Epoch milliseconds; withdrawn when `withdrawnAt` is set. */
    disputedAt: int('disputed_at').notNull(),
    withdrawnAt: int('withdrawn_at'),
  },
  (columns) => [
    index('dispute_page').on(columns.patient, columns.disputedAt, columns.id),
    index('dispute_deposit').on(columns.deposit),
  ],
);

/** A dispute as stored. */
export type DisputeRow = typeof disputes.$inferSelect;

/** What the consents subgraph is to learn of deposits, in order: see `DepositEvent`. */
export const depositEvents = table('deposit_event', {
  /** From 1. */
  position: int('position').primaryKey(),
  event: json<DepositEvent>('event').notNull(),
});
