/** All the SQL of the providers subgraph: reads, writes and facts. */
import type { Database } from '@causeway/kit';
import type { ProviderFacts, ProviderFactsKey } from '@causeway/schema';
import { providerFacts } from './repository/facts.js';
import { providerLookups } from './repository/lookups.js';
import type { ProviderLookups } from './repository/lookups.js';
import { organizationStore } from './repository/organizations.js';
import type { OrganizationStore } from './repository/organizations.js';
import { practitionerStore } from './repository/practitioners.js';
import type { PractitionerStore } from './repository/practitioners.js';
import { recognitionStore } from './repository/recognitions.js';
import type { RecognitionStore } from './repository/recognitions.js';
import { systemStore } from './repository/systems.js';
import type { SystemStore } from './repository/systems.js';

/**
 * What the providers subgraph keeps. Each write is a transaction of its own, and changes nothing where what it states
 * already holds. Instants (`at`) are epoch milliseconds, in the past or now; without one, a change is of now.
 */
export interface ProviderRepository
  extends ProviderLookups, OrganizationStore, PractitionerStore, SystemStore, RecognitionStore {
  /** Runs several writes in one transaction: all of them, or none if the work throws. */
  inTransaction<Result>(work: () => Result): Result;
  /** The facts of each key, in order; null within for parties that are not there. */
  facts(keys: readonly ProviderFactsKey[]): ProviderFacts[];
}

/** The repository over a database, by a clock that gives epoch milliseconds. */
export function providerRepository(database: Database, clock: () => number): ProviderRepository {
  const stores = {
    ...organizationStore(database, clock),
    ...practitionerStore(database, clock),
    ...systemStore(database, clock),
    ...recognitionStore(database, clock),
  };
  return {
    ...providerLookups(database),
    ...stores,
    inTransaction: (work) => database.inTransaction(() => work()),
    facts: (keys) => providerFacts(database, stores, keys),
  };
}
