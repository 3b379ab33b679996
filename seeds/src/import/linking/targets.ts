/** What references mean in this graph: an item of this run, or what an earlier one brought. */
import type { Source } from '@causeway/kit';
import { RECORD_TYPES } from '@causeway/records';
import { objectOf, textOf } from '@causeway/records/fhir';
import type { Element, Target } from '@causeway/records/fhir';
import { uuidOf } from '../identity/source-key.js';
import { foldersOf, relativeOf, sourcesOf } from './reference-index.js';
import type { IndexedItem, ReferenceIndex } from './reference-index.js';

/** Something of this graph that a reference can mean. */
export interface PlacedTarget extends Target {
  /** The Patient id it belongs to; null for what belongs to no patient. */
  readonly patient: string | null;
}

/** Those of one type that are found by identifier and by source. */
export interface Directory {
  withIdentifier(system: string, value: string): readonly string[];
  ofSource(source: Source): string | null;
  /** What stands under an id of the type. */
  placed(id: string): PlacedTarget;
}

/** Finds records of earlier runs. */
export interface StoredRecords {
  sourceIds(namespace: string, ids: readonly string[]): ReadonlyMap<string, string>;
}

const CONDITIONAL = /^([A-Z]\w+)\?identifier=([^|]+)\|(.+)$/;

/** Resolves the references of items. */
export class Targets {
  readonly #index: ReferenceIndex;
  readonly #records: StoredRecords;
  readonly #directories = new Map<string, Directory>();
  readonly #placed = new Map<number, PlacedTarget>();

  constructor(index: ReferenceIndex, records: StoredRecords) {
    this.#index = index;
    this.#records = records;
  }

  /** Makes those of a type known by identifier and source. */
  register(type: string, directory: Directory): void {
    this.#directories.set(type, directory);
  }

  /** Says what an item became. */
  place(seq: number, target: PlacedTarget): void {
    this.#placed.set(seq, target);
  }

  /** What an item became, null where it is not taken. */
  placedOf(seq: number): PlacedTarget | null {
    return this.#placed.get(seq) ?? null;
  }

  /** The one item that a literal reference means, taken or not; null for none and for several. */
  itemOf(reference: Element, from: IndexedItem): number | null {
    const literal = textOf(reference['reference']);
    if (literal === null) return null;
    const [only, ...others] = this.#index.itemsOf(literal, from);
    return others.length === 0 ? (only ?? null) : null;
  }

  /** What a reference means; records are found among those of the given patient alone. */
  resolve(reference: Element, from: IndexedItem, patient: string | null): PlacedTarget | null {
    const literal = textOf(reference['reference']);
    const target =
      literal === null ? this.#byIdentifier(reference) : this.#literal(literal, from, patient);
    // A record never leads into the records of somebody else.
    const isOfOther = patient !== null && target?.patient != null && target.patient !== patient;
    return isOfOther ? null : target;
  }

  #literal(literal: string, from: IndexedItem, patient: string | null): PlacedTarget | null {
    if (literal.startsWith('#')) return null;
    const [, type, system, value] = CONDITIONAL.exec(literal) ?? [];
    if (type !== undefined && system !== undefined && value !== undefined) {
      return this.#identified([type], decodeURIComponent(system), decodeURIComponent(value));
    }
    const items = this.#index.itemsOf(literal, from);
    if (items.length > 0) {
      return onlyOne(items.flatMap((seq) => this.#placed.get(seq) ?? []));
    }
    for (const source of [...sourcesOf(literal, from), ...folderSources(literal, from)]) {
      const found = this.#stored(source, patient);
      if (found !== null) return found;
    }
    return null;
  }

  #byIdentifier(reference: Element): PlacedTarget | null {
    const identifier = objectOf(reference['identifier']);
    const system = textOf(identifier?.['system']);
    const value = textOf(identifier?.['value']);
    if (system === null || value === null) return null;
    const type = textOf(reference['type']);
    return this.#identified(type === null ? [...this.#directories.keys()] : [type], system, value);
  }

  #identified(types: readonly string[], system: string, value: string): PlacedTarget | null {
    return onlyOne(
      types.flatMap((type) => {
        const directory = this.#directories.get(type);
        return directory?.withIdentifier(system, value).map((id) => directory.placed(id)) ?? [];
      }),
    );
  }

  #stored(source: Source, patient: string | null): PlacedTarget | null {
    const [type] = source.id.split('/');
    // A bare UUID does not say of what type it is.
    const isBare = uuidOf(source.id) !== null;
    for (const [known, directory] of this.#directories) {
      if (!isBare && known !== type) continue;
      const id = directory.ofSource(isBare ? { ...source, id: `${known}/${source.id}` } : source);
      if (id !== null) return directory.placed(id);
    }
    if (patient === null) return null;
    const sources = (isBare ? RECORD_TYPES.map((each) => `${each}/${source.id}`) : [source.id]).map(
      (id) => sourceWithin(patient, { ...source, id }).id,
    );
    const [found] = this.#records.sourceIds(source.namespace, sources);
    if (found === undefined) return null;
    return { type: found[0].split('/')[2] ?? '', id: found[1], patient };
  }
}

/**
 * The source of something that belongs to a patient. Two people whose records a source calls by one id never share a
 * record by it.
 */
export function sourceWithin(patient: string, { namespace, id }: Source): Source {
  return { namespace, id: `Patient/${patient}/${id}` };
}

function folderSources(literal: string, from: IndexedItem): readonly Source[] {
  const id = relativeOf(literal);
  if (id === null || from.bundle !== null) return [];
  return foldersOf(from).map((namespace) => ({ namespace, id }));
}

/** The one thing that all of the targets are; null for none and for several. */
function onlyOne(targets: readonly PlacedTarget[]): PlacedTarget | null {
  const [first] = targets;
  return first !== undefined && targets.every(({ id }) => id === first.id) ? first : null;
}
