import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { FetchContext } from '@causeway/schema';
import { RecordLoaders } from './loaders.js';
import type { RecordReads, RecordRepository } from './repository.js';

/** What the resolvers of the records subgraph know of a fetch. */
export interface RecordsContext extends SubgraphContext {
  readonly loaders: RecordLoaders;
  readonly facts: RecordRepository['facts'];
}

/** The context of one fetch. */
export function recordsContext(
  fetch: FetchContext,
  repository: RecordReads & Pick<RecordRepository, 'facts'>,
): RecordsContext {
  const { facts } = repository;
  return {
    ...subgraphContext(fetch),
    loaders: new RecordLoaders(repository, fetch.permits),
    facts,
  };
}
