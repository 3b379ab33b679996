/**
 * A deposit, all of it or nothing: records, their Provenance, the receipt, and the event that tells of it, in one
 * transaction. The same bundle under the same key is one deposit, whoever sends it again, wherever it broke off.
 */
import { refused } from '@causeway/kit';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '@causeway/kit';
import { textOf, valuesAt } from '../fhir/elements.js';
import type { Resource } from '../fhir/resource.js';
import { attachUploads } from '../images/attach-uploads.js';
import type { ImageFiles } from '../images/image-files.js';
import { putRecords } from '../repository/write.js';
import { addDeposit, depositByKey, encounterRecord, uploadsOf } from '../repository/deposits.js';
import type { DepositKey } from '../repository/deposits.js';
import type { DepositRow } from '../tables.js';
import { depositBundle } from './deposit-bundle.js';
import type { DepositBundle } from './deposit-bundle.js';
import type { DepositTerms } from './deposit-terms.js';
import { draftDeposit } from './draft-deposit.js';
import type { DepositDraft } from './draft-deposit.js';
import { rejected } from './refusals.js';
import { REFUSED } from './refusal-texts.js';

/** What a client deposits. */
export interface DepositRequest {
  readonly idempotencyKey: string;
  /** JSON, as it was sent. */
  readonly bundle: unknown;
  /** Upload ids. */
  readonly uploads: readonly string[];
}

/**
 * Takes a bundle in, and returns the receipt; that of the former deposit where it is the same one again.
 *
 * @throws GraphQLError BAD_USER_INPUT for a key that is none, DEPOSIT_REJECTED for a bundle that is not taken, CONFLICT
 * for another bundle under the same key
 */
export function takeDeposit(
  database: Database,
  files: ImageFiles,
  terms: DepositTerms,
  { idempotencyKey, bundle: json, uploads }: DepositRequest,
): DepositRow {
  const key = { keyOwner: keyOwnerOf(terms), idempotencyKey: checkedKey(idempotencyKey) };
  const bundle = depositBundle(json);
  const former = formerOf(database.db, key, terms, bundle, uploads);
  if (former !== null) return former;
  const lookup = (id: string) => encounterRecord(database.db, terms, id);
  const draft = draftDeposit(bundle, terms, lookup);
  return database.inTransaction((db) => {
    const meanwhile = formerOf(db, key, terms, bundle, uploads);
    if (meanwhile !== null) return meanwhile;
    refuseSecondEncounter(db, terms, draft);
    putRecords(database, draft.records);
    attachImages(db, files, terms, draft, uploads);
    return addDeposit(db, rowOf(draft, key, terms, bundle), terms.purpose);
  });
}

/** A key belongs to one grant, or at home to one organisation. */
function keyOwnerOf({ grant, organization }: DepositTerms): string {
  return grant === null ? `Organization/${organization}` : `CrossBorderGrant/${grant}`;
}

function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw refused('BAD_USER_INPUT', REFUSED.key);
}

function formerOf(
  db: Database['db'],
  key: DepositKey,
  { patient }: DepositTerms,
  { digest }: DepositBundle,
  uploads: readonly string[],
): DepositRow | null {
  const former = depositByKey(db, key);
  if (former === null) return null;
  const isSame =
    former.digest === digest &&
    former.patient === patient &&
    isDeepStrictEqual(new Set(uploads), new Set(uploadsOf(db, former)));
  if (isSame) return former;
  throw refused('CONFLICT', REFUSED.usedKey);
}

/** Images are part of the deposit: where one cannot be bound, nothing is taken. */
function attachImages(
  db: Database['db'],
  files: ImageFiles,
  { patient, organization, grant, now }: DepositTerms,
  { records }: DepositDraft,
  uploads: readonly string[],
): void {
  if (uploads.length === 0) return;
  const studies = records
    .filter(({ type }) => type === 'ImagingStudy')
    .map(({ id, content }) => ({ record: id, instances: instancesOf(content) }));
  const hasReport = records.some(
    ({ type, category }) => type === 'DiagnosticReport' && category === 'RAD_REPORT',
  );
  const request = { uploads, patient, organization, grant, studies, hasReport, now };
  const problem = attachUploads(db, files, request);
  if (problem !== null) throw rejected(`uploads[${problem.position}]`, problem.problem);
}

/** The SOP instance UIDs of a study, in order. */
function instancesOf(study: Resource): readonly string[] {
  return valuesAt(study, 'series.instance.uid').flatMap((uid) => textOf(uid) ?? []);
}

/** Two deposits at once may each bring the encounter: the later one finds the other's. */
function refuseSecondEncounter(
  db: Database['db'],
  terms: DepositTerms,
  { resources }: DepositDraft,
): void {
  const { encounter } = terms;
  if (encounter === null || resources.every(({ type }) => type !== 'Encounter')) return;
  if (encounterRecord(db, terms, encounter) === null) return;
  throw refused('CONFLICT', REFUSED.secondEncounter);
}

function rowOf(
  { receipt, resources, encounter }: DepositDraft,
  key: DepositKey,
  terms: DepositTerms,
  { digest }: DepositBundle,
): DepositRow {
  const { patient, organization, practitionerRole, grant } = terms;
  return {
    id: receipt,
    patient,
    ...key,
    organization,
    practitionerRole,
    grant,
    encounter,
    sourceJurisdiction: terms.jurisdiction,
    legalBasis: terms.legalBasis.join(' '),
    isTest: terms.isTest,
    digest,
    resources,
    depositedAt: terms.now,
  };
}
