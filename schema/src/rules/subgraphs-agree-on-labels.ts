import { describeLabels, labelsByCoordinate } from './labels-by-coordinate.js';
import type { CompositionRule } from './rule.js';

/**
 * What several subgraphs define, all label alike, arguments included: where they disagree, a composer keeps whichever
 * it likes, and a label that only one subgraph remembers is lost when that subgraph is.
 */
export const subgraphsAgreeOnLabels: CompositionRule = function* (subgraphs) {
  const first = new Map<string, { readonly name: string; readonly labels: string }>();
  for (const { name, schema, vocabulary } of subgraphs) {
    for (const [coordinate, { labels, isExternal }] of labelsByCoordinate(schema, vocabulary)) {
      if (isExternal) continue;
      const own = { name, labels: describeLabels(labels) };
      const other = first.get(coordinate);
      if (other === undefined) first.set(coordinate, own);
      else if (other.labels !== own.labels) {
        yield {
          coordinate,
          expected: `${other.labels} as in ${other.name}`,
          got: `${own.labels} in ${name}`,
        };
      }
    }
  }
};
