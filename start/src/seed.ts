import { existsSync, readFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';
import { StartError } from './program.js';

/**
 * Sees to it that the databases hold the invented world: written once, and gone on with where it was cut short.
 *
 * @throws StartError or DatabaseError if it cannot be written
 */
export async function seedOnFirstUse(
  folder: DataFolder,
  { clock, say }: { readonly clock: () => number; readonly say: (line: string) => void },
): Promise<void> {
  if (isMarkedComplete(folder.seedMark)) return;
  // Loaded when it is needed: a second start needs nothing of it.
  const { SeedMarkError, openStores, seedOnce } = await import('@causeway/seeds');
  say('Preparing an invented world to explore: needed once, and takes a few seconds.');
  const stores = openStores(folder.path, clock);
  try {
    const seeding = seedOnce(folder.seedMark, stores, new Date(clock()));
    if (seeding.outcome === 'SEEDED') {
      say(`Prepared the world of ${seeding.date}: ${seeding.report.records} records.\n`);
    }
  } catch (error) {
    throw error instanceof SeedMarkError ? new StartError(error.message, { cause: error }) : error;
  } finally {
    stores.close();
  }
}

/** Whether the mark says, on the face of it, that nothing is left to do; what else it says is for the seeds to read. */
function isMarkedComplete(path: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8').includes('"isComplete":true');
}
