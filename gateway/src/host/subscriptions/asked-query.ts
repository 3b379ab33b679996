import { askedAs } from '@causeway/schema';
import { Kind, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  NamedTypeNode,
  OperationDefinitionNode,
} from 'graphql';
import type { ValidOperation } from '../operation-cache.js';

/**
 * The query that a valid subscription asks at every event: the same selection of the root field that stands for its
 * own, under the response key that its client expects. It keeps the text, which the audit trail knows it by.
 *
 * @see schema/src/subscriptions.ts
 */
export function askedQuery(subscription: ValidOperation, schema: GraphQLSchema): ValidOperation {
  const root = schema.getSubscriptionType();
  const query = schema.getQueryType();
  if (root == null || query == null)
    throw new Error('Expected a schema with queries and subscriptions');
  const types = new TypeInfo(schema);
  const asQuery = (node: NamedTypeNode): NamedTypeNode =>
    node.name.value === root.name ? named(node, query.name) : node;
  const document: DocumentNode = visit(
    subscription.document,
    visitWithTypeInfo(types, {
      // On the way up: what is selected has been looked up in the subscription's own type by then.
      OperationDefinition: {
        leave: (node) =>
          node.operation === OperationTypeNode.SUBSCRIPTION
            ? { ...node, operation: OperationTypeNode.QUERY }
            : undefined,
      },
      Field: {
        leave: (node) => (types.getParentType() === root ? askedField(node) : undefined),
      },
      InlineFragment: {
        leave: (node) =>
          node.typeCondition && { ...node, typeCondition: asQuery(node.typeCondition) },
      },
      FragmentDefinition: {
        leave: (node) => ({ ...node, typeCondition: asQuery(node.typeCondition) }),
      },
    }),
  );
  return { ...subscription, document, definition: definitionIn(document, subscription.definition) };
}

function askedField(node: FieldNode): FieldNode {
  const name = askedAs(node.name.value);
  return name === node.name.value
    ? node
    : { ...named(node, name), alias: node.alias ?? { kind: Kind.NAME, value: node.name.value } };
}

function named<Node extends FieldNode | NamedTypeNode>(node: Node, value: string): Node {
  return { ...node, name: { kind: Kind.NAME, value } };
}

function definitionIn(
  { definitions }: DocumentNode,
  { name }: OperationDefinitionNode,
): OperationDefinitionNode {
  const found = definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name?.value,
  );
  if (found === undefined) throw new Error('Expected the operation to stand in its document');
  return found;
}
