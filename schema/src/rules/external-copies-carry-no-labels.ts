import { describeElement, labelsByCoordinate } from './labels-by-coordinate.js';
import type { CompositionRule } from './rule.js';

/** An `@external` copy of a field is its owner's to label: one composer adds a copy's labels, the other passes over them. */
export const externalCopiesCarryNoLabels: CompositionRule = function* (subgraphs) {
  for (const { name, schema, vocabulary } of subgraphs) {
    for (const [coordinate, element] of labelsByCoordinate(schema, vocabulary)) {
      const { labels, roles, isExternal } = element;
      if (!isExternal || (labels.length === 0 && !roles.authenticated)) continue;
      yield {
        coordinate,
        expected: `no label on the @external copy in ${name}`,
        got: describeElement(element),
      };
    }
  }
};
