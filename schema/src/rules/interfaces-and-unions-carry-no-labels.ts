import { isAbstractType } from 'graphql';
import { CONSENT_DIRECTIVES } from '../directives.js';
import { elementsOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

const LABELS: readonly string[] = [...CONSENT_DIRECTIVES, 'authenticated', 'requiresScopes'];

/**
 * Composers do not pass a directive from an interface on to what implements it: a label there would be believed and
 * not hold. A selection on an interface or union is expanded to its possible types, and their labels count.
 */
export const interfacesAndUnionsCarryNoLabels: SupergraphRule = function* ({ schema, vocabulary }) {
  for (const { coordinate, type, nodes } of elementsOf(schema)) {
    if (!isAbstractType(type)) continue;
    for (const { name } of vocabulary.appliedTo(...nodes)) {
      if (!LABELS.includes(name)) continue;
      yield { coordinate, expected: 'labels on its possible types instead', got: `@${name}` };
    }
  }
};
