import { Kind, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { SUBJECT_ARGUMENTS } from '../labels/subject.js';
import { objectTypes } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * What `@subject` names is a plain selection from the record down to scalars: one patient's id; of security and code,
 * each code with its system; of other records no more than their keys, for the rest would be under labels of theirs.
 */
export const subjectsArePlainSelections: SupergraphRule = function* (supergraph) {
  for (const type of objectTypes(supergraph.schema)) {
    const label = supergraph.labels.type(type.name);
    if (label?.kind !== 'record') continue;
    for (const name of SUBJECT_ARGUMENTS) {
      const selected = label.subject[name];
      if (selected === undefined) continue;
      const coordinate = `${type.name} @subject(${name}:)`;
      for (const defect of defectsIn(supergraph, type, selected, name === 'id')) {
        yield { coordinate, ...defect };
      }
      const leaves = leavesOf(selected).sort().join(' ');
      if ((name === 'security' || name === 'code') && leaves !== 'code system') {
        yield { coordinate, expected: 'the leaves code and system', got: leaves };
      }
    }
  }
};

interface Defect {
  readonly expected: string;
  readonly got: string;
}

function* defectsIn(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  isSingle: boolean,
): Iterable<Defect> {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) yield { expected: 'plain fields', got: 'a fragment' };
    else yield* defectsOf(supergraph, type, selection, isSingle);
  }
}

function* defectsOf(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  node: FieldNode,
  isSingle: boolean,
): Iterable<Defect> {
  const at = `${type.name}.${node.name.value}`;
  const field = type.getFields()[node.name.value];
  if (node.alias || node.arguments?.length || node.directives?.length) {
    yield { expected: 'plain fields', got: `more of ${at}` };
  }
  if (field === undefined) {
    yield { expected: `a field of ${type.name}`, got: at };
    return;
  }
  if (isSingle && isListType(getNullableType(field.type))) {
    yield { expected: 'one patient', got: `${at}: ${String(field.type)}` };
  }
  const below = getNamedType(field.type);
  if (isObjectType(below) !== (node.selectionSet !== undefined)) {
    yield { expected: 'selections of object types, down to scalars', got: `${at}: ${below.name}` };
  }
  if (!isObjectType(below) || node.selectionSet === undefined) return;
  const label = supergraph.labels.type(below.name);
  if (label?.kind !== 'record') {
    yield* defectsIn(supergraph, below, node.selectionSet, isSingle);
    return;
  }
  const other = leavesOf(node.selectionSet).find((name) => !label.keys.has(name));
  if (other !== undefined) yield { expected: `only the key of ${below.name}`, got: other };
}

function leavesOf({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return ['a fragment'];
    return selection.selectionSet ? leavesOf(selection.selectionSet) : [selection.name.value];
  });
}
