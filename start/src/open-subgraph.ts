import type { ConsentsSubgraph } from '@causeway/consents';
import type { PatientsSubgraph } from '@causeway/patients';
import type { ProvidersSubgraph } from '@causeway/providers';
import type { RecordsSubgraph } from '@causeway/records';
import type { SubgraphName } from '@causeway/schema';
import type { DataFolder } from './data-folder.js';
import type { LinkTerms } from './link-terms.js';

/** The four subgraphs over their databases. */
export interface Subgraphs {
  readonly patients: PatientsSubgraph;
  readonly providers: ProvidersSubgraph;
  readonly consents: ConsentsSubgraph;
  readonly records: RecordsSubgraph;
}

/** What opening a subgraph needs beside the data folder; links are for the consents subgraph alone. */
export interface OpenOptions extends LinkTerms {
  /** The keys that the gateway may sign with. */
  readonly keys: readonly Uint8Array[];
  readonly clock: () => number;
  /** Told of errors that are masked in answers. */
  readonly onError: (error: unknown) => void;
}

type Open<Subgraph> = (options: OpenOptions & { readonly path: string }) => Subgraph;

/** Each subgraph is loaded when it is opened: a process that serves one needs no other. */
const LOAD: { readonly [Name in SubgraphName]: () => Promise<Open<Subgraphs[Name]>> } = {
  patients: async () => (await import('@causeway/patients')).openPatients,
  providers: async () => (await import('@causeway/providers')).openProviders,
  consents: async () => (await import('@causeway/consents')).openConsents,
  records: async () => (await import('@causeway/records')).openRecords,
};

/**
 * Opens one subgraph on the data folder.
 *
 * @throws DatabaseError if its database cannot be used
 */
export async function openSubgraph<Name extends SubgraphName>(
  name: Name,
  folder: DataFolder,
  options: OpenOptions,
): Promise<Subgraphs[Name]> {
  const open = await LOAD[name]();
  return open({ ...options, path: folder.database(name) });
}
