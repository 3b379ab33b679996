/**
 * Interface objects: a subgraph that adds fields to an interface knows it as an object type, and cannot tell which
 * of the interface's types an object is of. Its answers name the interface where others name a type.
 *
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/interfaces
 */
import { Kind, isInterfaceType } from 'graphql';
import type { ConstDirectiveNode, GraphQLInterfaceType, GraphQLSchema } from 'graphql';

/** The interfaces that a subgraph of the supergraph knows as objects. */
export function interfaceObjects(
  schema: GraphQLSchema,
  service: string,
): readonly GraphQLInterfaceType[] {
  const graph = graphOf(schema, service);
  return Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .filter(({ astNode }) =>
      astNode?.directives?.some(
        (directive) =>
          directive.name.value === 'join__type' &&
          argument(directive, 'graph') === graph &&
          argument(directive, 'isInterfaceObject') === true,
      ),
    );
}

/** The name that the supergraph's own directives give a subgraph. */
function graphOf(schema: GraphQLSchema, service: string): string | undefined {
  const graphs = schema.getType('join__Graph')?.astNode;
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return undefined;
  return graphs.values?.find(({ directives = [] }) =>
    directives.some((directive) => argument(directive, 'name') === service),
  )?.name.value;
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown {
  const value = given.find((one) => one.name.value === name)?.value;
  return value !== undefined && 'value' in value ? value.value : undefined;
}
