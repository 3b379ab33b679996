import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { FetchContext } from '@causeway/schema';
import { RecordLoaders } from './loaders.js';
import type { RecordReads } from './repository.js';

/** What the resolvers of the records subgraph know of a fetch. */
export interface RecordsContext extends SubgraphContext {
  readonly loaders: RecordLoaders;
}

/** The context of one fetch. */
export function recordsContext(fetch: FetchContext, reads: RecordReads): RecordsContext {
  return { ...subgraphContext(fetch), loaders: new RecordLoaders(reads, fetch.permits) };
}
