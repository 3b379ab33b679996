import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { FetchContext } from '@causeway/schema';
import type { CarriedFiles } from './carried/repository.js';
import { ReceiptLoaders } from './deposits/receipt-loaders.js';
import type { Duties } from './duties/repository.js';
import { RecordLoaders } from './loaders.js';
import type { StoredImages } from './images/stored-images.js';
import type { DepositStore } from './repository/deposit-store.js';
import type { RecordReads, RecordRepository } from './repository.js';
import type { Uploads } from './uploads/uploads.js';

/** What the resolvers of the records subgraph know of a fetch. */
export interface RecordsContext extends SubgraphContext {
  readonly loaders: RecordLoaders;
  readonly receipts: ReceiptLoaders;
  readonly facts: RecordRepository['facts'];
  readonly carried: CarriedFiles;
  readonly deposits: DepositStore;
  readonly duties: Duties;
  readonly images: StoredImages;
  readonly uploads: Uploads;
}

/** What the context of a fetch is made over. */
export interface RecordsStores extends RecordReads, Pick<RecordRepository, 'facts'> {
  readonly carried: CarriedFiles;
  readonly deposits: DepositStore;
  readonly duties: Duties;
  readonly images: StoredImages;
  readonly uploads: Uploads;
}

/** The context of one fetch. */
export function recordsContext(fetch: FetchContext, stores: RecordsStores): RecordsContext {
  const { facts, carried, deposits, duties, images, uploads } = stores;
  return {
    ...subgraphContext(fetch),
    loaders: new RecordLoaders(stores, images, fetch.permits),
    receipts: new ReceiptLoaders(deposits, fetch.permits),
    facts,
    carried,
    deposits,
    duties,
    images,
    uploads,
  };
}
