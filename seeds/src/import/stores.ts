/** The databases that an import writes to, in a data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openConsents } from '@causeway/consents';
import type { ConsentsRepository } from '@causeway/consents';
import { openPatients } from '@causeway/patients';
import type { PatientRepository } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import type { ProviderRepository } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import type { RecordRepository } from '@causeway/records';
import { openStaging } from './staging/staging.js';
import type { Staging } from './staging/staging.js';

/** What the subgraphs keep. */
export interface Stores {
  readonly patients: PatientRepository;
  readonly providers: ProviderRepository;
  readonly consents: ConsentsRepository;
  readonly records: RecordRepository;
}

/** Everything that an import reads and writes. */
export interface OpenStores extends Stores {
  readonly staging: Staging;
  close(): void;
}

/** The name of a database of the data folder, as the servers that read it name it. */
export function databaseFile(name: string): string {
  return `${name}.sqlite`;
}

/**
 * Opens the databases of a data folder, making what is missing.
 *
 * @throws DatabaseError if one cannot be used
 */
export function openStores(data: string, clock: () => number): OpenStores {
  // Health records: nobody else may look into the folder.
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const opened: { close(): void }[] = [];
  const open = <Store extends { close(): void }>(store: Store): Store => {
    opened.push(store);
    return store;
  };
  const close = (): void => {
    for (const store of opened.reverse()) store.close();
  };
  const options = (name: string) => ({ path: join(data, databaseFile(name)), keys: [], clock });
  try {
    return {
      providers: open(openProviders(options('providers'))).repository,
      consents: open(openConsents(options('consents'))).repository,
      records: open(openRecords(options('records'))).repository,
      patients: open(openPatients(options('patients'))).repository,
      staging: open(openStaging(join(data, databaseFile('import')))),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
