/** Everything that an import reads and writes, in a data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStores } from '../open-stores.js';
import type { OpenStores } from '../open-stores.js';
import { openStaging } from './staging/staging.js';
import type { Staging } from './staging/staging.js';

export type { Stores } from '../load.js';

/** The repositories of the four subgraphs, and the staging file. */
export interface ImportStores extends OpenStores {
  readonly staging: Staging;
}

/** The staging file's name in the data folder. */
const STAGING_FILE = 'import.sqlite';

/**
 * Opens the databases of a data folder, making what is missing.
 *
 * @throws DatabaseError if one cannot be used
 */
export function openImportStores(data: string, clock: () => number): ImportStores {
  // Health records: nobody else may look into the folder.
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const stores = openStores(data, clock);
  try {
    const staging = openStaging(join(data, STAGING_FILE));
    return {
      ...stores,
      staging,
      close: () => {
        staging.close();
        stores.close();
      },
    };
  } catch (error) {
    stores.close();
    throw error;
  }
}
