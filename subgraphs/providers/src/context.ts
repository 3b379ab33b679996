import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { FetchContext } from '@causeway/schema';
import { providerLoaders } from './loaders.js';
import type { ProviderLoaders } from './loaders.js';
import type { ProviderRepository } from './repository.js';

/** What the resolvers of the providers subgraph know of a fetch. */
export interface ProvidersContext extends SubgraphContext {
  readonly repository: ProviderRepository;
  readonly loaders: ProviderLoaders;
  /** Forgets what was loaded, after a change. */
  forget(): void;
}

/** The context of one fetch. */
export function providersContext(
  fetch: FetchContext,
  repository: ProviderRepository,
): ProvidersContext {
  let loaders = providerLoaders(repository);
  return {
    ...subgraphContext(fetch),
    repository,
    get loaders() {
      return loaders;
    },
    forget: () => {
      loaders = providerLoaders(repository);
    },
  };
}
