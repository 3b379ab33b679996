import { join } from 'node:path';
import { openConsents } from '@causeway/consents';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import type { RecordsSubgraph } from '@causeway/records';
import type { SubgraphName } from '@causeway/schema';
import type { Stores } from './load.js';

/** The repositories of the four subgraphs, open. */
export interface OpenStores extends Stores {
  /** What is due of whom, by the events that are handed to it. */
  readonly duties: RecordsSubgraph['duties'];
  close(): void;
}

/**
 * Opens the databases of the four subgraphs in a data folder, to write to them; they answer no requests. The folder
 * `:memory:` keeps them in memory.
 *
 * @throws DatabaseError if one cannot be used
 */
export function openStores(folder: string, clock: () => number): OpenStores {
  const opened: { close(): void }[] = [];
  const close = (): void => opened.forEach((subgraph) => subgraph.close());
  const keep = <Subgraph extends { close(): void }>(subgraph: Subgraph): Subgraph => {
    opened.push(subgraph);
    return subgraph;
  };
  const optionsOf = (name: SubgraphName) => ({
    path: folder === ':memory:' ? folder : join(folder, `${name}.sqlite`),
    keys: [],
    clock,
  });
  try {
    const records = keep(openRecords(optionsOf('records')));
    return {
      patients: keep(openPatients(optionsOf('patients'))).repository,
      providers: keep(openProviders(optionsOf('providers'))).repository,
      consents: keep(openConsents(optionsOf('consents'))).repository,
      records: records.repository,
      duties: records.duties,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
