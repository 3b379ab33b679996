import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { federatedSchemaOf } from './federated-schema.js';
import type { Problem } from './label-error.js';
import { LabelReader } from './label-reader.js';
import type { Labels } from './model.js';
import { Vocabulary } from './vocabulary.js';

/** A supergraph as rules read it. */
export interface LabelledSchema {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly labels: Labels;
}

/**
 * A supergraph with its labels as far as they can be read, and the problems met on the way.
 *
 * @throws LabelError if its links cannot be honoured
 */
export function labelledSchemaOf(supergraphSdl: string): {
  readonly labelled: LabelledSchema;
  readonly problems: readonly Problem[];
} {
  const document = parse(supergraphSdl);
  const vocabulary = Vocabulary.of(document);
  const schema = federatedSchemaOf(document);
  const problems: Problem[] = vocabulary.unknownIn(document).map((name) => ({
    rule: 'links-are-known',
    coordinate: `@${name}`,
    expected: 'a directive that the gateway knows',
    got: 'one that it cannot honour',
  }));
  const reader = new LabelReader(schema, vocabulary, (problem) => problems.push(problem));
  for (const type of Object.values(schema.getTypeMap())) reader.read(type);
  return { labelled: { schema, vocabulary, labels: reader.labels() }, problems };
}
