/** All the SQL of the patients subgraph: reads, writes and facts. */
import type { Database } from '@causeway/kit';
import type { PatientFacts, PatientFactsKey } from '@causeway/schema';
import { patientFacts } from './repository/facts.js';
import { patientReads } from './repository/reads.js';
import type { PatientReads } from './repository/reads.js';
import { patientWrites } from './repository/writes.js';
import type { PatientWrites } from './repository/writes.js';

/** What the patients subgraph keeps. */
export interface PatientRepository extends PatientReads, PatientWrites {
  /** The facts of each key, in order; null for a patient who is not there. */
  facts(keys: readonly PatientFactsKey[]): (PatientFacts | null)[];
}

/** The repository over a database, by a clock that gives epoch milliseconds. */
export function patientRepository(database: Database, clock: () => number): PatientRepository {
  return {
    ...patientReads(database),
    ...patientWrites(database, clock),
    facts: (keys) => patientFacts(database, keys),
  };
}
