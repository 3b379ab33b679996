import { Kind, buildASTSchema, isTypeDefinitionNode, parse, visit } from 'graphql';
import type { ASTNode, ConstDirectiveNode, DocumentNode, GraphQLSchema } from 'graphql';
import { readLinks } from './labels/links.js';
import { Vocabulary } from './labels/vocabulary.js';

/** Directives that are part of what a client sees. */
const PUBLIC_DIRECTIVES: readonly string[] = ['deprecated', 'specifiedBy', 'oneOf'];

/**
 * The schema that clients see: the supergraph without its inaccessible elements and without the machinery of
 * federation and of the labels.
 *
 * @throws LabelError if the supergraph's links cannot be honoured
 * @throws Error if what remains is no valid schema
 */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  const document = parse(supergraphSdl, { noLocation: true });
  const isHidden = hiddenIn(document);
  const hiddenTypes = new Set(
    document.definitions.flatMap((node) =>
      isTypeDefinitionNode(node) && isHidden(node) ? [node.name.value] : [],
    ),
  );
  const published = visit(document, {
    enter: (node, _key, parent) => {
      if (isHidden(node) || node.kind === Kind.DIRECTIVE_DEFINITION) return null;
      if (node.kind === Kind.DIRECTIVE && !PUBLIC_DIRECTIVES.includes(node.name.value)) return null;
      // A type named in a list is an interface that another implements, or a member of a union.
      const isListed = node.kind === Kind.NAMED_TYPE && Array.isArray(parent);
      return isListed && hiddenTypes.has(node.name.value) ? null : undefined;
    },
  });
  return buildASTSchema(published);
}

/** Tells what no client sees: what is inaccessible, and the types under the namespaces of linked specifications. */
function hiddenIn(document: DocumentNode): (node: ASTNode) => boolean {
  const vocabulary = Vocabulary.of(document);
  const namespaces = readLinks(document).map(({ namespace }) => `${namespace}__`);
  return (node) => {
    const name = isTypeDefinitionNode(node) ? node.name.value : '';
    if (namespaces.some((prefix) => name.startsWith(prefix))) return true;
    const directives =
      'directives' in node ? (node.directives as readonly ConstDirectiveNode[]) : [];
    return vocabulary.appliedTo({ directives }).some(({ name }) => name === 'inaccessible');
  };
}
