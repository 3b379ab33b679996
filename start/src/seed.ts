import { existsSync, writeFileSync } from 'node:fs';
import { loadWorld, world } from '@causeway/seeds';
import type { DataFolder } from './data-folder.js';
import type { Subgraphs } from './subgraphs.js';

/** Writes the invented world into the databases, unless it has been; a writing that was cut short is done again. */
export function seedOnFirstUse(
  folder: DataFolder,
  { patients, providers, consents, records }: Subgraphs,
  { now, say }: { readonly now: number; readonly say: (line: string) => void },
): void {
  if (existsSync(folder.seedMark)) return;
  say('Preparing an invented world to explore: needed once, and takes a few seconds.');
  const made = world(new Date(now));
  loadWorld(made, {
    patients: patients.repository,
    providers: providers.repository,
    consents: consents.repository,
    records: records.repository,
  });
  writeFileSync(folder.seedMark, `${JSON.stringify({ date: made.date })}\n`);
  say(`Prepared ${made.patients.length} patients with ${made.records.length} records.\n`);
}
