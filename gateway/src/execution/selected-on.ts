import { TypeInfo, isInterfaceType, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';

/** The fields that a valid document selects on an interface, each with that interface's name. */
export function fieldsOnInterfaces(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<FieldNode, string> {
  const on = new Map<FieldNode, string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const parent = types.getParentType();
        if (isInterfaceType(parent)) on.set(node, parent.name);
      },
    }),
  );
  return on;
}
