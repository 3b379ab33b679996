/** Clinical resources, one row each, with what decisions and filters read beside them. */
import type { ClinicalScope, Confidentiality } from '@causeway/schema';
import {
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
import type { Resource } from '../fhir/resource.js';
import type { RecordType } from '../record-types.js';

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

/** Grow with every change of a patient's records, by Patient id. */
export const epochs = epochTable();
