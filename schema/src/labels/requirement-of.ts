import { getNamedType, isInputObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLInputObjectType } from 'graphql';
import { isScope } from '../scopes.js';
import { NO_REQUIREMENT, allOf } from './requirement.js';
import type { FieldRequirement } from './requirement.js';
import type { AppliedDirective, Vocabulary } from './vocabulary.js';

/** What the `@consent` and `@domestic` among the directives ask for; scopes outside the catalogue are passed over. */
export function requirementOf(applied: readonly AppliedDirective[]): FieldRequirement {
  const scopes = [...new Set(scopesNamedIn(applied).filter(isScope))];
  const domestic = applied.some(({ name }) => name === 'domestic');
  return scopes.length === 0 && !domestic ? NO_REQUIREMENT : { scopes, domestic };
}

/** The scopes that the `@consent` among the directives name, whether in the catalogue or not. */
export function scopesNamedIn(applied: readonly AppliedDirective[]): readonly string[] {
  return applied.flatMap(({ name, arguments: { scope } }) =>
    name === 'consent' ? [typeof scope === 'string' ? scope : JSON.stringify(scope)] : [],
  );
}

/**
 * What giving an argument asks for: its own labels and those of every input field that it may hold. Which of them a
 * variable holds is known too late to matter.
 */
export function requirementOfArgument(
  vocabulary: Vocabulary,
  position: GraphQLArgument | GraphQLInputField,
  above: ReadonlySet<GraphQLInputObjectType> = new Set(),
): FieldRequirement {
  const own = requirementOf(vocabulary.appliedTo(position.astNode));
  const input = getNamedType(position.type);
  if (!isInputObjectType(input) || above.has(input)) return own;
  const within = new Set([...above, input]);
  const fields = Object.values(input.getFields());
  return allOf(own, ...fields.map((field) => requirementOfArgument(vocabulary, field, within)));
}
