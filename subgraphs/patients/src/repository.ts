/** All the SQL of the patients subgraph: reads, writes and facts. */
import type { Database } from '@causeway/kit';
import { joining } from './repository/joining.js';
import type { Joining } from './repository/joining.js';
import { joiningFeed, tellUntoldWithdrawals } from './repository/joining-feed.js';
import type { JoiningFeed } from './repository/joining-feed.js';
import { patientFactsReader } from './repository/facts.js';
import type { PatientFactsReader } from './repository/facts.js';
import { patientReads } from './repository/reads.js';
import type { PatientReads } from './repository/reads.js';
import { patientWrites } from './repository/writes.js';
import type { PatientWrites } from './repository/writes.js';

/** What the patients subgraph keeps. */
export interface PatientRepository extends PatientReads, PatientWrites, Joining, JoiningFeed {
  /** The facts of each key, in order; null for a patient who is not there. */
  readonly facts: PatientFactsReader;
}

/**
 * The repository over a database, by a clock that gives epoch milliseconds. Withdrawals that were recorded before there
 * was a feed of them are told of at once.
 */
export function patientRepository(database: Database, clock: () => number): PatientRepository {
  tellUntoldWithdrawals(database);
  return {
    ...patientReads(database),
    ...patientWrites(database, clock),
    ...joining(database, clock),
    ...joiningFeed(database),
    facts: patientFactsReader(database),
  };
}
