import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/**
 * A scalar that passes JSON values through as they are, for what the gateway itself asks of a subgraph. It is no
 * part of the public schema (`@inaccessible`); the resolvers that take one check its shape.
 */
export function jsonScalar(name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
    extensions: { directives: { inaccessible: {} } },
  });
}
