/** Consents with their history, and the sources of imported ones. */
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
import { sourceTable, versionColumns } from '@causeway/kit/tables';
import type { ConsentFact, Period, ProvisionFact } from '@causeway/schema';
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
