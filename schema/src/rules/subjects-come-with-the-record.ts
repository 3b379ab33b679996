import { Kind, getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { fieldsOf, objectTypes } from './coordinates.js';
import { graphsOf, isResolvedBy } from './joins.js';
import type { SupergraphRule } from './rule.js';

/**
 * Every subgraph that resolves more of a record than its key resolves what `@subject` names too, so that the result of
 * each fetch can be checked before anything more is fetched from it.
 */
export const subjectsComeWithTheRecord: SupergraphRule = function* (supergraph) {
  for (const type of objectTypes(supergraph.schema)) {
    const label = supergraph.labels.type(type.name);
    if (label?.kind !== 'record') continue;
    const graphs = graphsOf(supergraph, type).filter((graph) =>
      fieldsOf(type).some(
        ({ field }) => !label.keys.has(field.name) && isResolvedBy(supergraph, type, field, graph),
      ),
    );
    for (const [name, selected] of Object.entries<SelectionSetNode>({ ...label.subject })) {
      for (const graph of graphs) {
        for (const at of missingIn(supergraph, type, selected, graph)) {
          const coordinate = `${type.name} @subject(${name}:)`;
          yield {
            coordinate,
            expected: `${at} in ${graph}, which resolves the record`,
            got: 'none',
          };
        }
      }
    }
  }
};

function missingIn(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  graph: string,
): readonly string[] {
  return selections.flatMap((selection) => {
    const field = selection.kind === Kind.FIELD && type.getFields()[selection.name.value];
    if (!field) return [];
    if (!isResolvedBy(supergraph, type, field, graph)) return [`${type.name}.${field.name}`];
    const below = getNamedType(field.type);
    const set = selection.selectionSet;
    return set && isObjectType(below) ? missingIn(supergraph, below, set, graph) : [];
  });
}
