import { Kind, isTypeDefinitionNode, visit } from 'graphql';
import type { DefinitionNode } from 'graphql';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** The definitions that can be come by from the root types; types that implement a used interface are used. */
export function withoutUnused(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const types = new Map(
    definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node]),
  );
  const used = new Set<string>();
  const queue = [...ROOTS];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const node = types.get(name);
    if (node === undefined || used.has(name)) continue;
    used.add(name);
    visit(node, {
      NamedType: ({ name: of }) => {
        queue.push(of.value);
      },
    });
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      queue.push(...implementing(name, definitions));
  }
  return definitions.filter((node) => !isTypeDefinitionNode(node) || used.has(node.name.value));
}

function implementing(
  interfaceName: string,
  definitions: readonly DefinitionNode[],
): readonly string[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.interfaces ?? []).some(({ name }) => name.value === interfaceName)
      ? [node.name.value]
      : [],
  );
}
