import { elementsOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * A label is released under a permit for a patient, and an open type has none: `@consent` or `@domestic` on it, on
 * its fields or on their arguments could never be permitted.
 */
export const openTypesCarryNoLabels: SupergraphRule = function* ({ schema, labels, vocabulary }) {
  for (const { coordinate, type, nodes } of elementsOf(schema)) {
    if (labels.type(type.name)?.kind !== 'open') continue;
    for (const { name } of vocabulary.appliedTo(...nodes)) {
      if (name !== 'consent' && name !== 'domestic') continue;
      yield { coordinate, expected: 'no label in an open type', got: `@${name}` };
    }
  }
};
