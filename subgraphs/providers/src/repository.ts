/** All the SQL of the providers subgraph: reads, writes and facts. */
import type { Database } from '@causeway/kit';
import { followUnfollowed } from './duties/repository/condition-duties.js';
import { dutyStore } from './duties/repository/duty-store.js';
import type { DutyStore } from './duties/repository/duty-store.js';
import { changedParties } from './repository/changed-parties.js';
import { providerFactsReader } from './repository/facts.js';
import type { ProviderFactsReader } from './repository/facts.js';
import { providerLookups } from './repository/lookups.js';
import type { ProviderLookups } from './repository/lookups.js';
import { organizationStore } from './repository/organizations.js';
import type { OrganizationStore } from './repository/organizations.js';
import { partyFeed } from './repository/party-feed.js';
import type { PartyFeed } from './repository/party-feed.js';
import { practitionerStore } from './repository/practitioners.js';
import type { PractitionerStore } from './repository/practitioners.js';
import { recognitionStepStore } from './repository/recognition-steps.js';
import type { RecognitionStepStore } from './repository/recognition-steps.js';
import { recognitionStore } from './repository/recognitions.js';
import type { RecognitionStore } from './repository/recognitions.js';
import { systemStore } from './repository/systems.js';
import type { SystemStore } from './repository/systems.js';

/**
 * What the providers subgraph keeps. Each write is a transaction of its own, and changes nothing where what it states
 * already holds. Instants (`at`) are epoch milliseconds, in the past or now; without one, a change is of now.
 */
export interface ProviderRepository
  extends
    ProviderLookups,
    OrganizationStore,
    PractitionerStore,
    SystemStore,
    RecognitionStore,
    RecognitionStepStore,
    PartyFeed,
    DutyStore {
  /** Runs several writes in one transaction: all of them, or none if the work throws. */
  inTransaction<Result>(work: () => Result): Result;
  /** The facts of each key, in order; null within for parties that are not there. */
  readonly facts: ProviderFactsReader;
}

/**
 * The repository over a database, by a clock that gives epoch milliseconds. Parties that were written before there was a
 * feed of them are told of at once, and duties made that follow from recognitions of before they were kept.
 */
export function providerRepository(database: Database, clock: () => number): ProviderRepository {
  const changed = changedParties(database, (changes) => feed.tell(changes));
  const stores = {
    ...organizationStore(database, changed, clock),
    ...practitionerStore(database, clock),
    ...systemStore(database, changed, clock),
    ...recognitionStore(database, changed, clock),
  };
  const feed = partyFeed(database, stores);
  feed.tellUntold(clock());
  followUnfollowed(database, clock());
  return {
    ...providerLookups(database),
    ...stores,
    ...recognitionStepStore(database, stores, changed, clock),
    ...dutyStore(database, stores, clock),
    partyEvents: (after, first) => feed.partyEvents(after, first),
    inTransaction: (work) => changed.inTransaction(work),
    facts: providerFactsReader(database, stores),
  };
}
