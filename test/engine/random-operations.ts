/** Random operations that are valid against a schema: fields, aliases, arguments, fragments and conditions. */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';
import { DEFINITIONS, GIVEN, VALUES } from './random-values.js';

/** An operation and its variables. */
export interface RandomOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Selection {
  readonly kind: 'field' | 'inline' | 'named';
  /** A field with its alias and arguments, or the type a fragment is on; empty for an inline fragment on none. */
  readonly head: string;
  readonly condition: string;
  readonly selections: readonly Selection[];
}

/** Names that collide: with keys, with other fields, with response keys of the engine's own, with prototypes. */
const ALIASES = ['id', 'name', 'depth', 'greeting_1', 'constructor', '__proto__', 'toString', 'x'];

const CONDITIONS = [
  '',
  '',
  '',
  '@include(if: $yes)',
  '@include(if: $no)',
  '@skip(if: $yes)',
  '@skip(if: $no)',
  '@skip(if: false) @include(if: $byDefault)',
];

/** What random operations are made of. */
export interface Material {
  readonly schema: GraphQLSchema;
  readonly operation: 'query' | 'mutation';
  /** The names of the fields that alone are selected; without, every field is, and types and fragments are. */
  readonly only?: readonly string[];
}

/** Random operations of one kind. */
export function randomOperations(material: Material): Arbitrary<RandomOperation> {
  const { schema, operation } = material;
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (root == null) throw new Error(`Expected a schema with a ${operation} type`);
  return fc.record({
    text: selectionsOf(material, root, 4).map((selections) => written(operation, selections)),
    variables: fc.record(GIVEN, { requiredKeys: ['yes', 'no', 'id', 'kind'] }),
  });
}

function fieldsOf(
  type: GraphQLCompositeType,
  { only }: Material,
): readonly GraphQLField<unknown, unknown>[] {
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  return only === undefined ? fields : fields.filter(({ name }) => only.includes(name));
}

function selectionsOf(
  material: Material,
  type: GraphQLCompositeType,
  depth: number,
): Arbitrary<readonly Selection[]> {
  const fields = fieldsOf(type, material);
  const leaves = fields.filter(({ type: returned }) => !isCompositeType(getNamedType(returned)));
  const choices: Arbitrary<Selection>[] = [];
  if (leaves.length > 0) choices.push(fieldOf(material, leaves, depth));
  if (depth > 0) {
    const inner = fields.filter((field) => !leaves.includes(field));
    if (inner.length > 0)
      choices.push(fieldOf(material, inner, depth), fieldOf(material, inner, depth));
  }
  if (material.only === undefined) {
    choices.push(fc.constant({ kind: 'field', head: '__typename', condition: '', selections: [] }));
    if (depth > 0) choices.push(fragmentOf(material, type, depth));
  }
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4 });
}

function fieldOf(
  material: Material,
  fields: readonly GraphQLField<unknown, unknown>[],
  depth: number,
): Arbitrary<Selection> {
  return fc.constantFrom(...fields).chain((field) => {
    const returned = getNamedType(field.type);
    return fc
      .record({
        alias: fc.option(fc.constantFrom(...ALIASES), { freq: 3 }),
        given: argumentsOf(field.args),
        condition: fc.constantFrom(...CONDITIONS),
        selections: isCompositeType(returned)
          ? selectionsOf(material, returned, depth - 1)
          : fc.constant([]),
      })
      .map(({ alias, given, condition, selections }) => ({
        kind: 'field' as const,
        head: `${alias === null ? '' : `${alias}: `}${field.name}${given}`,
        condition,
        selections,
      }));
  });
}

function fragmentOf(
  material: Material,
  type: GraphQLCompositeType,
  depth: number,
): Arbitrary<Selection> {
  const { schema } = material;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const abstract = isObjectType(type) ? type.getInterfaces() : [];
  return fc
    .record({
      on: fc.constantFrom<GraphQLCompositeType>(type, ...possible, ...abstract),
      kind: fc.constantFrom('inline' as const, 'named' as const),
      condition: fc.constantFrom(...CONDITIONS),
    })
    .chain(({ on, kind, condition }) =>
      selectionsOf(material, on, depth - 1).map((selections) => ({
        kind,
        head: on.name,
        condition,
        selections,
      })),
    );
}

function argumentsOf(defined: readonly GraphQLArgument[]): Arbitrary<string> {
  const each = defined.map(({ name, type }) => {
    const value = fc.constantFrom(...(VALUES[name] ?? []).map((one) => `${name}: ${one}`));
    return isNonNullType(type) ? value : fc.option(value, { nil: '' });
  });
  return fc
    .tuple(...each)
    .map((given) => given.filter((one) => one !== ''))
    .map((given) => (given.length === 0 ? '' : `(${given.join(', ')})`));
}

function written(operation: string, selections: readonly Selection[]): string {
  const fragments: string[] = [];
  const set = (inner: readonly Selection[]): string =>
    inner.length === 0 ? '' : `{ ${inner.map(one).join(' ')} }`;
  const one = ({ kind, head, condition, selections: inner }: Selection): string => {
    switch (kind) {
      case 'field':
        return `${head} ${condition} ${set(inner)}`;
      case 'inline':
        return `... on ${head} ${condition} ${set(inner)}`;
      case 'named': {
        const text = set(inner);
        const name = `F${fragments.length}`;
        fragments.push(`fragment ${name} on ${head} ${text}`);
        return `...${name} ${condition}`;
      }
    }
  };
  const body = set(selections);
  const used = new Set(
    [...`${body} ${fragments.join(' ')}`.matchAll(/\$(\w+)/g)].map(([, name = '']) => name),
  );
  const declared = [...used].map((name) => `$${name}: ${DEFINITIONS[name] ?? ''}`);
  const head = declared.length === 0 ? operation : `${operation} (${declared.join(', ')})`;
  return [`${head} ${body}`, ...fragments].join('\n');
}
