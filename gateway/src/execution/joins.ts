/** What a supergraph's own directives say of the subgraphs behind it. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, GraphQLNamedType, GraphQLSchema } from 'graphql';

/** Reads one argument of a join directive; undefined where it is not given. */
export type JoinArgument = (name: string) => unknown;

/** The directives of a name on a type that speak of a subgraph, by the subgraph's name, as readers of their arguments. */
export function joinsOf(
  schema: GraphQLSchema,
  service: string,
  { astNode }: GraphQLNamedType,
  directive: 'join__type' | 'join__implements',
): readonly JoinArgument[] {
  const graph = graphOf(schema, service);
  return (astNode?.directives ?? [])
    .filter((node) => node.name.value === directive && argument(node, 'graph') === graph)
    .map((node) => (name) => argument(node, name));
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
