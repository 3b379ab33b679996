import type { AudienceName, Caller } from '@causeway/schema';
import { ContractSchemas } from '@causeway/schema/contracts';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';
import type { FactsSource } from '../facts/facts-source.js';

/**
 * The schema that a caller is told of: what callers like this one could ever get.
 *
 * @throws FactsUnavailableError if it cannot be known where a provider stands
 */
export type CallerSchema = (caller: Caller) => Promise<GraphQLSchema>;

/** Tells callers of the contract of their audience in a supergraph. */
export function callerSchema(
  supergraphSdl: string,
  facts: Pick<FactsSource, 'provider'>,
): CallerSchema {
  const contracts = new ContractSchemas(supergraphSdl);
  return async (caller) => contracts.of(await audienceOf(caller, facts)) ?? NOTHING;
}

/** To whom there is nothing to tell is told of a schema without a word of the graph's. */
const NOTHING = buildASTSchema(
  parse('type Query { "There is nothing that such a caller could ask for." nothing: Boolean }'),
);

/** Which audience a caller belongs to; whoever is not known to stand in Hong Kong stands outside. */
async function audienceOf(
  caller: Caller,
  facts: Pick<FactsSource, 'provider'>,
): Promise<AudienceName> {
  switch (caller.kind) {
    case 'person':
      return 'patient';
    case 'office':
      return 'commissioner';
    case 'professional':
    case 'system': {
      const provider = await facts.provider(caller);
      return provider?.organization?.jurisdiction === 'HK'
        ? 'domestic-professional'
        : 'cross-border-professional';
    }
  }
}
