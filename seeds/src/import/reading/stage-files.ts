import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sourceOf } from '../identity/source-key.js';
import { kindOf } from '../kinds.js';
import type { NewItem, Staging } from '../staging/staging.js';
import { examine } from './examine.js';
import type { Entry, ReadItem } from './entry.js';
import type { ListedFile } from './files.js';
import { readItems } from './read-file.js';

/** Items are staged in batches, so that a file of any length needs little memory. */
const BATCH = 500;

/** Reads files into the staging file; one that an interrupted run has read to its end is not read again. */
export async function stageFiles(
  files: readonly ListedFile[],
  staging: Staging,
  onFile: (file: ListedFile, items: number) => void,
): Promise<void> {
  for (const file of files) {
    const state = stateOf(file.path);
    if (!staging.hasRead(file.path, state)) await stageFile(file, state, staging, onFile);
  }
}

async function stageFile(
  file: ListedFile,
  state: string,
  staging: Staging,
  onFile: (file: ListedFile, items: number) => void,
): Promise<void> {
  staging.forget(file.path);
  let batch: NewItem[] = [];
  let count = 0;
  for await (const item of readItems(file.path)) {
    batch.push(stagedForm(item, file));
    count += 1;
    if (batch.length < BATCH) continue;
    staging.add(batch);
    batch = [];
  }
  staging.add(batch);
  staging.finish(file.path, state);
  onFile(file, count);
}

/** What tells whether a file has changed since it was read. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.size} ${stats.mtimeMs}`;
}

const NOTHING_READ = {
  kind: null,
  sourceNamespace: null,
  sourceId: null,
  localId: null,
  fullUrl: null,
  bundle: null,
  bundleLabels: null,
  content: null,
  disposition: null,
  code: null,
  reason: null,
} as const;

function stagedForm(item: ReadItem, { path, root }: ListedFile): NewItem {
  if (item.kind === 'refused') {
    const { place, type } = item;
    const { code, reason } = item.refusal;
    return { ...NOTHING_READ, file: path, root, place, type, disposition: 'REFUSED', code, reason };
  }
  const { entry } = item;
  const where = { file: path, root, place: entry.place, type: entry.resource.resourceType };
  const refused = examine(entry.resource);
  if (refused !== null) return { ...NOTHING_READ, ...where, disposition: 'REFUSED', ...refused };
  return { ...NOTHING_READ, ...where, ...identified(entry, dirname(path)) };
}

function identified(entry: Entry, folder: string) {
  const { resource, fullUrl, bundle, bundleLabels } = entry;
  const source = sourceOf(entry, folder);
  return {
    kind: kindOf(resource.resourceType),
    sourceNamespace: source.namespace,
    sourceId: source.id,
    localId: resource.id === undefined ? null : `${resource.resourceType}/${resource.id}`,
    fullUrl,
    bundle,
    bundleLabels: bundleLabels.length > 0 ? bundleLabels : null,
    content: JSON.stringify(resource),
  };
}
