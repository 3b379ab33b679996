/** Variables for an operation, made up by their names and types: for tests that ask every operation there is. */
import { isEnumType, isInputObjectType, isListType, isNonNullType, typeFromAST } from 'graphql';
import type { DocumentNode, GraphQLInputType, GraphQLSchema } from 'graphql';
import { Kind } from 'graphql';

/** What variables and input fields of certain names are to hold. */
export type NamedValues = Readonly<Record<string, unknown>>;

/** A value for each variable that an operation has to be given. */
export function madeUpVariables(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  named: NamedValues,
): Readonly<Record<string, unknown>> {
  const variables = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    variables
      .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable, type }) => {
        const { value: name } = variable.name;
        const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        if (declared === undefined) throw new Error(`Expected a known type of $${name}`);
        return [name, valueOf(declared, name, named)];
      }),
  );
}

function valueOf(type: GraphQLInputType, name: string, named: NamedValues): unknown {
  if (name in named) return named[name];
  if (isNonNullType(type)) return valueOf(type.ofType, name, named);
  if (isListType(type)) return [valueOf(type.ofType, name, named)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(
      fields.map((field) => [field.name, valueOf(field.type, field.name, named)]),
    );
  }
  switch (type.name) {
    case 'Boolean':
      return true;
    case 'Int':
      return 1;
    case 'Date':
    case 'DateTime':
      return '2027-01-01';
    default:
      return 'made up';
  }
}
