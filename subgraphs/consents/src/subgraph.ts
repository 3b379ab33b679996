/** The consents subgraph as a whole: its schema, and the handler of its requests over a database. */
import { buildSubgraph, createHandler } from '@causeway/kit';
import type { BuiltSubgraph, Database, DatabaseOptions, HandlerOptions } from '@causeway/kit';
import type { SubgraphHandler } from '@causeway/schema';
import { consentsContext } from './context.js';
import type { ConsentsContext } from './context.js';
import { openConsentsDatabase } from './database.js';
import { EncounterFeedResolver } from './feeds/encounter-feed-resolver.js';
import { GrantChangesResolver } from './feeds/grant-changes-resolver.js';
import { linkTerms } from './links/link-terms.js';
import type { LinkTerms } from './links/link-terms.js';
import { references } from './references.js';
import { consentsRepository } from './repository.js';
import type { ConsentsRepository } from './repository.js';
import { AccessExplanationResolver } from './resolvers/access-explanation.js';
import { AnchorsResolver } from './resolvers/anchors.js';
import { CareResolver } from './resolvers/care.js';
import { CrossBorderGrantExplanation, GrantRequestExplanation } from './resolvers/explanations.js';
import { DepositsResolver } from './resolvers/deposits.js';
import { FeedsResolver } from './resolvers/feeds.js';
import { GatewayResolver } from './resolvers/gateway.js';
import { GrantRequestsResolver } from './resolvers/grant-requests.js';
import { LinksResolver } from './resolvers/links.js';
import { ConsentsMutations } from './resolvers/mutations.js';
import { OutboxResolver } from './resolvers/outbox.js';
import { PatientResolver } from './resolvers/patient.js';
import { ConsentsQueries } from './resolvers/queries.js';
import {
  AccessNotificationResolver,
  AccessViewResolver,
  AuditEventResolver,
  ConsentResolver,
  CrossBorderGrantResolver,
} from './resolvers/records.js';
import { RestrictionsResolver } from './resolvers/restrictions.js';
import { SharingRequestsResolver } from './resolvers/sharing-requests.js';
import { TimeResolver } from './resolvers/time.js';
import { TransfersResolver } from './resolvers/transfers.js';
import { subscriptions } from './subscriptions.js';

/** The schema of the consents subgraph, without a database. */
export function buildConsents(): BuiltSubgraph {
  return buildSubgraph<ConsentsContext>({
    name: 'consents',
    resolvers: [
      PatientResolver,
      ConsentResolver,
      CrossBorderGrantResolver,
      AuditEventResolver,
      AccessNotificationResolver,
      AccessViewResolver,
      ConsentsQueries,
      AccessExplanationResolver,
      ConsentsMutations,
      LinksResolver,
      CareResolver,
      GatewayResolver,
      TimeResolver,
      OutboxResolver,
      AnchorsResolver,
      GrantRequestsResolver,
      GrantRequestExplanation,
      CrossBorderGrantExplanation,
      SharingRequestsResolver,
      RestrictionsResolver,
      FeedsResolver,
      EncounterFeedResolver,
      GrantChangesResolver,
      DepositsResolver,
      TransfersResolver,
    ],
    references,
    subscriptions,
  });
}

/** How to open the consents subgraph. */
export interface ConsentsOptions
  extends
    Pick<DatabaseOptions, 'path' | 'onStatement'>,
    Pick<HandlerOptions<ConsentsContext>, 'keys' | 'clock' | 'onError'>,
    Partial<LinkTerms> {}

/** The consents subgraph over its database. */
export interface ConsentsSubgraph extends BuiltSubgraph {
  /** Answers the gateway's signed requests. */
  readonly handle: SubgraphHandler;
  /** What seeds, the importer and tests read and write. */
  readonly repository: ConsentsRepository;
  close(): void;
}

/**
 * Opens the consents subgraph: its database, brought to the newest version, and the handler of its requests.
 *
 * @throws DatabaseError if the database cannot be used
 */
export function openConsents({ path, onStatement, ...options }: ConsentsOptions): ConsentsSubgraph {
  return consentsOver(openConsentsDatabase(path, onStatement), options);
}

/** The consents subgraph over an open database, which it closes with itself. */
export function consentsOver(
  database: Database,
  options: Omit<ConsentsOptions, 'path' | 'onStatement'>,
): ConsentsSubgraph {
  const built = buildConsents();
  const repository = consentsRepository(database, options.clock, linkTerms(options));
  const handle = createHandler(built, {
    ...options,
    createContext: (fetch) => consentsContext(fetch, repository),
  });
  return { ...built, handle, repository, close: () => database.close() };
}
