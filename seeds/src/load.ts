import type { ConsentsRepository } from '@causeway/consents';
import type { PatientRepository } from '@causeway/patients';
import type { ProviderRepository } from '@causeway/providers';
import type { RecordRepository } from '@causeway/records';
import { loadConsents } from './load/consents.js';
import { loadPatients } from './load/patients.js';
import { loadProviders } from './load/providers.js';
import { loadRecords } from './load/records.js';
import type { World } from './model.js';

/** Where the world is written to: the repositories of the four subgraphs. */
export interface Stores {
  readonly patients: PatientRepository;
  readonly providers: ProviderRepository;
  readonly consents: ConsentsRepository;
  readonly records: RecordRepository;
}

/** How many writes changed something, by subgraph. */
export interface LoadReport {
  readonly providers: number;
  readonly consents: number;
  readonly records: number;
  readonly patients: number;
}

/**
 * Writes a world into the subgraphs; writing the same world again changes nothing. Patients come last, so that
 * nobody is seen before all that belongs to them is there. The repositories' clocks have to show the day of the world
 * or a later one.
 */
export function loadWorld(
  world: World,
  stores: Stores,
  onProgress?: (recordsWritten: number) => void,
): LoadReport {
  return {
    providers: loadProviders(world, stores.providers),
    consents: loadConsents(world, stores.consents),
    records: loadRecords(world, stores.records, onProgress),
    patients: loadPatients(world, stores.patients),
  };
}
