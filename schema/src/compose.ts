/**
 * Composition of the subgraphs' SDLs into the supergraph and the schema that clients see. For building and testing
 * only: what runs reads the committed result.
 */
import { composeServices } from '@theguild/federation-composition';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { apiSchemaOf } from './api-schema.js';
import { checkSupergraph } from './check-supergraph.js';
import type { SubgraphSdl } from './check-supergraph.js';
import { LabelError } from './labels/label-error.js';

export { checkSupergraph } from './check-supergraph.js';
export type { Composition, SubgraphSdl } from './check-supergraph.js';

/** A subgraph to compose. */
export interface RoutedSubgraph extends SubgraphSdl {
  /** Where it is served. */
  readonly url: string;
}

/** SDLs that no supergraph can be made of. */
export class CompositionError extends Error {
  constructor(messages: readonly string[]) {
    super(['Expected subgraphs that compose, got:', ...messages].join('\n'));
    this.name = 'CompositionError';
  }
}

/**
 * The supergraph's SDL, composed but not checked.
 *
 * @throws CompositionError if the subgraphs do not compose
 */
export function composeUnchecked(subgraphs: readonly RoutedSubgraph[]): string {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors !== undefined) throw new CompositionError(errors.map(({ message }) => message));
  return `${supergraphSdl.trimEnd()}\n`;
}

/**
 * The supergraph's SDL and that of the schema clients see, as they are committed.
 *
 * @throws CompositionError if the subgraphs do not compose
 * @throws LabelError if what they compose to breaks a rule
 */
export function composeSupergraph(subgraphs: readonly RoutedSubgraph[]): {
  readonly supergraph: string;
  readonly api: string;
} {
  const supergraph = composeUnchecked(subgraphs);
  const problems = checkSupergraph({ subgraphs, supergraph });
  if (problems.length > 0) throw new LabelError(problems);
  return { supergraph, api: `${printSchema(lexicographicSortSchema(apiSchemaOf(supergraph)))}\n` };
}
