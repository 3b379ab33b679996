import { elementsOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * All in a value type takes labels and patient of the field that returns it, at any depth. A label of its own would
 * hold wherever the type is used, and mean another patient each time.
 */
export const valueTypesCarryNoLabels: SupergraphRule = function* ({ schema, labels, vocabulary }) {
  for (const { coordinate, type, nodes } of elementsOf(schema)) {
    if (labels.type(type.name)?.kind !== 'value') continue;
    for (const { name } of vocabulary.appliedTo(...nodes)) {
      if (name !== 'consent' && name !== 'domestic') continue;
      yield { coordinate, expected: 'no label in a value type', got: `@${name}` };
    }
  }
};
