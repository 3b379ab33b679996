import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { subgraphHeader } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { BuildSchemaOptions } from 'type-graphql';

/** A reference to an entity as federation sends it: its type and its key. */
export interface EntityReference {
  readonly __typename: string;
  readonly id: string;
}

/** Resolves one representation of an entity, or null for one that is not there. */
export type ReferenceResolver<Context> = (reference: EntityReference, context: Context) => unknown;

/** The type-graphql classes that make a subgraph. */
export interface SubgraphClasses<Context> {
  readonly name: SubgraphName;
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Entities that no query of this subgraph reaches. */
  readonly orphanedTypes?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
}

/** A subgraph's printed schema and its executable form. */
export interface BuiltSubgraph {
  readonly name: SubgraphName;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** Builds the federated schema of a subgraph from its classes. */
export function buildSubgraph<Context>(classes: SubgraphClasses<Context>): BuiltSubgraph {
  const base = buildSchemaSync({
    resolvers: classes.resolvers,
    orphanedTypes: classes.orphanedTypes ?? [],
    validate: false,
    // Apollo's builder checks the schema; type-graphql's own check does not know federation.
    skipCheck: true,
  });
  const sdl = `${subgraphHeader()}\n${printSchemaWithDirectives(base)}\n`;
  const resolvers = createResolversMap(base) as Record<string, object>;
  for (const [type, resolve] of Object.entries(classes.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return { name: classes.name, sdl, schema };
}
