/** An open records subgraph to test with: how to ask it, and what SQL it ran. */
import { TEST_KEY, TEST_NOW, gatewayOf } from '@causeway/kit/testing';
import type { Ask } from '@causeway/kit/testing';
import { openRecords } from '../index.js';
import type { RecordsSubgraph } from '../index.js';
import type { NewRecord } from '../new-record.js';

/** A records subgraph in memory. */
export interface OpenRecords extends RecordsSubgraph {
  readonly ask: Ask;
  /** The statements since it was opened and filled; tests may empty it. */
  readonly statements: string[];
}

/** Opens a records subgraph that holds the given records. */
export function openWith(...batch: readonly NewRecord[]): OpenRecords {
  const statements: string[] = [];
  const subgraph = openRecords({
    path: ':memory:',
    keys: [TEST_KEY],
    clock: () => TEST_NOW,
    onStatement: (sql) => statements.push(sql),
    onError: (error) => {
      throw error;
    },
  });
  subgraph.repository.putRecords(batch);
  statements.length = 0;
  return { ...subgraph, ask: gatewayOf(subgraph), statements };
}
