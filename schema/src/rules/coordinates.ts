/** The coordinates of a schema, for rules to walk over. */
import {
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type {
  ASTNode,
  ConstDirectiveNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import type { OperationType } from '../labels/model.js';

/** A field of an object type. */
export interface FieldCoordinate {
  readonly coordinate: string;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Anything of a schema that has a coordinate and can carry directives. */
export interface SchemaElement {
  readonly coordinate: string;
  readonly kind: 'type' | 'field' | 'argument' | 'inputField' | 'enumValue';
  readonly name: string;
  /** The type that it is or stands in. */
  readonly type: GraphQLNamedType;
  readonly description: string | null | undefined;
  readonly nodes: readonly (DirectiveCarrier | null | undefined)[];
}

type DirectiveCarrier = ASTNode & {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
};

/** The scalars, enums and input objects that composers add. */
const MACHINERY = /^(join|link|federation|requiresScopes)__/;

/** The schema's own types: neither those of GraphQL nor those that composers add. */
export function typesOf(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) =>
      !isIntrospectionType(type) &&
      !isSpecifiedScalarType(type) &&
      (isCompositeType(type) || !MACHINERY.test(type.name)),
  );
}

/** All object types. */
export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return typesOf(schema).filter(isObjectType);
}

/** The fields of an object type. */
export function fieldsOf(type: GraphQLObjectType): readonly FieldCoordinate[] {
  return Object.values(type.getFields()).map((field) => ({
    coordinate: `${type.name}.${field.name}`,
    type,
    field,
  }));
}

/** The fields of all object types. */
export function objectFields(schema: GraphQLSchema): readonly FieldCoordinate[] {
  return objectTypes(schema).flatMap(fieldsOf);
}

/** Every element of a schema: types, their fields, arguments and enum values. */
export function elementsOf(schema: GraphQLSchema): readonly SchemaElement[] {
  return typesOf(schema).flatMap((type) => [
    {
      coordinate: type.name,
      kind: 'type',
      name: type.name,
      type,
      description: type.description,
      nodes: [type.astNode, ...type.extensionASTNodes],
    },
    ...elementsIn(type),
  ]);
}

function elementsIn(type: GraphQLNamedType): readonly SchemaElement[] {
  const element = (
    kind: SchemaElement['kind'],
    coordinate: string,
    { name, description, astNode }: Named,
  ): SchemaElement => ({ coordinate, kind, name, type, description, nodes: [astNode] });
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => {
      const at = `${type.name}.${field.name}`;
      return [
        element('field', at, field),
        ...field.args.map((argument) => element('argument', `${at}(${argument.name}:)`, argument)),
      ];
    });
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      element('inputField', `${type.name}.${field.name}`, field),
    );
  }
  if (!isEnumType(type)) return [];
  return type.getValues().map((value) => element('enumValue', `${type.name}.${value.name}`, value));
}

interface Named {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly astNode?: DirectiveCarrier | null | undefined;
}

/** Which operation a type is the root of, if it is one. */
export function operationOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
): OperationType | undefined {
  if (type === schema.getQueryType()) return 'query';
  if (type === schema.getMutationType()) return 'mutation';
  return type === schema.getSubscriptionType() ? 'subscription' : undefined;
}
