import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { subgraphHeader } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { BuildSchemaOptions } from 'type-graphql';
import { stopInTime } from './stop-in-time.js';
import { withSubscriptions } from './with-subscriptions.js';

/** A reference to an entity as federation sends it: its type and its key. */
export interface EntityReference {
  readonly __typename: string;
  readonly id: string;
}

/** Resolves one representation of an entity, or null for one that is not there. */
export type ReferenceResolver<Context> = (reference: EntityReference, context: Context) => unknown;

/** The type-graphql classes that make a federated schema. */
export interface FederatedClasses {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Entities that no query of the schema reaches. */
  readonly orphanedTypes?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  /** What resolves representations, by the type that they name. */
  readonly references: Readonly<Record<string, (reference: never, context: never) => unknown>>;
  /** Subscriptions by name, with their descriptions; each is a query of the schema that the gateway asks anew. */
  readonly subscriptions?: Readonly<Record<string, string>>;
}

/** A federated schema, printed and executable. */
export interface FederatedSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** The type-graphql classes that make a subgraph. */
export interface SubgraphClasses<Context> extends FederatedClasses {
  readonly name: SubgraphName;
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
}

/** A subgraph's printed schema and its executable form. */
export interface BuiltSubgraph extends FederatedSchema {
  readonly name: SubgraphName;
}

/**
 * Builds the federated schema of a subgraph from its classes, under the header that all subgraphs share.
 *
 * @throws Error if a subscription asks no query of theirs
 */
export function buildSubgraph<Context>(classes: SubgraphClasses<Context>): BuiltSubgraph {
  return { name: classes.name, ...federatedSchema(subgraphHeader(), classes) };
}

/**
 * Builds a federated schema from classes, under a header that holds its links and the directives it defines itself.
 *
 * @throws Error if a subscription asks no query of theirs
 */
export function federatedSchema(
  header: string,
  { resolvers, orphanedTypes = [], references, subscriptions = {} }: FederatedClasses,
): FederatedSchema {
  const queried = buildSchemaSync({
    resolvers,
    orphanedTypes,
    validate: false,
    // Apollo's builder checks the schema; type-graphql's own check does not know federation.
    skipCheck: true,
  });
  const base = withSubscriptions(queried, subscriptions);
  const sdl = `${header}\n${printSchemaWithDirectives(base)}\n`;
  const resolversOf = createResolversMap(base) as Record<string, object>;
  for (const [type, resolve] of Object.entries(references)) {
    resolversOf[type] = { ...resolversOf[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolversOf as never }]);
  return { sdl, schema: stopInTime(schema) };
}
