/** The labels of a supergraph as tables of text, which expectations are written in by hand. */
import { apiSchemaOf, readLabels } from '@causeway/schema';
import type {
  FieldRequirement,
  Labels,
  OperationType,
  RecordTypeLabel,
  RoleRequirement,
  RootField,
} from '@causeway/schema';
import { buildSchema, isInputObjectType, isObjectType, print } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';

/** Texts by coordinate or name. */
export type Table = Readonly<Record<string, string>>;

/** Who may see what, as far as the schema says it. */
export interface LabelTables {
  /** Record types: what their presence asks for. */
  readonly records: Table;
  /** Record types: what `@subject` names. */
  readonly subjects: Table;
  readonly openTypes: readonly string[];
  /** Fields, arguments and input fields with labels of their own. */
  readonly labelled: Table;
  /** Root fields: whose data they lead to. */
  readonly roots: Table;
  /** Fields that ask for a role. */
  readonly roles: Table;
  /** Types and root fields that no client sees. */
  readonly hidden: readonly string[];
}

/** The tables of a supergraph. @throws LabelError if it breaks a rule of labelling */
export function labelTablesOf(supergraphSdl: string): LabelTables {
  const labels = readLabels(supergraphSdl);
  const schema = buildSchema(supergraphSdl, { assumeValidSDL: true });
  const api = apiSchemaOf(supergraphSdl);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.includes('__'));
  const objects = types.filter(isObjectType);
  const records = objects.flatMap(({ name }) => {
    const label = labels.type(name);
    return label?.kind === 'record' ? [{ name, label }] : [];
  });
  const fields = objects.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type: type.name, field })),
  );
  return {
    records: tableOf(records.map(({ name, label }) => [name, requirementText(label.presence)])),
    subjects: tableOf(records.map(({ name, label }) => [name, subjectText(label)])),
    openTypes: objects
      .map(({ name }) => name)
      .filter((name) => labels.type(name)?.kind === 'open')
      .sort(),
    labelled: tableOf(
      [
        ...fields.flatMap(({ type, field }) => labelsAt(labels, type, field)),
        ...inputLabels(labels, types),
      ].filter(([, text]) => text !== ''),
    ),
    roots: tableOf(rootsOf(labels, schema)),
    roles: tableOf(
      fields
        .map(({ type, field }): Row => [
          `${type}.${field.name}`,
          rolesText(labels.roles(type, field.name)),
        ])
        .filter(([, text]) => text !== ''),
    ),
    hidden: hiddenOf(schema, api, types),
  };
}

type Row = readonly [string, string];

function tableOf(rows: readonly Row[]): Table {
  return Object.fromEntries(rows);
}

function requirementText({ scopes, domestic }: FieldRequirement): string {
  return [...scopes, ...(domestic ? ['@domestic'] : [])].join(' ');
}

function subjectText({ subject }: RecordTypeLabel): string {
  return Object.entries<SelectionSetNode>({ ...subject })
    .map(([name, set]) => `${name}: ${print(set).replace(/\s+/g, ' ').slice(2, -2)}`)
    .join(', ');
}

function labelsAt(
  labels: Labels,
  type: string,
  field: GraphQLField<unknown, unknown>,
): readonly Row[] {
  const coordinate = `${type}.${field.name}`;
  return [
    [coordinate, requirementText(labels.field(type, field.name))],
    ...field.args.map(({ name }): Row => [
      `${coordinate}(${name}:)`,
      requirementText(labels.argument(type, field.name, name)),
    ]),
  ];
}

function inputLabels(labels: Labels, types: readonly GraphQLNamedType[]): readonly Row[] {
  return types
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.keys(type.getFields()).map((field): Row => [
        `${type.name}.${field}`,
        requirementText(labels.inputField(type.name, field)),
      ]),
    );
}

function rootsOf(labels: Labels, schema: GraphQLSchema): readonly Row[] {
  const operations: readonly OperationType[] = ['query', 'mutation', 'subscription'];
  return operations.flatMap((operation) => {
    const type = {
      query: schema.getQueryType(),
      mutation: schema.getMutationType(),
      subscription: schema.getSubscriptionType(),
    }[operation];
    return Object.keys(type?.getFields() ?? {}).flatMap((field): readonly Row[] => {
      const root = labels.root(operation, field);
      return root === undefined ? [] : [[`${operation} ${field}`, rootText(root)]];
    });
  });
}

function rootText(root: RootField): string {
  return root.kind === 'patientId' ? `${root.action} ${root.argument.join('.')}` : root.kind;
}

function rolesText({ authenticated, anyOf }: RoleRequirement): string {
  const ways = anyOf.map((all) => [...all].sort().join(' and '));
  if (ways.length > 0) return ways.sort().join(' or ');
  return authenticated ? 'authenticated' : '';
}

function hiddenOf(
  schema: GraphQLSchema,
  api: GraphQLSchema,
  types: readonly GraphQLNamedType[],
): readonly string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).flatMap((field) => {
      const shown = api.getType(type?.name ?? '');
      return isObjectType(shown) && field in shown.getFields()
        ? []
        : [`${type?.name ?? ''}.${field}`];
    }),
  );
  const hidden = types.map(({ name }) => name).filter((name) => api.getType(name) === undefined);
  return [...roots, ...hidden].sort();
}
