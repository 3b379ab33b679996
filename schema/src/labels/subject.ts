import { GraphQLError, Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import type { SubjectSelectionSets } from './model.js';

/** The arguments of `@subject`. */
export const SUBJECT_ARGUMENTS = [
  'id',
  'category',
  'date',
  'security',
  'author',
  'code',
  'party',
] as const;

/**
 * The selections that the arguments of a `@subject` name.
 *
 * @throws GraphQLError if one is no selection, or if `id` is missing
 */
export function subjectSelectionSets(
  given: Readonly<Record<string, unknown>>,
): SubjectSelectionSets {
  const sets: { [Name in (typeof SUBJECT_ARGUMENTS)[number]]?: SelectionSetNode } = {};
  for (const name of SUBJECT_ARGUMENTS) {
    const text = given[name];
    if (text === undefined || text === null) continue;
    if (typeof text !== 'string') throw new GraphQLError(`Expected ${name} as a text`);
    sets[name] = selectionSetOf(text);
  }
  const { id, ...others } = sets;
  if (id === undefined)
    throw new GraphQLError("Expected a selection of the patient's id, got none");
  return { id, ...others };
}

/**
 * The selection set of a text such as `patient { id }`, as federation's field sets and `@subject` write it.
 *
 * @throws GraphQLError if the text is none
 */
export function selectionSetOf(text: string): SelectionSetNode {
  const { definitions } = parse(`{${text}}`, { noLocation: true });
  const [operation, ...rest] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || rest.length > 0) {
    throw new GraphQLError(`Expected one selection, got ${JSON.stringify(text)}`);
  }
  return operation.selectionSet;
}
