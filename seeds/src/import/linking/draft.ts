/** Clinical records on their way: which patient, category and id each item of a run has. */
import { createHash, randomUUID } from 'node:crypto';
import type { Source } from '@causeway/kit';
import { RECORD_TYPES } from '@causeway/records';
import { categoryOf, objectOf, textOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resource } from '@causeway/records/fhir';
import type { ClinicalScope } from '@causeway/schema';
import { refusal } from '../refusal.js';
import type { LinkItem, LinkRun } from './link-run.js';
import { subjectOf } from './subject.js';
import { sourceWithin } from './targets.js';

/** An item that becomes a record. */
export interface Draft {
  readonly item: LinkItem;
  readonly patient: string;
  readonly category: ClinicalScope;
  /** Record id. */
  readonly id: string;
  readonly source: Source;
  readonly isNew: boolean;
}

/** An item with its patient, whose category may still follow from a report that lists it. */
interface Bound {
  readonly item: LinkItem;
  readonly patient: string;
  readonly category: ClinicalScope | null;
  /** For a note, or a report that is nothing but one: what it says, as a digest. */
  readonly text: string | null;
}

const REPORTED: ReadonlySet<ClinicalScope> = new Set([
  'LAB_REPORT',
  'RAD_REPORT',
  'OTHER_INVESTIGATION',
]);

/** Binds every record of a run to its patient, category and id, all but those of Provenance. */
export function draftRecords(run: LinkRun): readonly Draft[] {
  const bound: Bound[] = [];
  const reported = new Map<number, ClinicalScope>();
  for (const item of run.itemsOf('record')) {
    if (item.type === 'Provenance') continue;
    const resource = run.resourceOf(item);
    const subject = subjectOf(run, resource, item);
    if (subject.kind === 'none') {
      run.refuse(item, subject.refusal);
    } else if (subject.kind === 'unknown') {
      run.keep(item, subject.reason);
    } else {
      const category = categoryOf(resource);
      noteResults(run, resource, item, category, reported);
      bound.push({ item, patient: subject.patient, category, text: textDigestOf(resource) });
    }
  }
  const listed = bound.flatMap((each) => {
    const category = each.category ?? reported.get(each.item.seq) ?? null;
    if (category !== null) return [{ ...each, category }];
    const reason = `${each.item.type} of this category and code is in no sharable category`;
    run.refuse(each.item, refusal('NO_SHARABLE_CATEGORY', reason));
    return [];
  });
  const drafts = withIds(run, listed);
  mergeRepeatedNotes(run, drafts);
  return drafts;
}

/** Gives each item the id that its source has been given before, or a new one, and says what it means. */
function withIds(
  run: LinkRun,
  items: readonly (Bound & { readonly category: ClinicalScope })[],
): (Draft & Pick<Bound, 'text'>)[] {
  const sources = items.map(({ item, patient }) => sourceWithin(patient, item.source));
  const known = new Map<string, string>();
  for (const [namespace, group] of Map.groupBy(sources, (source) => source.namespace)) {
    const stored = run.stores.records.sourceIds(
      namespace,
      group.map(({ id }) => id),
    );
    for (const [sourceId, id] of stored) known.set(`${namespace} ${sourceId}`, id);
  }
  const made = new Set<string>();
  return items.map(({ item, patient, category, text }, index) => {
    const source = sources[index] ?? sourceWithin(patient, item.source);
    const key = `${source.namespace} ${source.id}`;
    const before = known.get(key);
    const id = before ?? randomUUID();
    if (before === undefined) {
      known.set(key, id);
      made.add(id);
    }
    run.take(item, before === undefined);
    run.targets.place(item.seq, { type: item.type, id, patient });
    return { item, patient, category, id, source, isNew: made.has(id), text };
  });
}

/**
 * A report that is nothing but a note which a document of the same patient holds already is that document: one item,
 * so that withholding it withholds both.
 */
function mergeRepeatedNotes(run: LinkRun, drafts: (Draft & Pick<Bound, 'text'>)[]): void {
  const documents = new Map<string, Draft>();
  for (const draft of drafts) {
    const { item, patient, text } = draft;
    if (item.type === 'DocumentReference' && text !== null)
      documents.set(`${patient} ${text}`, draft);
  }
  const repeated = new Set<string>();
  for (const { item, patient, text, id } of drafts) {
    const document =
      item.type === 'DiagnosticReport' ? documents.get(`${patient} ${text ?? ''}`) : undefined;
    if (document === undefined) continue;
    repeated.add(id);
    run.take(item, false);
    run.targets.place(item.seq, { type: 'DocumentReference', id: document.id, patient });
  }
  drafts.splice(0, drafts.length, ...drafts.filter(({ id }) => !repeated.has(id)));
}

/** What a note says: the digest of its attached data, for documents and for reports without results. */
function textDigestOf(resource: Resource): string | null {
  const path = { DocumentReference: 'content.attachment', DiagnosticReport: 'presentedForm' }[
    resource.resourceType
  ];
  if (path === undefined || resource['result'] !== undefined) return null;
  const data = valuesAt(resource, path).map((attachment) => textOf(objectOf(attachment)?.['data']));
  if (data.length === 0 || data.includes(null)) return null;
  return createHash('sha256')
    .update(data.join('\n').replace(/[ \t\r]+/g, ''))
    .digest('hex');
}

function noteResults(
  run: LinkRun,
  resource: Resource,
  item: LinkItem,
  category: ClinicalScope | null,
  reported: Map<number, ClinicalScope>,
): void {
  if (resource.resourceType !== 'DiagnosticReport' || category === null || !REPORTED.has(category))
    return;
  for (const result of valuesAt(resource, 'result')) {
    const seq = run.targets.itemOf(objectOf(result) ?? {}, item);
    if (seq !== null) reported.set(seq, category);
  }
}

const RECORDS: ReadonlySet<string> = new Set(RECORD_TYPES);

/**
 * Binds every Provenance of a run to the one patient and category of its targets. One that speaks of several stands
 * under none; when it was recorded still counts for records without a date.
 */
export function draftProvenance(
  run: LinkRun,
  categoryOfRecord: (id: string, patient: string) => ClinicalScope | null,
): { readonly drafts: readonly Draft[]; readonly recorded: ReadonlyMap<string, string> } {
  const bound: (Bound & { readonly category: ClinicalScope })[] = [];
  const recorded = new Map<string, string>();
  for (const item of run.itemsOf('record')) {
    if (item.type !== 'Provenance') continue;
    const resource = run.resourceOf(item);
    const references = valuesAt(resource, 'target').map((each) => objectOf(each) ?? {});
    const targets = references.flatMap((each) => run.targets.resolve(each, item, null) ?? []);
    const at = textOf(resource['recorded']);
    for (const { id } of targets) if (at !== null && !recorded.has(id)) recorded.set(id, at);
    const patients = new Set(targets.flatMap(({ patient }) => patient ?? []));
    const [patient] = patients;
    const categories = new Set(
      targets.flatMap(({ type, id, patient: of }) =>
        RECORDS.has(type) && of !== null ? (categoryOfRecord(id, of) ?? []) : [],
      ),
    );
    const [category] = categories;
    if (patient === undefined && references.some(mayBeRecord)) {
      run.keep(item, 'None of its targets is in this graph; import them, and it is taken');
    } else if (patients.size > 1) {
      run.refuse(
        item,
        refusal(
          'AMBIGUOUS_SUBJECT',
          `Expected targets of one patient, got those of ${patients.size}`,
        ),
      );
    } else if (patient === undefined || category === undefined) {
      run.refuse(item, refusal('NO_SHARABLE_CATEGORY', 'Expected a record as target, got none'));
    } else if (categories.size > 1) {
      run.refuse(
        item,
        refusal(
          'PROVENANCE_OF_MANY',
          `Expected targets of one category, got ${categories.size}: it can stand under one scope only`,
        ),
      );
    } else {
      bound.push({ item, patient, category, text: null });
    }
  }
  return { drafts: withIds(run, bound), recorded };
}

function mayBeRecord(reference: Element): boolean {
  const type = /^([A-Z]\w+)\//.exec(textOf(reference['reference']) ?? '')?.[1];
  return type === undefined || RECORDS.has(type);
}
