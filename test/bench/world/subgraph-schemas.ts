/** The graph's own subgraph schemas over the made-up world, run by graphql-js. */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphName } from '@causeway/schema';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { eachSubgraph } from '../../../start/src/each-subgraph.js';
import type { OfEachSubgraph } from '../../../start/src/each-subgraph.js';
import { organization, patientOfRecords, person, underCare } from './records.js';

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const reference =
  (find: (id: string) => object | null) =>
  ({ id }: { readonly id: string }) =>
    find(id);

const RESOLVERS: OfEachSubgraph<Resolvers> = {
  patients: {
    Query: { patient: (_root: unknown, { id }: { readonly id: string }) => person(id) },
    Patient: { __resolveReference: reference(person) },
  },
  providers: { Organization: { __resolveReference: reference(organization) } },
  consents: {
    Query: {
      myPatients: (_root: unknown, { first }: { readonly first: number }) => underCare(first),
    },
  },
  records: { Patient: { __resolveReference: reference(patientOfRecords) } },
};

/** The SDL of a subgraph, as it is committed. */
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(new URL(`../../../schema/sdl/${name}.graphql`, import.meta.url), 'utf8');

/** The schemas, each with what it answers from. */
export function subgraphSchemas(): OfEachSubgraph<GraphQLSchema> {
  return eachSubgraph((name) =>
    buildSubgraphSchema([{ typeDefs: parse(sdlOf(name)), resolvers: RESOLVERS[name] as never }]),
  );
}
