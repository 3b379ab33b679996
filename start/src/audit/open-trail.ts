import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConsentsSubgraph } from '@causeway/consents';
import { openDataFolder } from '../data-folder.js';
import { openSubgraph } from '../open-subgraph.js';
import { StartError } from '../program.js';
import { reportError } from '../report-error.js';

/**
 * Opens the database that holds the audit trail of a data folder, beside a graph that may be running on it.
 *
 * @throws StartError if there is none, DatabaseError if it cannot be used
 */
export async function openTrail(data: string): Promise<ConsentsSubgraph> {
  const path = resolve(data);
  // Before the folder is opened: a trail that is not there must not be found intact.
  if (!existsSync(resolve(path, 'consents.sqlite'))) {
    throw new StartError(
      `Expected an audit trail in ${path}, found none. Start the graph once, or name its folder with --data`,
    );
  }
  return openSubgraph('consents', openDataFolder(path), {
    keys: [],
    clock: Date.now,
    onError: reportError,
  });
}
