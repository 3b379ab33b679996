/**
 * Finds the item that a reference means, in the order that the references of real bundles need: the exact URL in the
 * bundle; type and id in the bundle; then, since files refer to each other, the URL or UUID anywhere, and for what
 * stands alone type and id in the nearest folder. What two different items answer to is answered by none.
 */
import { dirname } from 'node:path';
import type { Source } from '@causeway/kit';
import { UUID_NAMESPACE, restUrlOf, uuidOf } from '../identity/source-key.js';

/** What the index knows of an item. */
export interface IndexedItem {
  readonly seq: number;
  readonly file: string;
  readonly root: string;
  readonly type: string;
  readonly localId: string | null;
  readonly fullUrl: string | null;
  readonly bundle: string | null;
  readonly source: Source;
}

const RELATIVE = /^([A-Z]\w+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/** The items of a run by all they can be referred to by. */
export class ReferenceIndex {
  readonly #inBundle = new Map<string, number>();
  readonly #bySource = new Map<string, number[]>();
  readonly #inFolder = new Map<string, number[]>();

  constructor(items: Iterable<IndexedItem>) {
    for (const item of items) this.#add(item);
  }

  /** The items that a literal reference means: none, one, or several that have to turn out to be the same. */
  itemsOf(reference: string, from: IndexedItem): readonly number[] {
    const exact = this.#inBundle.get(bundleKey(from, reference));
    if (exact !== undefined) return [exact];
    const relative = relativeOf(reference);
    const inBundle = relative === null ? undefined : this.#inBundle.get(bundleKey(from, relative));
    if (inBundle !== undefined) return [inBundle];
    for (const source of sourcesOf(reference, from)) {
      const found = this.#bySource.get(sourceKey(source));
      if (found !== undefined) return found;
    }
    if (relative === null || from.bundle !== null) return [];
    return (
      foldersOf(from)
        .map((folder) => this.#inFolder.get(`${folder} ${relative}`))
        .find((found) => found !== undefined) ?? []
    );
  }

  #add(item: IndexedItem): void {
    const { seq, bundle, fullUrl, localId, source } = item;
    if (bundle !== null) {
      if (fullUrl !== null) this.#inBundle.set(bundleKey(item, fullUrl), seq);
      // What the bundle calls it goes before what it calls itself.
      const named = fullUrl === null ? null : (relativeOf(fullUrl) ?? typeAndId(fullUrl));
      for (const id of [named, localId]) {
        const key = id === null ? null : bundleKey(item, id);
        if (key !== null && !this.#inBundle.has(key)) this.#inBundle.set(key, seq);
      }
    } else if (localId !== null && source.namespace !== UUID_NAMESPACE) {
      for (const folder of foldersOf(item)) push(this.#inFolder, `${folder} ${localId}`, seq);
    }
    push(this.#bySource, sourceKey(source), seq);
    const uuid = source.namespace === UUID_NAMESPACE ? source.id.split('/')[1] : undefined;
    if (uuid !== undefined)
      push(this.#bySource, sourceKey({ namespace: UUID_NAMESPACE, id: uuid }), seq);
  }
}

/**
 * The sources that a literal reference may mean beyond its bundle: an absolute URL, a UUID, or for a relative
 * reference in an entry that has a URL, the same server.
 */
export function sourcesOf(
  reference: string,
  from: Pick<IndexedItem, 'fullUrl'>,
): readonly Source[] {
  const rest = restUrlOf(reference);
  if (rest !== null) return [{ namespace: rest.base, id: `${rest.type}/${rest.id}` }];
  const urn = uuidOf(reference);
  if (urn !== null) return [{ namespace: UUID_NAMESPACE, id: urn }];
  const relative = relativeOf(reference);
  if (relative === null) return [];
  const base = from.fullUrl === null ? null : (restUrlOf(from.fullUrl)?.base ?? null);
  if (base !== null) return [{ namespace: base, id: relative }];
  const uuid = uuidOf(relative.split('/')[1] ?? '');
  return uuid === null
    ? []
    : [{ namespace: UUID_NAMESPACE, id: `${relative.split('/')[0] ?? ''}/${uuid}` }];
}

/** Type and id of a relative reference without its version; null where it is none. */
export function relativeOf(reference: string): string | null {
  const [, type, id] = RELATIVE.exec(reference) ?? [];
  return type === undefined || id === undefined ? null : `${type}/${id}`;
}

/** The folders from that of a file up to the root of its import, nearest first. */
export function foldersOf({ file, root }: Pick<IndexedItem, 'file' | 'root'>): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === root || folder === dirname(folder)) return folders;
  }
}

function typeAndId(url: string): string | null {
  const rest = restUrlOf(url);
  return rest === null ? null : `${rest.type}/${rest.id}`;
}

function bundleKey({ file, bundle }: IndexedItem, name: string): string {
  return `${file} ${bundle ?? 'alone'} ${name}`;
}

const sourceKey = ({ namespace, id }: Source): string => `${namespace} ${id}`;

function push(map: Map<string, number[]>, key: string, seq: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [seq]);
  else list.push(seq);
}
