import { parse } from 'graphql';
import { federatedSchemaOf } from './labels/federated-schema.js';
import { LabelError } from './labels/label-error.js';
import type { Problem } from './labels/label-error.js';
import { labelledSchemaOf } from './labels/labelled-schema.js';
import { Vocabulary } from './labels/vocabulary.js';
import { COMPOSITION_RULES, FORM_RULES, LABEL_RULES } from './rules/index.js';
import type { Finding, LabelledSubgraph } from './rules/rule.js';

/** A subgraph's name and SDL. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** What was composed, and what came of it. */
export interface Composition {
  readonly subgraphs: readonly SubgraphSdl[];
  /** The supergraph's SDL. */
  readonly supergraph: string;
}

/**
 * Every problem of a composed graph: rules of labelling, of composition and of form that it breaks.
 *
 * @throws GraphQLError if an SDL is none
 */
export function checkSupergraph({ subgraphs, supergraph }: Composition): readonly Problem[] {
  try {
    const { labelled, problems } = labelledSchemaOf(supergraph);
    const parts = subgraphs.map(labelledSubgraphOf);
    return [
      ...problems,
      ...Object.entries({ ...LABEL_RULES, ...FORM_RULES }).flatMap(([rule, find]) =>
        named(rule, find(labelled)),
      ),
      ...Object.entries(COMPOSITION_RULES).flatMap(([rule, find]) =>
        named(rule, find(parts, labelled)),
      ),
    ];
  } catch (error) {
    if (error instanceof LabelError) return error.problems;
    throw error;
  }
}

function labelledSubgraphOf({ name, sdl }: SubgraphSdl): LabelledSubgraph {
  const document = parse(sdl);
  return { name, schema: federatedSchemaOf(document), vocabulary: Vocabulary.of(document) };
}

function named(rule: string, findings: Iterable<Finding>): readonly Problem[] {
  return [...findings].map((finding) => ({ rule, ...finding }));
}
