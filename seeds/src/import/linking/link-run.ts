/** What the steps of deciding share: the items of a run, what they became, and the rows that come of it. */
import { referencesOf, textOf } from '@causeway/records/fhir';
import type { Element, Resolve, Resource } from '@causeway/records/fhir';
import type { Source } from '@causeway/kit';
import { withoutLabelledElements } from '../entries/without-labelled.js';
import type { Kind } from '../kinds.js';
import type { Refusal } from '../refusal.js';
import type { Stores } from '../stores.js';
import type { Settled, Staging } from '../staging/staging.js';
import type { Findings, ItemRow, StagedRow } from '../staging/tables.js';
import { ReferenceIndex } from './reference-index.js';
import type { IndexedItem } from './reference-index.js';
import { Targets } from './targets.js';

/** An item that nothing speaks against so far. */
export interface LinkItem extends IndexedItem {
  readonly kind: Kind;
  readonly bundleLabels: NonNullable<ItemRow['bundleLabels']>;
}

/** Why an item is kept without a row. */
export const PATIENT_NOT_FOUND = 'PATIENT_NOT_FOUND';

/** One run's way from items to rows. */
export class LinkRun {
  readonly stores: Stores;
  readonly items: readonly LinkItem[];
  readonly targets: Targets;
  readonly rows: StagedRow[] = [];
  readonly #staging: Staging;
  readonly #settled = new Map<number, Settled>();
  readonly #unresolved = new Map<string, number>();
  #recordsWithUnresolved = 0;
  #keptApart = 0;

  constructor(staging: Staging, stores: Stores) {
    this.#staging = staging;
    this.stores = stores;
    this.items = staging.open().map(linkItem);
    this.targets = new Targets(new ReferenceIndex(this.items), stores.records);
  }

  /** The items of a kind, in order. */
  itemsOf(kind: Kind): readonly LinkItem[] {
    return this.items.filter((item) => item.kind === kind);
  }

  /** An item's resource; of people without what their source labelled by itself. */
  resourceOf({ seq, kind }: Pick<LinkItem, 'seq' | 'kind'>): Resource {
    const resource = JSON.parse(this.#staging.contentOf(seq)) as Resource;
    const isPerson = kind === 'patient' || kind === 'related-person';
    return isPerson ? withoutLabelledElements(resource) : resource;
  }

  /** Resolves the references of an item; records only among those of the patient. */
  resolverFor(item: LinkItem, patient: string | null): Resolve {
    return (reference: Element) => this.targets.resolve(reference, item, patient);
  }

  /** Says that an item made a new row, or belongs to one that is there. */
  take({ seq }: LinkItem, isNew: boolean): void {
    this.#settled.set(seq, { seq, disposition: isNew ? 'IMPORTED' : 'MERGED' });
  }

  /** Says that an item is not taken. */
  refuse({ seq }: LinkItem, { code, reason }: Refusal): void {
    this.#settled.set(seq, { seq, disposition: 'REFUSED', code, reason });
  }

  /** Says that an item waits for its patient. */
  keep({ seq }: LinkItem, reason: string): void {
    this.#settled.set(seq, { seq, disposition: 'KEPT', code: PATIENT_NOT_FOUND, reason });
  }

  /** What became of an item so far. */
  dispositionOf({ seq }: LinkItem): Settled['disposition'] | null {
    return this.#settled.get(seq)?.disposition ?? null;
  }

  /** Counts a resource that was kept apart from somebody it contradicts. */
  noteKeptApart(): void {
    this.#keptApart += 1;
  }

  /** Counts the references of a resource that do not resolve. */
  noteUnresolved(resource: Resource, resolve: Resolve): void {
    const unresolved = referencesOf(resource)
      .map(({ reference }) => reference)
      .filter((reference) => !isContained(reference) && resolve(reference) === null);
    for (const reference of unresolved) {
      const style = styleOf(reference);
      this.#unresolved.set(style, (this.#unresolved.get(style) ?? 0) + 1);
    }
    if (unresolved.length > 0) this.#recordsWithUnresolved += 1;
  }

  /** Hands everything over to be committed. */
  decide(): void {
    const open = this.items.find(({ seq }) => !this.#settled.has(seq));
    if (open !== undefined) {
      throw new Error(
        `Expected every item to be decided, got ${open.type} of ${open.file} undecided`,
      );
    }
    this.#staging.decide({
      settled: this.#settled.values(),
      rows: this.rows,
      findings: this.#findings(),
    });
  }

  #findings(): Findings {
    const unresolved = [...this.#unresolved].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      unresolved: Object.fromEntries(unresolved),
      recordsWithUnresolved: this.#recordsWithUnresolved,
      keptApart: this.#keptApart,
    };
  }
}

function linkItem(row: Omit<ItemRow, 'content'>): LinkItem {
  const { seq, file, root, type, kind, localId, fullUrl, bundle, bundleLabels } = row;
  if (type === null || kind === null) {
    throw new Error(`Expected item ${seq} to be of a kind, got none`);
  }
  return {
    seq,
    file,
    root,
    type,
    kind,
    localId,
    fullUrl,
    bundle,
    bundleLabels: bundleLabels ?? [],
    source: sourceOf(row),
  };
}

function sourceOf({ seq, sourceNamespace, sourceId }: Omit<ItemRow, 'content'>): Source {
  if (sourceNamespace !== null && sourceId !== null) {
    return { namespace: sourceNamespace, id: sourceId };
  }
  throw new Error(`Expected item ${seq} to have a source, got none`);
}

function isContained(reference: Element): boolean {
  return textOf(reference['reference'])?.startsWith('#') ?? false;
}

function styleOf(reference: Element): string {
  const literal = textOf(reference['reference']);
  if (literal === null) return 'identifier';
  if (literal.includes('?')) return 'conditional';
  if (literal.startsWith('urn:')) return 'urn';
  return literal.includes('://') ? 'absolute' : 'relative';
}
