import { describeLabels, labelsByCoordinate } from './labels-by-coordinate.js';
import type { CompositionRule } from './rule.js';

/**
 * The labels of the supergraph are those of its subgraphs, no fewer and no more. Composers drop what a subgraph does
 * not compose without a word, and keep one of two values that disagree.
 */
export const labelsSurviveComposition: CompositionRule = function* (subgraphs, supergraph) {
  const before = new Map<string, Set<string>>();
  for (const { schema, vocabulary } of subgraphs) {
    for (const [coordinate, { labels, isExternal }] of labelsByCoordinate(schema, vocabulary)) {
      const known = before.get(coordinate) ?? new Set();
      before.set(coordinate, new Set([...known, ...(isExternal ? [] : labels)]));
    }
  }
  const after = labelsByCoordinate(supergraph.schema, supergraph.vocabulary);
  for (const coordinate of new Set([...before.keys(), ...after.keys()])) {
    const expected = describeLabels([...(before.get(coordinate) ?? [])].sort());
    const got = describeLabels(after.get(coordinate)?.labels ?? []);
    if (expected !== got) yield { coordinate, expected: `${expected}, as in the subgraphs`, got };
  }
};
