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

const VARIABLES =
  '($yes: Boolean!, $no: Boolean!, $byDefault: Boolean = true, $first: Int, $id: ID!)';

/** Values for arguments, by the name of the argument. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  id: ['"p1"', '"p2"', '"s1"', '"s2"', '"nowhere"', '$id'],
  name: ['"Renamed"'],
  minDepth: ['0', '13', 'null', '$first'],
  first: ['0', '1', '2', '$first'],
  language: ['"zh"', '"en"', '"de"'],
  loud: ['true', 'false', '$yes'],
};

/** Operations on a schema, of one kind. */
export function randomOperations(
  schema: GraphQLSchema,
  operation: 'query' | 'mutation',
): Arbitrary<RandomOperation> {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (root == null) throw new Error(`Expected a schema with a ${operation} type`);
  return fc.record({
    text: selectionsOf(schema, root, 4).map((selections) => written(operation, selections)),
    variables: fc.record(
      {
        yes: fc.boolean(),
        no: fc.boolean(),
        byDefault: fc.boolean(),
        first: fc.constantFrom(0, 1, 5),
        id: fc.constantFrom('p1', 'p2', 's1', 's3', 'nowhere'),
      },
      { requiredKeys: ['yes', 'no', 'id'] },
    ),
  });
}

function selectionsOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
): Arbitrary<readonly Selection[]> {
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const leaves = fields.filter(({ type: returned }) => !isCompositeType(getNamedType(returned)));
  const choices: Arbitrary<Selection>[] = [
    fc.constant({ kind: 'field', head: '__typename', condition: '', selections: [] }),
  ];
  if (leaves.length > 0) choices.push(fieldOf(schema, leaves, depth));
  if (depth > 0) {
    const inner = fields.filter((field) => !leaves.includes(field));
    if (inner.length > 0)
      choices.push(fieldOf(schema, inner, depth), fieldOf(schema, inner, depth));
    choices.push(fragmentOf(schema, type, depth));
  }
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4 });
}

function fieldOf(
  schema: GraphQLSchema,
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
          ? selectionsOf(schema, returned, depth - 1)
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
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
): Arbitrary<Selection> {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const abstract = isObjectType(type) ? type.getInterfaces() : [];
  return fc
    .record({
      on: fc.constantFrom<GraphQLCompositeType>(type, ...possible, ...abstract),
      kind: fc.constantFrom('inline' as const, 'named' as const),
      condition: fc.constantFrom(...CONDITIONS),
    })
    .chain(({ on, kind, condition }) =>
      selectionsOf(schema, on, depth - 1).map((selections) => ({
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
  const used = [...`${body} ${fragments.join(' ')}`.matchAll(/\$(\w+)/g)].map(([, name]) => name);
  const declared = VARIABLES.slice(1, -1)
    .split(', ')
    .filter((definition) => used.some((name) => definition.startsWith(`$${name}:`)));
  const head = declared.length === 0 ? operation : `${operation} (${declared.join(', ')})`;
  return [`${head} ${body}`, ...fragments].join('\n');
}
