import { Kind, getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { SUBJECT_ARGUMENTS } from '../labels/subject.js';
import { fieldsOf, objectTypes } from './coordinates.js';
import { graphsOf, isResolvedBy } from './joins.js';
import type { Finding, SupergraphRule } from './rule.js';

/**
 * What `@subject` names can be read wherever the record can: plain selections down to scalars, one patient's id, codes
 * with their systems, of other records no more than keys; and every subgraph that resolves more of the record than its
 * key resolves them too, so that each fetch can be checked before anything more is fetched from its result.
 */
export const subjectsCanBeRead: SupergraphRule = function* (supergraph) {
  const { schema, labels } = supergraph;
  for (const type of objectTypes(schema)) {
    const label = labels.type(type.name);
    if (label?.kind !== 'record') continue;
    const graphs = graphsOf(supergraph, type).filter((graph) =>
      fieldsOf(type).some(
        ({ field }) => !label.keys.has(field.name) && isResolvedBy(supergraph, type, field, graph),
      ),
    );
    for (const name of SUBJECT_ARGUMENTS) {
      const selected = label.subject[name];
      if (selected === undefined) continue;
      const coordinate = `${type.name} @subject(${name}:)`;
      for (const finding of findingsIn(supergraph, type, selected, graphs, name === 'id')) {
        yield { coordinate, ...finding };
      }
      if (name === 'security' || name === 'code') {
        const leaves = leavesOf(selected).sort().join(' ');
        if (leaves !== 'code system')
          yield { coordinate, expected: 'the leaves code and system', got: leaves };
      }
    }
  }
};

type Defect = Omit<Finding, 'coordinate'>;

function* findingsIn(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  graphs: readonly string[],
  isSingle: boolean,
): Iterable<Defect> {
  for (const selection of selections) {
    if (
      selection.kind !== Kind.FIELD ||
      selection.alias ||
      selection.arguments?.length ||
      selection.directives?.length
    ) {
      yield {
        expected: 'plain fields',
        got: selection.kind === Kind.FIELD ? selection.name.value : 'a fragment',
      };
      continue;
    }
    const field = type.getFields()[selection.name.value];
    const at = `${type.name}.${selection.name.value}`;
    if (field === undefined) {
      yield { expected: `a field of ${type.name}`, got: at };
      continue;
    }
    const missing = graphs.filter((graph) => !isResolvedBy(supergraph, type, field, graph));
    if (missing.length > 0) {
      yield {
        expected: `${at} in every subgraph that resolves the record`,
        got: `none in ${missing.join(', ')}`,
      };
    }
    if (isSingle && isListType(getNullableType(field.type)))
      yield { expected: 'one patient', got: `${at}: ${String(field.type)}` };
    const below = getNamedType(field.type);
    if (selection.selectionSet === undefined) {
      if (!isLeafType(below)) yield { expected: `a selection of ${below.name}`, got: at };
    } else if (!isObjectType(below)) {
      yield { expected: 'an object type', got: `${at}: ${below.name}` };
    } else if (supergraph.labels.type(below.name)?.kind === 'record') {
      const other = beyondKeys(supergraph, below, selection.selectionSet);
      if (other !== undefined) yield { expected: `only the key of ${below.name}`, got: other };
    } else {
      yield* findingsIn(supergraph, below, selection.selectionSet, graphs, isSingle);
    }
  }
}

function beyondKeys(
  { labels }: LabelledSchema,
  type: GraphQLObjectType,
  set: SelectionSetNode,
): string | undefined {
  const label = labels.type(type.name);
  return leavesOf(set).find((name) => label?.kind !== 'record' || !label.keys.has(name));
}

function leavesOf({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return ['a fragment'];
    return selection.selectionSet ? leavesOf(selection.selectionSet) : [selection.name.value];
  });
}
