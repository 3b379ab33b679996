import { Kind, buildASTSchema, isTypeDefinitionNode, isTypeExtensionNode } from 'graphql';
import type { DefinitionNode, DocumentNode, GraphQLSchema } from 'graphql';

const DEFINITION_OF: Partial<Record<Kind, Kind>> = {
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
};

/**
 * The schema of a subgraph's or a supergraph's SDL, with the directives of federation on its nodes. An extension of
 * a type that the SDL nowhere defines is its definition: graphql-js would pass over it, and over its labels.
 */
export function federatedSchemaOf(document: DocumentNode): GraphQLSchema {
  const defined = new Set(
    document.definitions.flatMap((node) => (isTypeDefinitionNode(node) ? [node.name.value] : [])),
  );
  const definitions = document.definitions.map((node): DefinitionNode => {
    const kind = DEFINITION_OF[node.kind];
    if (kind === undefined || !isTypeExtensionNode(node) || defined.has(node.name.value))
      return node;
    defined.add(node.name.value);
    return { ...node, kind } as DefinitionNode;
  });
  return buildASTSchema({ ...document, definitions }, { assumeValid: true, assumeValidSDL: true });
}
