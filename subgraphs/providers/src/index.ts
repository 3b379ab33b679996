/** The providers subgraph: who provides healthcare, on whose behalf, and who outside Hong Kong is recognised to. */
import { fileURLToPath } from 'node:url';
import { buildSubgraph, createHandler, openDatabase } from '@causeway/kit';
import type { BuiltSubgraph, DatabaseOptions, HandlerOptions } from '@causeway/kit';
import type { SubgraphHandler } from '@causeway/schema';
import { providersContext } from './context.js';
import type { ProvidersContext } from './context.js';
import { DepositDutyResolver } from './duties/duty-fields.js';
import { DutyFeed } from './duties/duty-feed.js';
import { DutyMutations } from './duties/duty-mutations.js';
import { DutyQueries } from './duties/duty-queries.js';
import { references } from './references.js';
import { providerRepository } from './repository.js';
import type { ProviderRepository } from './repository.js';
import { CommissionerMutations } from './resolvers/commissioner.js';
import { GatewayResolver } from './resolvers/gateway.js';
import {
  OrganizationResolver,
  PublicHealthRecordSystemResolver,
} from './resolvers/organizations.js';
import { PractitionerResolver, PractitionerRoleResolver } from './resolvers/practitioners.js';
import { ProviderQueries } from './resolvers/queries.js';
import { RecognitionConditionResolver, RecognitionResolver } from './resolvers/recognitions.js';

export { CONDITION_KINDS, problemOfConditions } from './condition-kinds.js';
export type { DutyEntry } from './duties/repository/duty-store.js';
export type * from './entries.js';
export type { LocalisedText } from './localised-text.js';
export { RecognitionLifeCycleError, RecognitionTermsError } from './recognition-life-cycle.js';
export type { ProviderRepository } from './repository.js';
export type { RecognitionCategory } from './tables.js';
export { UnknownProviderError } from './repository/unknown-provider-error.js';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** The schema of the providers subgraph, without a database. */
export function buildProviders(): BuiltSubgraph {
  return buildSubgraph<ProvidersContext>({
    name: 'providers',
    resolvers: [
      ProviderQueries,
      CommissionerMutations,
      GatewayResolver,
      OrganizationResolver,
      PublicHealthRecordSystemResolver,
      PractitionerResolver,
      PractitionerRoleResolver,
      RecognitionResolver,
      RecognitionConditionResolver,
      DutyQueries,
      DutyMutations,
      DepositDutyResolver,
      DutyFeed,
    ],
    references,
  });
}

/** How to open the providers subgraph. */
export interface ProvidersOptions
  extends
    Pick<DatabaseOptions, 'path' | 'onStatement'>,
    Pick<HandlerOptions<ProvidersContext>, 'keys' | 'clock' | 'onError'> {}

/** The providers subgraph over its database. */
export interface ProvidersSubgraph extends BuiltSubgraph {
  /** Answers the gateway's signed requests. */
  readonly handle: SubgraphHandler;
  /** What seeds, the importer and tests read and write. */
  readonly repository: ProviderRepository;
  close(): void;
}

/**
 * Opens the providers subgraph: its database, brought to the newest version, and the handler of its requests.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openProviders({
  path,
  onStatement,
  ...options
}: ProvidersOptions): ProvidersSubgraph {
  const built = buildProviders();
  const database = openDatabase({
    path,
    migrations: MIGRATIONS,
    ...(onStatement === undefined ? {} : { onStatement }),
  });
  const repository = providerRepository(database, options.clock);
  const handle = createHandler(built, {
    ...options,
    createContext: (fetch) => providersContext(fetch, repository),
  });
  return { ...built, handle, repository, close: () => database.close() };
}
