/**
 * How every coordinate of the graph gets its labels, read once from the supergraph's SDL: what kind an object type
 * is, what a field asks for by itself, and whose data a root field leads to. The composition check and the gateway
 * both read them here and nowhere else. It knows no caller and decides nothing.
 */
import { parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { federatedSchemaOf } from './labels/federated-schema.js';
import { LabelError } from './labels/label-error.js';
import type { Problem } from './labels/label-error.js';
import { LabelReader } from './labels/label-reader.js';
import type { Labels } from './labels/model.js';
import { Vocabulary } from './labels/vocabulary.js';

export { LabelError, describeProblem } from './labels/label-error.js';
export type { Problem } from './labels/label-error.js';
export type * from './labels/model.js';
export { NO_REQUIREMENT, allOf, covers, isLabelled } from './labels/requirement.js';
export type { FieldRequirement } from './labels/requirement.js';

/** A supergraph as rules read it. */
export interface LabelledSchema {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly labels: Labels;
}

/**
 * The labels of a supergraph.
 *
 * @throws LabelError if a directive is not known, or a rule of labelling is broken
 */
export function readLabels(supergraphSdl: string): Labels {
  const { labelled, problems } = labelsOf(parse(supergraphSdl));
  if (problems.length > 0) throw new LabelError(problems);
  return labelled.labels;
}

/**
 * The labels of a supergraph as far as they can be read, with the problems met on the way.
 *
 * @throws LabelError if its links cannot be honoured
 */
export function labelsOf(document: DocumentNode): {
  readonly labelled: LabelledSchema;
  readonly problems: readonly Problem[];
} {
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
