import type { SubgraphName } from '@causeway/schema';
import type { DataFolder } from './data-folder.js';
import { openSubgraph } from './open-subgraph.js';
import type { OpenOptions, Subgraphs } from './open-subgraph.js';

type AnySubgraph = Subgraphs[SubgraphName];

/**
 * Opens all four subgraphs on the data folder, each with the keys of its own; closes them again if one cannot be.
 *
 * @throws DatabaseError if a database cannot be used
 */
export async function openSubgraphs(
  folder: DataFolder,
  options: Omit<OpenOptions, 'keys'> & {
    readonly keysOf: (name: SubgraphName) => readonly Uint8Array[];
  },
): Promise<Subgraphs> {
  const opened: AnySubgraph[] = [];
  const open = async <Name extends SubgraphName>(name: Name): Promise<Subgraphs[Name]> => {
    const subgraph = await openSubgraph(name, folder, { ...options, keys: options.keysOf(name) });
    opened.push(subgraph);
    return subgraph;
  };
  try {
    return {
      patients: await open('patients'),
      providers: await open('providers'),
      consents: await open('consents'),
      records: await open('records'),
    };
  } catch (error) {
    for (const subgraph of opened) subgraph.close();
    throw error;
  }
}

/** Closes the databases of all four. */
export function closeSubgraphs({ patients, providers, consents, records }: Subgraphs): void {
  for (const subgraph of [patients, providers, consents, records]) subgraph.close();
}
