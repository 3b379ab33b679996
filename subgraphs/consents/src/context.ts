import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { AdministrativeScope, FetchContext, Permit } from '@causeway/schema';
import { consentsLoaders } from './loaders.js';
import type { ConsentsLoaders, Sight } from './loaders.js';
import type { ConsentsRepository } from './repository.js';
import { visibilityOf } from './visibility.js';

/** What the resolvers of the consents subgraph know of a fetch. */
export interface ConsentsContext extends SubgraphContext {
  readonly repository: ConsentsRepository;
  readonly loaders: ConsentsLoaders;
  /** The permit under which records of a scope may be seen of a patient. */
  permitToSee(scope: AdministrativeScope, patient: string): Permit | undefined;
  /** Forgets what was loaded, after a change. */
  forget(): void;
}

/** The context of one fetch. */
export function consentsContext(
  fetch: FetchContext,
  repository: ConsentsRepository,
): ConsentsContext {
  const sight: Sight = (scope, patients) => {
    const among = patients === undefined ? null : new Set(patients);
    return visibilityOf(
      fetch.permits.filter(({ patient }) => among === null || among.has(patient)),
      scope,
    );
  };
  let loaders = consentsLoaders(repository, sight);
  return {
    ...subgraphContext(fetch),
    repository,
    get loaders() {
      return loaders;
    },
    permitToSee: (scope, patient) =>
      fetch.permits.find((permit) => permit.patient === patient && permit.scopes.includes(scope)),
    forget: () => {
      loaders = consentsLoaders(repository, sight);
    },
  };
}
