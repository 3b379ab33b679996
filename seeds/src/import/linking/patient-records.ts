/** The records of one patient: what this run brings, beside what is there already. */
import type { NewRecord } from '@causeway/records';
import { classify, isFreeText, objectOf, textAt, toRecord } from '@causeway/records/fhir';
import type { Resource, SecurityLabel } from '@causeway/records/fhir';
import { confidentialityOf } from '@causeway/schema';
import { isOutdoneBy, rankOf } from '../identity/rank.js';
import { UNKNOWN_JURISDICTION } from '../entries/jurisdiction.js';
import type { Draft } from './draft.js';
import type { LinkRun } from './link-run.js';
import type { Medications } from './medication.js';

/** What the records of a patient are built with. */
export interface Surrounding {
  /** By record id: when a Provenance says that it was recorded. */
  readonly recorded: ReadonlyMap<string, string>;
  readonly medications: Medications;
  /** ISO 3166-2 by Organization id. */
  jurisdictionOf(organization: string): string | null;
}

/** A version of a record that is to be built. */
interface Version {
  readonly draft: Draft;
  readonly resource: Resource;
}

/** Builds and stages the records of one patient. */
export class PatientRecords {
  readonly #run: LinkRun;
  readonly #patient: string;
  readonly #surrounding: Surrounding;
  /** Every record of the patient as it will be: stored ones, and over them what this run brings. */
  readonly #records: Map<string, NewRecord>;
  readonly #stored: ReadonlyMap<string, NewRecord>;
  readonly #labels = new Map<string, readonly SecurityLabel[]>();

  constructor(
    run: LinkRun,
    patient: string,
    stored: readonly NewRecord[],
    surrounding: Surrounding,
  ) {
    this.#run = run;
    this.#patient = patient;
    this.#surrounding = surrounding;
    this.#stored = new Map(stored.map((record) => [record.id, record]));
    this.#records = new Map(this.#stored);
  }

  /** Stages the records that the drafts amount to, and those that have to be raised because of them. */
  stage(drafts: readonly Draft[]): void {
    const versions = this.#versionsOf(drafts);
    const built = new Set<string>();
    // Encounters first, since their date and organisation count for what happened during them.
    for (const version of inOrder(versions)) {
      const { draft } = version;
      const record = this.#build(version);
      const stored = this.#stored.get(draft.id);
      if (stored !== undefined && isOutdoneBy(rankOf(record.content), rankOf(stored.content)))
        continue;
      this.#records.set(draft.id, record);
      built.add(draft.id);
    }
    this.#relabel(built);
    const isNew = new Map(versions.map(({ draft }) => [draft.id, draft.isNew]));
    for (const record of this.#records.values()) {
      const isChanged = built.has(record.id) || record !== this.#stored.get(record.id);
      if (!isChanged) continue;
      this.#run.rows.push({
        kind: 'record',
        id: record.id,
        patient: this.#patient,
        isNew: isNew.get(record.id) ?? false,
        entry: record,
        sources: [],
      });
    }
  }

  /** For each record the version that says most; of equals the later read. */
  #versionsOf(drafts: readonly Draft[]): readonly Version[] {
    const best = new Map<string, Version>();
    for (const draft of drafts) {
      const resource = this.#surrounding.medications.within(
        this.#run.resourceOf(draft.item),
        draft.item,
      );
      const known = best.get(draft.id);
      const isBetter =
        known === undefined || !isOutdoneBy(rankOf(resource), rankOf(known.resource));
      if (isBetter) best.set(draft.id, { draft, resource });
    }
    return [...best.values()];
  }

  #build({ draft, resource }: Version): NewRecord {
    const { item, id, source, category } = draft;
    const resolve = this.#run.resolverFor(item, this.#patient);
    this.#run.noteUnresolved(resource, resolve);
    const encounter = this.#encounterOf(resource, resolve);
    const record = toRecord(resource, {
      id,
      patient: this.#patient,
      sourceNamespace: source.namespace,
      sourceId: source.id,
      resolve,
      sourceJurisdiction: UNKNOWN_JURISDICTION,
      category,
      surroundings: { bundleLabels: item.bundleLabels },
      dates: {
        encounterStart: encounter?.clinicalDate ?? null,
        provenanceRecorded: this.#surrounding.recorded.get(id) ?? null,
      },
      encounterOrganization: encounter?.authorOrganization ?? null,
    });
    if (record === null) throw new Error(`Expected ${item.type} to have a category, got none`);
    this.#labels.set(id, item.bundleLabels);
    const organization = record.authorOrganization;
    const jurisdiction =
      organization === null ? null : this.#surrounding.jurisdictionOf(organization);
    return { ...record, sourceJurisdiction: jurisdiction ?? UNKNOWN_JURISDICTION };
  }

  #encounterOf(resource: Resource, resolve: ReturnType<LinkRun['resolverFor']>): NewRecord | null {
    for (const path of ['encounter', 'context.encounter', 'context']) {
      const reference = referenceAt(resource, path);
      const target = reference === null ? null : resolve(reference);
      if (target?.type === 'Encounter') return this.#records.get(target.id) ?? null;
    }
    return null;
  }

  /**
   * Labels what follows other records: the notes and reports of this run, and of those that are there already the ones
   * that something more sensitive has now come to stand beside.
   */
  #relabel(built: ReadonlySet<string>): void {
    const followers = [...this.#records.values()].filter(({ content }) => follows(content));
    // A Provenance may follow a note, which has to be labelled by then.
    followers.sort(
      (one, other) => Number(one.type === 'Provenance') - Number(other.type === 'Provenance'),
    );
    for (const record of followers) {
      const accompanied = this.#accompaniedBy(record).map(({ security }) => security);
      const bundleLabels = this.#labels.get(record.id) ?? [];
      const security = classify(record.content, { bundleLabels, accompanied });
      const isHigher = confidentialityOf(security) > confidentialityOf(record.security);
      if (built.has(record.id) || isHigher) this.#records.set(record.id, { ...record, security });
    }
  }

  #accompaniedBy({ id, type, links }: NewRecord): readonly NewRecord[] {
    const named = links.filter(({ element }) => NAMED.has(element)).map(({ target }) => target);
    const encounters = new Set(
      links.filter(({ element }) => ENCOUNTERS.has(element)).map(({ target }) => target),
    );
    return [...this.#records.values()].filter((other) => {
      if (other.id === id || (follows(other.content) && type !== 'Provenance')) return false;
      const isDuring =
        encounters.has(other.id) || (other.encounter !== null && encounters.has(other.encounter));
      return named.includes(other.id) || (type !== 'Provenance' && isDuring);
    });
  }
}

const NAMED: ReadonlySet<string> = new Set(['context.related', 'result', 'target', 'imagingStudy']);

const ENCOUNTERS: ReadonlySet<string> = new Set(['encounter', 'context.encounter']);

function follows(content: Resource): boolean {
  return isFreeText(content) || content.resourceType === 'Provenance';
}

function inOrder(versions: readonly Version[]): readonly Version[] {
  const isEncounter = ({ draft }: Version): boolean => draft.item.type === 'Encounter';
  return [...versions.filter(isEncounter), ...versions.filter((version) => !isEncounter(version))];
}

function referenceAt(resource: Resource, path: string) {
  const [first = '', second] = path.split('.');
  const value = second === undefined ? resource[first] : objectOf(resource[first])?.[second];
  const reference = objectOf(Array.isArray(value) ? (value as readonly unknown[])[0] : value);
  return textAt(reference, 'reference') === null ? null : reference;
}
