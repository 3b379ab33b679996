import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { apiSchemaOf, readLabels } from '@causeway/schema';
import type { Labels } from '@causeway/schema';
import { buildASTSchema, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { LabelAnnotations } from '../enforcement/index.js';
import { compilePlan, isOfTypeIn } from '../execution/index.js';
import type { IsOfType, Planner, QueryPlan, Step } from '../execution/index.js';

/** A supergraph, read once: what clients see, what subgraphs see, its labels, and its planner. */
export interface Graph {
  /** The schema that clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The whole supergraph, inaccessible parts included. */
  readonly schema: GraphQLSchema;
  readonly labels: Labels;
  readonly annotations: LabelAnnotations;
  /** Plans a canonical operation on a thread of its own; deep in its search it heeds no signal. */
  readonly plan: Planner;
  /** Compiles a plan; null where it fetches nothing. */
  readonly compile: (plan: QueryPlan) => Step | null;
  /** Whether an object type is of a type: that type, or one that an abstract type may be. */
  readonly isOfType: IsOfType;
}

/**
 * Reads a supergraph.
 *
 * @throws LabelError if its labels break a rule: a graph that is not labelled is not served
 */
export function readGraph(supergraphSdl: string): Graph {
  const labels = readLabels(supergraphSdl);
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValidSDL: true,
  });
  const planner = new QueryPlanner(supergraphSdl);
  const annotations = new LabelAnnotations(labels, schema);
  return {
    apiSchema: apiSchemaOf(supergraphSdl),
    schema,
    labels,
    annotations,
    plan: async (operation, signal) =>
      (await planner.planAsync(operation, undefined, new Set(), 0, signal)) as QueryPlan,
    compile: (plan) => compilePlan(plan, { schema, annotations }),
    isOfType: isOfTypeIn(schema),
  };
}
