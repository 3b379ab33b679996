/** The records subgraph: the clinical records of patients, by type and sharable category. */
import { AccessFacts, AccessFactsKey, buildSubgraph, createHandler } from '@causeway/kit';
import type { BuiltSubgraph, DatabaseOptions, HandlerOptions } from '@causeway/kit';
import type { SubgraphHandler } from '@causeway/schema';
import { recordsContext } from './context.js';
import type { RecordsContext } from './context.js';
import { openRecordsDatabase } from './database.js';
import { PatientRecords } from './patient-records.js';
import { RecordFactsResolver } from './record-facts.js';
import { RecordTypesResolver } from './record-type-descriptions.js';
import { RECORD_TYPES } from './record-types.js';
import { references } from './references.js';
import { recordRepository } from './repository.js';
import type { RecordRepository } from './repository.js';
import { registeredType } from './types/index.js';

export type { NewRecord, RecordCode, RecordLink } from './new-record.js';
export { CATEGORIES, RECORD_TYPES } from './record-types.js';
export type { RecordType } from './record-types.js';
export type { RecordRepository } from './repository.js';
export type { PutReport } from './repository/write.js';
export type { SecurityLabel } from './tables.js';

/** The schema of the records subgraph, without a database. */
export function buildRecords(): BuiltSubgraph {
  return buildSubgraph<RecordsContext>({
    name: 'records',
    resolvers: [PatientRecords, RecordTypesResolver, RecordFactsResolver],
    orphanedTypes: RECORD_TYPES.map((type) => registeredType(type).recordClass),
    references,
    scalars: [AccessFacts, AccessFactsKey],
  });
}

/** How to open the records subgraph. */
export interface RecordsOptions
  extends
    Pick<DatabaseOptions, 'path' | 'onStatement'>,
    Pick<HandlerOptions<RecordsContext>, 'keys' | 'clock' | 'onError'> {}

/** The records subgraph over its database. */
export interface RecordsSubgraph extends BuiltSubgraph {
  /** Answers the gateway's signed requests. */
  readonly handle: SubgraphHandler;
  /** What seeds, the importer and tests read and write. */
  readonly repository: RecordRepository;
  close(): void;
}

/**
 * Opens the records subgraph: its database, brought to the newest version, and the handler of its requests.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openRecords({ path, onStatement, ...options }: RecordsOptions): RecordsSubgraph {
  const built = buildRecords();
  const database = openRecordsDatabase({
    path,
    ...(onStatement === undefined ? {} : { onStatement }),
  });
  const repository = recordRepository(database);
  const handle = createHandler(built, {
    ...options,
    createContext: (fetch) => recordsContext(fetch, repository),
  });
  return { ...built, handle, repository, close: () => database.close() };
}
