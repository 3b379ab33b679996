import { CONSENT_DIRECTIVES } from '../directives.js';
import type { CompositionRule } from './rule.js';

/**
 * Every subgraph composes all directives of the consent specification, used or not: a label that is added later in a
 * subgraph that forgot to compose it would vanish without an error or a hint.
 */
export const subgraphsComposeEveryDirective: CompositionRule = function* (subgraphs) {
  for (const { name, schema, vocabulary } of subgraphs) {
    const composed = vocabulary
      .appliedTo(schema.astNode, ...schema.extensionASTNodes)
      .flatMap(({ name: directive, arguments: given }) =>
        directive === 'composeDirective' && typeof given['name'] === 'string'
          ? [vocabulary.meaningOf(given['name'].slice(1))]
          : [],
      );
    for (const directive of CONSENT_DIRECTIVES) {
      if (!composed.includes(directive)) {
        yield { coordinate: name, expected: `@composeDirective of @${directive}`, got: 'none' };
      }
    }
  }
};
