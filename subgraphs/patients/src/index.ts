/** The patients subgraph: who patients are, who is related to them, and how they stand in the eHealth system. */
import { fileURLToPath } from 'node:url';
import { buildSubgraph, createHandler, openDatabase } from '@causeway/kit';
import type { BuiltSubgraph, DatabaseOptions, HandlerOptions } from '@causeway/kit';
import type { SubgraphHandler } from '@causeway/schema';
import { patientsContext } from './context.js';
import type { PatientsContext } from './context.js';
import { references } from './references.js';
import { patientRepository } from './repository.js';
import type { PatientRepository } from './repository.js';
import { GatewayResolver } from './resolvers/gateway.js';
import { PatientMutations } from './resolvers/mutations.js';
import { PatientResolver, RelatedPersonResolver } from './resolvers/patients.js';

export type { PatientEntry, RelatedPersonEntry } from './entries.js';
export type { PatientRepository } from './repository.js';
export { JoiningError } from './joining-error.js';
export { NotificationPreferenceError } from './notification-preference.js';
export { TestPatientError, UnknownPatientError } from './repository/writes.js';
export type { NotificationPreference } from './tables.js';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** The schema of the patients subgraph, without a database. */
export function buildPatients(): BuiltSubgraph {
  return buildSubgraph<PatientsContext>({
    name: 'patients',
    resolvers: [PatientResolver, RelatedPersonResolver, PatientMutations, GatewayResolver],
    references,
  });
}

/** How to open the patients subgraph. */
export interface PatientsOptions
  extends
    Pick<DatabaseOptions, 'path' | 'onStatement'>,
    Pick<HandlerOptions<PatientsContext>, 'keys' | 'clock' | 'onError'> {}

/** The patients subgraph over its database. */
export interface PatientsSubgraph extends BuiltSubgraph {
  /** Answers the gateway's signed requests. */
  readonly handle: SubgraphHandler;
  /** What seeds, the importer and tests read and write. */
  readonly repository: PatientRepository;
  close(): void;
}

/**
 * Opens the patients subgraph: its database, brought to the newest version, and the handler of its requests.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openPatients({ path, onStatement, ...options }: PatientsOptions): PatientsSubgraph {
  const built = buildPatients();
  const database = openDatabase({
    path,
    migrations: MIGRATIONS,
    ...(onStatement === undefined ? {} : { onStatement }),
  });
  const repository = patientRepository(database, options.clock);
  const handle = createHandler(built, {
    ...options,
    createContext: (fetch) => patientsContext(fetch, repository),
  });
  return { ...built, handle, repository, close: () => database.close() };
}
