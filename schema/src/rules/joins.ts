import type {
  GraphQLField,
  GraphQLInterfaceType,
  GraphQLNamedType,
  GraphQLObjectType,
} from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import type { AppliedDirective } from '../labels/vocabulary.js';

/** How a field stands in one subgraph, as `@join__field` says. */
export interface FieldJoin {
  /** The subgraph, as a value of `join__Graph`; null where the composer names none. */
  readonly graph: string | null;
  /** A copy that the subgraph does not resolve by itself. */
  readonly isExternal: boolean;
  readonly requires: string | null;
  readonly provides: string | null;
}

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** The subgraphs that define a type. */
export function graphsOf(
  { vocabulary }: LabelledSchema,
  type: GraphQLNamedType,
): readonly string[] {
  const graphs = vocabulary
    .appliedTo(type.astNode, ...type.extensionASTNodes)
    .flatMap(({ name, arguments: given }) =>
      name === 'join__type' ? [textOf(given['graph'])] : [],
    );
  return [...new Set(graphs.filter((graph) => graph !== null))];
}

/** How a field stands in each subgraph; without a `@join__field` it stands in all that define its type. */
export function joinsOf(
  supergraph: LabelledSchema,
  type: Fielded,
  field: GraphQLField<unknown, unknown>,
): readonly FieldJoin[] {
  const joins = supergraph.vocabulary
    .appliedTo(field.astNode)
    .filter(({ name }) => name === 'join__field');
  if (joins.length > 0) return joins.map(joinOf);
  return graphsOf(supergraph, type).map((graph) => ({
    graph,
    isExternal: false,
    requires: null,
    provides: null,
  }));
}

/** Whether a subgraph resolves a field of a type. */
export function isResolvedBy(
  supergraph: LabelledSchema,
  type: Fielded,
  field: GraphQLField<unknown, unknown>,
  graph: string,
): boolean {
  return joinsOf(supergraph, type, field).some((join) => join.graph === graph && !join.isExternal);
}

function joinOf({ arguments: given }: AppliedDirective): FieldJoin {
  return {
    graph: textOf(given['graph']),
    isExternal: given['external'] === true,
    requires: textOf(given['requires']),
    provides: textOf(given['provides']),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
