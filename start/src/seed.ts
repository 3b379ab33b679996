import { existsSync, writeFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';
import type { Subgraphs } from './open-subgraph.js';

/** Whether the invented world is in the databases. */
export function isSeeded(folder: DataFolder): boolean {
  return existsSync(folder.seedMark);
}

/** Writes the invented world into the databases; a writing that was cut short is done again, and changes nothing twice. */
export async function seed(
  folder: DataFolder,
  { patients, providers, consents, records }: Subgraphs,
  { now, say }: { readonly now: number; readonly say: (line: string) => void },
): Promise<void> {
  say('Preparing an invented world to explore: needed once, and takes a few seconds.');
  // Loaded when it is needed, since a second start needs nothing of it.
  const { loadWorld, world } = await import('@causeway/seeds');
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
