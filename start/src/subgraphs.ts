import { openConsents } from '@causeway/consents';
import type { ConsentsSubgraph } from '@causeway/consents';
import { openPatients } from '@causeway/patients';
import type { PatientsSubgraph } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import type { ProvidersSubgraph } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import type { RecordsSubgraph } from '@causeway/records';
import type { SubgraphName } from '@causeway/schema';
import type { DataFolder } from './data-folder.js';

/** What opening a subgraph needs beside the data folder. */
export interface OpenOptions {
  /** The keys that the gateway may sign with. */
  readonly keys: readonly Uint8Array[];
  readonly clock: () => number;
  /** Told of errors that are masked in answers. */
  readonly onError: (error: unknown) => void;
}

/** The four subgraphs over their databases. */
export interface Subgraphs {
  readonly patients: PatientsSubgraph;
  readonly providers: ProvidersSubgraph;
  readonly consents: ConsentsSubgraph;
  readonly records: RecordsSubgraph;
}

/** A subgraph that can be asked, whichever it is. */
export type AnySubgraph = Subgraphs[SubgraphName];

const OPEN: {
  readonly [Name in SubgraphName]: (options: OpenOptions & { path: string }) => Subgraphs[Name];
} = {
  patients: openPatients,
  providers: openProviders,
  consents: openConsents,
  records: openRecords,
};

/**
 * Opens one subgraph on the data folder.
 *
 * @throws DatabaseError if its database cannot be used
 */
export function openSubgraph<Name extends SubgraphName>(
  name: Name,
  folder: DataFolder,
  options: OpenOptions,
): Subgraphs[Name] {
  return OPEN[name]({ ...options, path: folder.database(name) });
}

/**
 * Opens all four subgraphs on the data folder, each with the keys of its own; closes them again if one cannot be.
 *
 * @throws DatabaseError if a database cannot be used
 */
export function openSubgraphs(
  folder: DataFolder,
  options: Omit<OpenOptions, 'keys'> & {
    readonly keyOf: (name: SubgraphName) => readonly Uint8Array[];
  },
): Subgraphs {
  const opened: AnySubgraph[] = [];
  const open = <Name extends SubgraphName>(name: Name): Subgraphs[Name] => {
    const subgraph = openSubgraph(name, folder, { ...options, keys: options.keyOf(name) });
    opened.push(subgraph);
    return subgraph;
  };
  try {
    return {
      patients: open('patients'),
      providers: open('providers'),
      consents: open('consents'),
      records: open('records'),
    };
  } catch (error) {
    for (const subgraph of opened) subgraph.close();
    throw error;
  }
}

/** Closes the databases of all four. */
export function closeSubgraphs(subgraphs: Subgraphs): void {
  for (const subgraph of Object.values<AnySubgraph>({ ...subgraphs })) subgraph.close();
}
