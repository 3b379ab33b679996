import { describeProblem } from '@causeway/schema';
import { CompositionError, checkSupergraph, composeUnchecked } from '@causeway/schema/compose';
import type { RoutedSubgraph } from '@causeway/schema/compose';
import { labelTablesOf } from './label-tables.js';
import type { LabelTables } from './label-tables.js';
import { EXPECTED_LABELS } from './labels.expectations.js';

/** What is wrong with the labels of a graph: that it does not compose, breaks a rule, or differs from what is expected. */
export function labelProblems(subgraphs: readonly RoutedSubgraph[]): readonly string[] {
  try {
    const supergraph = composeUnchecked(subgraphs);
    const problems = checkSupergraph({ subgraphs, supergraph });
    if (problems.length > 0) return problems.map(describeProblem);
    return differences(EXPECTED_LABELS, labelTablesOf(supergraph));
  } catch (error) {
    if (error instanceof CompositionError) return [error.message];
    throw error;
  }
}

function differences(expected: LabelTables, got: LabelTables): readonly string[] {
  return (Object.keys(expected) as (keyof LabelTables)[]).flatMap((table) => {
    const [wanted, found] = [entriesOf(expected[table]), entriesOf(got[table])];
    return [...new Set([...wanted.keys(), ...found.keys()])]
      .filter((coordinate) => wanted.get(coordinate) !== found.get(coordinate))
      .map(
        (coordinate) =>
          `${table}: ${coordinate}: expected ${wanted.get(coordinate) ?? 'none'}, got ${found.get(coordinate) ?? 'none'}`,
      );
  });
}

function entriesOf(table: LabelTables[keyof LabelTables]): ReadonlyMap<string, string> {
  return new Map(
    Array.isArray(table) ? table.map((name: string) => [name, 'yes']) : Object.entries(table),
  );
}
