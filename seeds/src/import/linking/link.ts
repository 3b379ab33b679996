/** From items to rows: decides what becomes of every item of a run, and stages what is to be written. */
import { randomUUID } from 'node:crypto';
import type { NewRecord } from '@causeway/records';
import { consentEntry } from '../entries/consent/consent.js';
import type { Stores } from '../stores.js';
import type { Staging } from '../staging/staging.js';
import { draftProvenance, draftRecords } from './draft.js';
import { LinkRun } from './link-run.js';
import { Medications } from './medication.js';
import { PatientRecords } from './patient-records.js';
import { linkPatients, linkRelatedPersons } from './people.js';
import { linkProviders } from './providers.js';
import { stageBound } from './stage-bound.js';
import { subjectOf } from './subject.js';

/** Decides on everything that a run has read. Until it returns, neither the databases nor the staging file change. */
export function link(staging: Staging, stores: Stores): void {
  const run = new LinkRun(staging, stores);
  linkProviders(run);
  const newcomers = linkPatients(run);
  linkRelatedPersons(run);
  linkRecords(run, newcomers);
  linkConsents(run);
  run.decide();
}

function linkRecords(run: LinkRun, newcomers: ReadonlySet<string>): void {
  const stored = storedRecords(run, newcomers);
  const drafts = draftRecords(run);
  const categories = new Map(drafts.map(({ id, category }) => [id, category]));
  const provenance = draftProvenance(
    run,
    (id, patient) =>
      categories.get(id) ?? stored(patient).find((record) => record.id === id)?.category ?? null,
  );
  const medications = new Medications(run);
  const surrounding = {
    recorded: provenance.recorded,
    medications,
    jurisdictionOf: jurisdictions(run),
  };
  for (const [patient, own] of Map.groupBy(
    [...drafts, ...provenance.drafts],
    (draft) => draft.patient,
  )) {
    new PatientRecords(run, patient, stored(patient), surrounding).stage(own);
  }
  for (const item of run.itemsOf('record')) {
    if (run.dispositionOf(item) === 'KEPT') medications.await(run.resourceOf(item), item);
  }
  medications.settle();
}

function storedRecords(
  run: LinkRun,
  newcomers: ReadonlySet<string>,
): (patient: string) => NewRecord[] {
  return (patient) => (newcomers.has(patient) ? [] : run.stores.records.statedOfPatient(patient));
}

function jurisdictions(run: LinkRun): (organization: string) => string | null {
  const known = new Map<string, string | null>();
  for (const { kind, id, entry } of run.rows) {
    if (kind !== 'organization' || entry === null) continue;
    known.set(id, (entry as { readonly jurisdiction: string }).jurisdiction);
  }
  return (organization) => {
    const here = known.get(organization);
    if (here !== undefined) return here;
    const [stored] = run.stores.providers.organizationsById([organization]);
    known.set(organization, stored?.jurisdiction ?? null);
    return stored?.jurisdiction ?? null;
  };
}

function linkConsents(run: LinkRun): void {
  const { consents } = run.stores;
  stageBound(run, 'consent', {
    type: 'Consent',
    boundTo: (resource, item) => subjectOf(run, resource, item),
    idOfSource: (source) => consents.consentOfSource(source),
    resourceOf: () => null,
    newId: () => randomUUID(),
    entryOf: consentEntry,
  });
}
