import { buildSchema } from 'graphql';
import type { GraphQLDirective } from 'graphql';
import { CONSENT_DIRECTIVES, CONSENT_DIRECTIVE_DEFINITIONS } from '../directives.js';
import type { CompositionRule } from './rule.js';

/**
 * Every subgraph defines the directives as the specification does. A definition that is not repeatable, or allows fewer
 * places, would let a composer drop labels that another subgraph applies.
 */
export const definitionsFollowTheSpecification: CompositionRule = function* (subgraphs) {
  const specification = buildSchema(CONSENT_DIRECTIVE_DEFINITIONS, { assumeValid: true });
  for (const { name, schema, vocabulary } of subgraphs) {
    for (const directive of CONSENT_DIRECTIVES) {
      const expected = describeDefinition(specification.getDirective(directive));
      const defined = schema
        .getDirectives()
        .filter((own) => vocabulary.meaningOf(own.name) === directive);
      if (defined.length === 0)
        yield { coordinate: name, expected: `@${directive}${expected}`, got: 'no definition' };
      for (const own of defined) {
        const got = describeDefinition(own);
        if (got !== expected)
          yield {
            coordinate: name,
            expected: `@${directive}${expected}`,
            got: `@${own.name}${got}`,
          };
      }
    }
  }
};

function describeDefinition(directive: GraphQLDirective | null | undefined): string {
  if (!directive) return '';
  const given = directive.args.map(
    ({ name, type, defaultValue }) =>
      `${name}: ${String(type)}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`,
  );
  const repeatable = directive.isRepeatable ? ' repeatable' : '';
  return `(${given.sort().join(', ')})${repeatable} on ${[...directive.locations].sort().join(' | ')}`;
}
