import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SUPERGRAPH_PATH, committedSubgraphs } from '@causeway/schema/compose-files';
import { labelProblems } from './label-problems.js';
import { labelTablesOf } from './label-tables.js';
import { EXPECTED_LABELS } from './labels.expectations.js';

describe('the labels of the graph', () => {
  it('survive composition, keep every rule, and are those that are expected', () => {
    expect(labelProblems(committedSubgraphs())).toEqual([]);
  });

  it('are in the committed supergraph, which the gateway reads', () => {
    expect(labelTablesOf(readFileSync(SUPERGRAPH_PATH, 'utf8'))).toEqual(EXPECTED_LABELS);
  });
});
