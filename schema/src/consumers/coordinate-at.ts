import { TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { ASTNode, DocumentNode, GraphQLSchema } from 'graphql';

/** The coordinate of what a node of a document names: `Patient.hkid`; undefined where it names nothing of a schema. */
export function coordinateAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  node: ASTNode | undefined,
): string | undefined {
  if (node === undefined) return undefined;
  return coordinatesOf(schema, document).get(node);
}

/** What each node names: fields, arguments, input fields, enum values and types, whether the schema has them or not. */
export function coordinatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<ASTNode, string> {
  const info = new TypeInfo(schema);
  const coordinates = new Map<ASTNode, string>();
  const name = (node: ASTNode, coordinate: string | undefined): void => {
    if (coordinate !== undefined) coordinates.set(node, coordinate);
  };
  const fieldAround = (): string | undefined => {
    const type = info.getParentType();
    const field = info.getFieldDef();
    return type && field ? `${type.name}.${field.name}` : undefined;
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const type = info.getParentType();
        name(node, type ? `${type.name}.${node.name.value}` : undefined);
      },
      Argument: (node) => {
        const field = info.getDirective() ? undefined : fieldAround();
        name(node, field === undefined ? undefined : `${field}(${node.name.value}:)`);
      },
      ObjectField: (node) => {
        const type = info.getParentInputType();
        name(node, type ? `${String(type).replace(/[![\]]/g, '')}.${node.name.value}` : undefined);
      },
      EnumValue: (node) => {
        const type = info.getInputType();
        name(node, type ? `${String(type).replace(/[![\]]/g, '')}.${node.value}` : undefined);
      },
      NamedType: (node) => {
        name(node, node.name.value);
      },
      // It stands for the field that it is given to.
      Variable: (node) => {
        name(node, fieldAround());
      },
    }),
  );
  return coordinates;
}
