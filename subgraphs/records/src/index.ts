/** The records subgraph: the clinical records of patients, by type and sharable category. */
import { buildSubgraph, createHandler } from '@causeway/kit';
import type { BuiltSubgraph, DatabaseOptions, HandlerOptions } from '@causeway/kit';
import type { SubgraphHandler } from '@causeway/schema';
import { carriedFilesIn } from './carried/repository.js';
import { CarriedFileResolver } from './carried/resolver.js';
import { recordsContext } from './context.js';
import type { RecordsContext } from './context.js';
import { openRecordsDatabase } from './database.js';
import { DutyFeeds } from './duties/duty-feeds.js';
import { DutyQueries } from './duties/duty-queries.js';
import { dutiesIn } from './duties/repository.js';
import type { Duties } from './duties/repository.js';
import { filesBeside, openImageFiles } from './images/image-files.js';
import { ImageResolver } from './images/image-resolver.js';
import { storedImages } from './images/stored-images.js';
import { PatientRecords } from './patient-records.js';
import { RecordFactsResolver } from './record-facts.js';
import { RecordTypesResolver } from './record-type-descriptions.js';
import { RECORD_TYPES } from './record-types.js';
import { references } from './references.js';
import { recordRepository } from './repository.js';
import type { RecordRepository } from './repository.js';
import { depositStore } from './repository/deposit-store.js';
import { DepositEventsResolver } from './resolvers/deposit-events.js';
import { DepositReceiptsResolver } from './resolvers/deposit-receipts.js';
import { DepositsResolver } from './resolvers/deposits.js';
import { registeredType } from './types/index.js';
import { UploadResolver } from './uploads/upload-resolver.js';
import { openUploads } from './uploads/uploads.js';

export type { DutyCounts, ReportedDuty } from './duties/repository/duty-report.js';
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
    resolvers: [
      PatientRecords,
      RecordTypesResolver,
      RecordFactsResolver,
      CarriedFileResolver,
      DepositsResolver,
      DepositReceiptsResolver,
      DepositEventsResolver,
      UploadResolver,
      ImageResolver,
      DutyQueries,
      DutyFeeds,
    ],
    orphanedTypes: RECORD_TYPES.map((type) => registeredType(type).recordClass),
    references,
  });
}

/** How to open the records subgraph. */
export interface RecordsOptions
  extends
    Pick<DatabaseOptions, 'path' | 'onStatement'>,
    Pick<HandlerOptions<RecordsContext>, 'keys' | 'clock' | 'onError'> {
  /** The folder of images; `images` beside the database unless told, and a temporary one for a database in memory. */
  readonly files?: string;
}

/** The records subgraph over its database. */
export interface RecordsSubgraph extends BuiltSubgraph {
  /** Answers the gateway's signed requests. */
  readonly handle: SubgraphHandler;
  /** What seeds, the importer and tests read and write. */
  readonly repository: RecordRepository;
  /** Duties to deposit, for reports. */
  readonly duties: Duties;
  close(): void;
}

/**
 * Opens the records subgraph: its database, brought to the newest version, and the handler of its requests.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openRecords({
  path,
  files: folder,
  onStatement,
  ...options
}: RecordsOptions): RecordsSubgraph {
  const built = buildRecords();
  const database = openRecordsDatabase({
    path,
    ...(onStatement === undefined ? {} : { onStatement }),
  });
  const repository = recordRepository(database);
  const files = folder === undefined ? filesBeside(path) : openImageFiles(folder);
  const carried = carriedFilesIn(database);
  const deposits = depositStore(database, files);
  const duties = dutiesIn(database);
  const images = storedImages(database, files);
  const uploads = openUploads(database, files);
  const handle = createHandler(built, {
    ...options,
    createContext: (fetch) =>
      recordsContext(fetch, { ...repository, carried, deposits, duties, images, uploads }),
  });
  const close = (): void => {
    database.close();
    files.close();
  };
  return { ...built, handle, repository, duties, close };
}
