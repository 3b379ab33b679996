import type { GraphQLSchema } from 'graphql';
import type { Problem } from '../labels/label-error.js';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import type { Vocabulary } from '../labels/vocabulary.js';

/** A problem that a rule found; the rule's name is added by whoever runs it. */
export type Finding = Omit<Problem, 'rule'>;

/** A rule that the supergraph alone shows to be kept or broken. */
export type SupergraphRule = (supergraph: LabelledSchema) => Iterable<Finding>;

/** A subgraph's SDL as rules read it. */
export interface LabelledSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
}

/** A rule about what composition made of the subgraphs. */
export type CompositionRule = (
  subgraphs: readonly LabelledSubgraph[],
  supergraph: LabelledSchema,
) => Iterable<Finding>;
