import { getNullableType, isInputObjectType, isListType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType } from 'graphql';
import { ACTIONS } from '../decision.js';
import type { Action } from '../decision.js';
import type { Problem } from './label-error.js';
import type { OperationType, RootField } from './model.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The root fields whose patient the token names: a person's own record, and the grant that a professional's token
 * is bound to. No argument could name the patient: the token alone decides, so that nobody can ask for another's.
 */
export const TOKEN_ROOT_FIELDS: Readonly<Record<OperationType, readonly string[]>> = {
  query: ['me', 'myGrant'],
  mutation: [],
  subscription: ['myGrant'],
};

/** A `@patientId`, and where it stands below a field's arguments. */
export interface PatientIdArgument {
  readonly argument: readonly string[];
  readonly action: string;
  readonly isInList: boolean;
}

/** Whose data a root field leads to; where it is not of exactly one kind, the problem is reported. */
export function rootFieldOf(
  operation: OperationType,
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  vocabulary: Vocabulary,
  report: (problem: Problem) => void,
): RootField {
  const kinds: RootField[] = [];
  if (vocabulary.appliedTo(field.astNode).some(({ name }) => name === 'open'))
    kinds.push({ kind: 'open' });
  if (TOKEN_ROOT_FIELDS[operation].includes(field.name)) kinds.push({ kind: 'token' });
  for (const { argument, action, isInList } of patientIdsOf(field, vocabulary)) {
    if (isAction(action) && !isInList) kinds.push({ kind: 'patientId', argument, action });
    else {
      const got = isInList ? 'a list' : `the action ${JSON.stringify(action)}`;
      report({
        rule: 'root-fields-are-of-one-kind',
        coordinate: `${coordinate}(${argument.join('.')}:)`,
        expected: `one patient's id and an action of ${ACTIONS.join(', ')}`,
        got,
      });
    }
  }
  const [kind = { kind: 'unnamed' }, ...others] = kinds;
  if (others.length === 0) return kind;
  report({
    rule: 'root-fields-are-of-one-kind',
    coordinate,
    expected: 'one of @open, one @patientId, and the patient of the token',
    got: kinds.map((one) => one.kind).join(' and '),
  });
  return { kind: 'unnamed' };
}

/** Every `@patientId` among a field's arguments and the fields of the input objects they take. */
export function patientIdsOf(
  field: GraphQLField<unknown, unknown>,
  vocabulary: Vocabulary,
): readonly PatientIdArgument[] {
  return field.args.flatMap((argument) => patientIdsIn(argument, [], false, vocabulary, new Set()));
}

function patientIdsIn(
  position: GraphQLArgument | GraphQLInputField,
  path: readonly string[],
  isBelowList: boolean,
  vocabulary: Vocabulary,
  seen: ReadonlySet<GraphQLInputType>,
): readonly PatientIdArgument[] {
  const argument = [...path, position.name];
  const { type, isInList } = elementOf(position.type, isBelowList);
  const own = vocabulary
    .appliedTo(position.astNode)
    .filter(({ name }) => name === 'patientId')
    .map(({ arguments: given }) => ({
      argument,
      action: actionOf(given),
      isInList,
    }));
  if (!isInputObjectType(type) || seen.has(type)) return own;
  const within = new Set([...seen, type]);
  const fields = Object.values(type.getFields());
  return [
    ...own,
    ...fields.flatMap((field) => patientIdsIn(field, argument, isInList, vocabulary, within)),
  ];
}

function elementOf(
  type: GraphQLInputType,
  isInList: boolean,
): { type: GraphQLInputType; isInList: boolean } {
  const nullable = getNullableType(type);
  return isListType(nullable) ? elementOf(nullable.ofType, true) : { type: nullable, isInList };
}

function actionOf({ action = 'READ' }: Readonly<Record<string, unknown>>): string {
  return typeof action === 'string' ? action : JSON.stringify(action);
}

function isAction(text: string): text is Action {
  return ACTIONS.some((action) => action === text);
}
