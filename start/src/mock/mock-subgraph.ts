/** A subgraph without a database: the schema of the real one, answered from the society and from seeds. */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createHandler, subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { SubgraphHandler, SubgraphName } from '@causeway/schema';
import { Kind, getNamedType, isObjectType, parse } from 'graphql';
import type { DocumentNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { MockEntities } from './mock-entities.js';
import { consentMutations } from './mock-consents.js';
import { grantMutations } from './mock-grants.js';
import { MockObject } from './mock-object.js';
import { MockRecords } from './mock-records.js';
import { MockResolver } from './mock-resolver.js';
import { knownRoots, requireOwnCall } from './mock-roots.js';
import type { KnownRoot, RootArgs } from './mock-roots.js';
import { ownRoots } from './own-roots.js';
import { isMarked, scopesOn } from './schema-marks.js';
import type { MockSociety } from './society-facts.js';

/** What a mock subgraph is made of. */
export interface MockSubgraphOptions {
  readonly name: SubgraphName;
  readonly society: MockSociety;
  /** The keys that the gateway may sign with. */
  readonly keys: readonly Uint8Array[];
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of errors that are masked in answers. */
  readonly onError: (error: unknown) => void;
}

/** The handler of a mock subgraph: it verifies what the gateway signed, and obeys the permits, as the real ones do. */
export function mockSubgraph(options: MockSubgraphOptions): SubgraphHandler {
  const { name, keys, clock, onError } = options;
  const sdl = readFileSync(new URL(`../../../schema/sdl/${name}.graphql`, import.meta.url), 'utf8');
  const document = parse(sdl);
  // The references' resolvers come to be with the schema that they resolve.
  const references: { resolver: MockResolver | null } = { resolver: null };
  const resolvers = Object.fromEntries(
    entityTypesIn(document).map((type) => [
      type,
      {
        __resolveReference: ({ id }: { readonly id: string }, context: SubgraphContext) =>
          references.resolver?.reference(type, id, context) ?? null,
      },
    ]),
  );
  const schema = buildSubgraphSchema([{ typeDefs: document, resolvers }]);
  references.resolver = resolveBy(schema, options);
  return createHandler(
    { name, sdl, schema },
    { keys, clock, onError, createContext: subgraphContext },
  );
}

function resolveBy(schema: GraphQLSchema, { society, clock }: MockSubgraphOptions): MockResolver {
  const { date: today, organizations } = society.people;
  const entities = new MockEntities(society);
  const authors = organizations
    .filter(({ jurisdiction, kind }) => jurisdiction === 'HK' && kind !== 'OPERATOR')
    .map(({ id }) => id);
  const records = new MockRecords({ schema, today, authors });
  const resolver = new MockResolver({ schema, entities, records, today });
  const own = ownRoots(society);
  const roots: Readonly<Record<string, KnownRoot>> = {
    ...knownRoots({ schema, society, entities, records }),
    ...consentMutations(society, clock),
    ...grantMutations(society, clock),
  };

  const resolveRoot = (
    root: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    args: RootArgs,
    context: SubgraphContext,
  ): unknown => {
    if (isMarked(field, 'inaccessible')) {
      requireOwnCall(context);
      return own[field.name]?.(args);
    }
    const patient = patientOf(field, args);
    if (patient !== null && !isPermitted(field, patient, context)) return null;
    const known = roots[field.name]?.(args, context);
    const given = known === undefined ? {} : { [field.name]: known };
    const asked = root === schema.getMutationType() ? args : idsIn(field, args);
    const seed = `${root.name}${JSON.stringify(asked)}`;
    return resolver.field(
      new MockObject({ type: root.name, seed, patient, date: today, given, rest: 'MADE_UP' }),
      field,
      args,
      context,
    );
  };

  const rootTypes = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = (source, args: RootArgs, context) =>
        rootTypes.includes(type)
          ? resolveRoot(type, field, args, context as SubgraphContext)
          : source instanceof MockObject
            ? resolver.field(source, field, args, context as SubgraphContext)
            : null;
    }
  }
  return resolver;
}

/** The patient that a root field names by `@patientId`; null for one that names none. */
function patientOf(
  { args: defined }: GraphQLField<unknown, unknown>,
  args: RootArgs,
): string | null {
  const argument = defined.find((one) => isMarked(one, 'patientId'));
  const { input } = args as { readonly input?: { readonly patient?: unknown } };
  const id = argument === undefined ? input?.patient : args[argument.name];
  return typeof id === 'string' ? id : null;
}

function isPermitted(
  field: GraphQLField<unknown, unknown>,
  patient: string,
  context: SubgraphContext,
): boolean {
  const permit = context.permitFor(patient);
  if (permit === undefined || (isMarked(field, 'domestic') && permit.abroad)) return false;
  return scopesOn(field).every((scope) => permit.scopes.some((one) => one === scope));
}

/** The arguments that say what is asked about: what filters a list must not make up another one. */
function idsIn({ args: defined }: GraphQLField<unknown, unknown>, args: RootArgs): RootArgs {
  const ids = defined.filter(({ type }) => getNamedType(type).name === 'ID');
  return Object.fromEntries(ids.map(({ name }) => [name, args[name]]));
}

/** The names of the types that have a key. */
function entityTypesIn({ definitions }: DocumentNode): readonly string[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.directives?.some(({ name }) => name.value === 'key') === true
      ? [definition.name.value]
      : [],
  );
}
