import { SCOPES, isScope } from '../scopes.js';
import { scopesNamedIn } from '../labels/requirement-of.js';
import { elementsOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/** A label names a scope of the catalogue; any other word is in no consent and no grant, or is a slip of the pen. */
export const scopesAreInTheCatalogue: SupergraphRule = function* ({ schema, vocabulary }) {
  for (const { coordinate, nodes } of elementsOf(schema)) {
    for (const scope of scopesNamedIn(vocabulary.appliedTo(...nodes))) {
      if (!isScope(scope))
        yield { coordinate, expected: `one of ${SCOPES.join(', ')}`, got: scope };
    }
  }
};
