/** From a bundle to the records it becomes: everything that can be wrong with it is found here, before any is written. */
import { randomUUID } from 'node:crypto';
import type { ClinicalScope } from '@causeway/schema';
import { classify, isFreeText } from '../fhir/classify.js';
import { textAt } from '../fhir/elements.js';
import type { Resolve } from '../fhir/target.js';
import { toRecord } from '../fhir/to-record.js';
import type { NewRecord } from '../new-record.js';
import type { DepositedResource, SecurityLabel } from '../tables.js';
import { checkResource } from './check-resource.js';
import type { DepositBundle } from './deposit-bundle.js';
import { categorised } from './deposit-categories.js';
import type { CategorisedEntry } from './deposit-categories.js';
import { encounterOf } from './deposit-encounter.js';
import type { EncounterLookup } from './deposit-encounter.js';
import { EntryIndex, depositResolver, refuseForeignReferences } from './deposit-references.js';
import { namespaceOf } from './deposit-source.js';
import type { DepositTerms } from './deposit-terms.js';
import { stamps } from './stamp.js';
import { HTEST, asTestData, refuseTestData } from './test-data.js';

/** What a deposit amounts to. */
export interface DepositDraft {
  /** DepositReceipt id. */
  readonly receipt: string;
  /** What was deposited, and the Provenance of it. */
  readonly records: readonly NewRecord[];
  readonly resources: readonly DepositedResource[];
  /** The encounter it is of: see the table of deposits. */
  readonly encounter: string | null;
}

/** The records that a bundle becomes. @throws GraphQLError DEPOSIT_REJECTED with the place of what is wrong */
export function draftDeposit(
  bundle: DepositBundle,
  terms: DepositTerms,
  lookup: EncounterLookup,
): DepositDraft {
  if (!terms.isTest) refuseTestData(bundle.labels, 'Bundle');
  for (const entry of bundle.entries) checkResource(entry, terms.isTest);
  const placed = bundle.entries.map((entry) => ({ ...entry, id: randomUUID() }));
  const index = new EntryIndex(placed);
  const encounter = encounterOf(placed, terms, lookup);
  const resolve = depositResolver(terms, index, encounter);
  for (const entry of placed) refuseForeignReferences(entry, terms, encounter, resolve);
  const entries = categorised(placed, index, terms);
  const receipt = randomUUID();
  const encounterStart = startOf(entries.find(({ id }) => id === encounter.record));
  const built = labelled(
    entries.map((entry) =>
      recordOfEntry(entry, { receipt, bundle, terms, resolve, encounterStart }),
    ),
    bundle.labels,
  );
  return {
    receipt,
    records: [...built, ...stamps(built, terms, receipt)],
    resources: entries.map(({ id, type, category, fullUrl, digest }) => ({
      id,
      type,
      category,
      fullUrl,
      digest,
    })),
    encounter: terms.encounter ?? encounter.record,
  };
}

/** How many records of each category a deposit brings. */
export function countsOf(
  resources: readonly DepositedResource[],
): Readonly<Partial<Record<ClinicalScope, number>>> {
  const counts: Partial<Record<ClinicalScope, number>> = {};
  for (const { category } of resources) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

interface Making {
  readonly receipt: string;
  readonly bundle: DepositBundle;
  readonly terms: DepositTerms;
  readonly resolve: Resolve;
  /** FHIR dateTime; null where the deposit does not tell. */
  readonly encounterStart: string | null;
}

function startOf(encounter: CategorisedEntry | undefined): string | null {
  return encounter === undefined ? null : textAt(encounter.resource, 'period.start');
}

function recordOfEntry(
  entry: CategorisedEntry,
  { receipt, bundle, terms, resolve, encounterStart }: Making,
): NewRecord {
  const resource = terms.isTest ? asTestData(entry.resource) : entry.resource;
  const record = toRecord(resource, {
    id: entry.id,
    patient: terms.patient,
    sourceNamespace: namespaceOf(receipt),
    sourceId: entry.id,
    resolve,
    sourceJurisdiction: terms.jurisdiction,
    category: entry.category,
    surroundings: { bundleLabels: bundle.labels },
    dates: { encounterStart, provenanceRecorded: new Date(terms.now).toISOString() },
    encounterOrganization: terms.organization,
  });
  if (record === null) throw new Error('Expected a record of a checked category, got none');
  return record;
}

/**
 * A text about other records follows the most sensitive of those it came with, which are all of one encounter; a
 * Provenance carries the labels of its targets.
 */
function labelled(
  records: readonly NewRecord[],
  bundleLabels: readonly SecurityLabel[],
): readonly NewRecord[] {
  const isText = ({ content }: NewRecord): boolean => isFreeText(content);
  const accompanied = records
    .filter((record) => !isText(record) && record.type !== 'Provenance')
    .map(({ security }) => security);
  const texts = records.map((record) =>
    isText(record)
      ? { ...record, security: classify(record.content, { bundleLabels, accompanied }) }
      : record,
  );
  const labels = new Map(texts.map(({ id, security }) => [id, security]));
  return texts.map((record) => {
    if (record.type !== 'Provenance') return record;
    const targets = record.links.filter(({ element }) => element === 'target');
    const own = record.security.filter(({ code }) => code === HTEST.code);
    return {
      ...record,
      security: [...own, ...targets.flatMap(({ target }) => labels.get(target) ?? [])],
    };
  });
}
