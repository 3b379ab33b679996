/**
 * The tables of the records subgraph: one row per clinical resource, with what decisions and filters read beside it;
 * deposits and what came with them.
 */
import type {
  ClinicalScope,
  Confidentiality,
  DepositDuty,
  DepositEvent,
  EncounterAbroad,
  FeedSource,
} from '@causeway/schema';
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
import { epochTable } from '@causeway/kit/tables';
import { sql } from 'drizzle-orm';
import type { Resource } from './fhir/resource.js';
import type { RecordType } from './record-types.js';

/** A security label as kept: a Coding. */
export interface SecurityLabel {
  readonly system: string | null;
  readonly code: string | null;
  readonly display?: string | null;
}

/** Clinical resources. */
export const records = table(
  'record',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    type: word<RecordType>('type').notNull(),
    /** The Patient id it is about. */
    patient: text('patient').notNull(),
    category: word<ClinicalScope>('category').notNull(),
    /** The FHIR dateTime that look-back periods are compared with, as the source wrote it. */
    clinicalDate: text('clinical_date'),
    /** The earliest instant `clinicalDate` may mean, in epoch milliseconds. */
    clinicalInstant: int('clinical_instant'),
    /** The latest instant it may mean, in epoch milliseconds. */
    clinicalEnd: int('clinical_end'),
    recordedDate: text('recorded_date'),
    /** What `security` amounts to: `confidentialityOf(security)`. */
    confidentiality: word<Confidentiality>('confidentiality').notNull(),
    /** The source's labels and the computed confidentiality. */
    security: json<readonly SecurityLabel[]>('security').notNull(),
    /** The author's Organization id. */
    authorOrganization: text('author_organization'),
    /** The author's PractitionerRole id. */
    authorRole: text('author_role'),
    /** The record id of its Encounter. */
    encounter: text('encounter'),
    /** The resource's main status code: `active`, `final`, `completed`. */
    status: text('status'),
    /** ISO 3166-2: where the record was made. */
    sourceJurisdiction: text('source_jurisdiction').notNull(),
    versionId: int('version_id').notNull(),
    /** Where it came from: a namespace and the resource's id there. Unique together. */
    sourceNamespace: text('source_namespace').notNull(),
    sourceId: text('source_id').notNull(),
    /** The FHIR R4 resource, references replaced by ids of this graph where they resolve. */
    content: json<Resource>('content').notNull(),
  },
  (columns) => [
    // In the order of a page: newest first, those without a date last.
    index('record_page').on(
      columns.patient,
      columns.category,
      columns.type,
      sql`${columns.clinicalInstant} desc`,
      columns.id,
    ),
    uniqueIndex('record_source').on(columns.sourceNamespace, columns.sourceId),
    // The encounters of an organisation, as duties to deposit look for them.
    index('record_encounter_of')
      .on(columns.authorOrganization, columns.id)
      .where(sql`type = 'Encounter'`),
  ],
);

/** A record as stored. */
export type RecordRow = typeof records.$inferSelect;

/** Every code of a record, for filters by code and for provisions that name codes. */
export const recordCodes = table(
  'record_code',
  {
    record: text('record').notNull(),
    /** The resource's element that holds it: `code`, `category`, `reasonCode`. */
    element: text('element').notNull(),
    /** Empty where the source names no system. */
    system: text('system').notNull(),
    code: text('code').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.record, columns.element, columns.system, columns.code] }),
  ],
);

/** References from one record to another, in order. */
export const recordLinks = table(
  'record_link',
  {
    record: text('record').notNull(),
    /** The FHIR path without indices: `result`, `basedOn`, `target`, `diagnosis.condition`, `context.encounter`. */
    element: text('element').notNull(),
    /** The index in the first list of the path, 0 where it has none; the next free one for lists within it. */
    position: int('position').notNull(),
    target: text('target').notNull(),
  },
  (columns) => [
    primaryKey({ columns: [columns.record, columns.element, columns.position] }),
    index('record_link_target').on(columns.target),
  ],
);

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

/** Files on their way in, by pieces; resumable until they are whole. */
export const uploads = table(
  'upload',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    organization: text('organization').notNull(),
    practitionerRole: text('practitioner_role').notNull(),
    /** The CrossBorderGrant id; null at home. */
    grant: text('grant'),
    mediaType: word<'application/dicom' | 'image/png' | 'image/jpeg'>('media_type').notNull(),
    /** As declared: bytes, and SHA-256 in hex. */
    size: int('size').notNull(),
    digest: text('digest').notNull(),
    /** How many bytes are there, durably. */
    received: int('received').notNull(),
    state: word<'OPEN' | 'COMPLETE' | 'USED' | 'REFUSED'>('state').notNull(),
    /** Epoch milliseconds. */
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
  },
  (columns) => [index('upload_patient').on(columns.patient)],
);

/** An upload as stored. */
export type UploadRow = typeof uploads.$inferSelect;

/** Images of records, full-resolution, in files beside the database. */
export const images = table(
  'image',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** The record id of the ImagingStudy, and the DICOM instance it is, where it is one. */
    record: text('record').notNull(),
    instance: text('instance'),
    /** The name of its file: the upload's id. */
    file: text('file').notNull(),
    mediaType: word<UploadRow['mediaType']>('media_type').notNull(),
    size: int('size').notNull(),
    digest: text('digest').notNull(),
    frames: int('frames').notNull(),
  },
  (columns) => [index('image_record').on(columns.record)],
);

/** An image as stored. */
export type ImageRow = typeof images.$inferSelect;

/** What the consents subgraph is to learn of deposits, in order: see `DepositEvent`. */
export const depositEvents = table('deposit_event', {
  /** From 1. */
  position: int('position').primaryKey(),
  event: json<DepositEvent>('event').notNull(),
});

/** Who has to deposit what within which time, as the providers subgraph last told. */
export const depositDuties = table(
  'deposit_duty',
  {
    /** The duty's id. */
    id: text('id').primaryKey(),
    organization: text('organization').notNull(),
    duty: json<DepositDuty>('duty').notNull(),
  },
  (columns) => [index('deposit_duty_organization').on(columns.organization)],
);

/** Encounters abroad under grants, as the consents subgraph last told: what a duty abroad is due for. */
export const encountersAbroad = table(
  'encounter_abroad',
  {
    /** The encounter's id, as its grant names it. */
    id: text('id').primaryKey(),
    organization: text('organization').notNull(),
    encounter: json<EncounterAbroad>('encounter').notNull(),
  },
  (columns) => [index('encounter_abroad_organization').on(columns.organization)],
);

/** How far this subgraph has come in listening to others. */
export const feedPositions = table('feed_position', {
  source: word<FeedSource>('source').primaryKey(),
  position: int('position').notNull(),
});

/** Summaries that patients carry themselves: encrypted files behind SMART Health Links. */
export const carriedFiles = table(
  'carried_file',
  {
    /** SHA-256 of the manifest's 256 random bits, in hex. */
    digest: text('digest').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Salted digest of the passcode. */
    passcodeDigest: text('passcode_digest').notNull(),
    passcodeSalt: text('passcode_salt').notNull(),
    remainingAttempts: int('remaining_attempts').notNull(),
    /** The file, as a compact JWE; its key is kept nowhere. */
    jwe: text('jwe').notNull(),
    contentType: text('content_type').notNull(),
    label: text('label').notNull(),
    /** Epoch milliseconds. */
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
    revokedAt: int('revoked_at'),
    /** How many times it was opened, and when last, in epoch milliseconds. */
    openings: int('openings').notNull().default(0),
    lastOpenedAt: int('last_opened_at'),
    /** SHA-256 of the one location at which it may be fetched once, in hex, and until when. */
    locationDigest: text('location_digest'),
    locationExpiresAt: int('location_expires_at'),
  },
  (columns) => [
    index('carried_file_patient').on(columns.patient),
    uniqueIndex('carried_file_location').on(columns.locationDigest),
  ],
);

/** A carried file as stored. */
export type CarriedFileRow = typeof carriedFiles.$inferSelect;

/** Grow with every change of a patient's records, by Patient id. */
export const epochs = epochTable();
