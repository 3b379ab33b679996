import type { GraphQLObjectType } from 'graphql';
import { isAdministrativeScope } from '../scopes.js';
import type { FieldRequirement } from '../labels/requirement.js';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { fieldsOf, objectFields, operationOf } from './coordinates.js';
import type { FieldCoordinate } from './coordinates.js';
import { isResolvedBy, joinsOf } from './joins.js';
import { reachOf } from './reach.js';
import type { Finding, SupergraphRule } from './rule.js';

/**
 * Where records are entered without naming a patient, by a root field or from an open type, nothing is decided before
 * the first fetch. The subgraph that resolves it must hold only the key of what it returns, so that the rest is fetched
 * through the gate. Administrative records are excepted: their subgraph filters them by the caller.
 */
export const unnamedEntrancesHoldOnlyKeys: SupergraphRule = function* (supergraph) {
  const { schema, labels } = supergraph;
  for (const at of objectFields(schema)) {
    const operation = operationOf(schema, at.type);
    const root = operation && labels.root(operation, at.field.name);
    const { records } = reachOf(supergraph, at.field.type);
    if (root?.kind === 'unnamed') {
      const isAdministrative = isOnlyAdministrative(labels.field(at.type.name, at.field.name));
      if (records.length === 0 && !isAdministrative) {
        yield {
          coordinate: at.coordinate,
          expected: '@open, @patientId, or records to return',
          got: 'none of them',
        };
      }
    }
    if (root?.kind === 'unnamed' || labels.type(at.type.name)?.kind === 'open') {
      for (const record of records) yield* check(supergraph, at, record);
    }
  }
};

function* check(
  supergraph: LabelledSchema,
  at: FieldCoordinate,
  record: GraphQLObjectType,
): Iterable<Finding> {
  const label = supergraph.labels.type(record.name);
  if (label?.kind !== 'record' || isOnlyAdministrative(label.presence)) return;
  for (const { graph, provides } of joinsOf(supergraph, at.type, at.field)) {
    if (graph === null) continue;
    const held = fieldsOf(record).find(
      ({ field }) =>
        !label.keys.has(field.name) &&
        isResolvedBy(supergraph, record, field, graph) &&
        !isOnlyAdministrative(supergraph.labels.field(record.name, field.name)),
    );
    if (held !== undefined || provides !== null) {
      yield {
        coordinate: at.coordinate,
        expected: `a subgraph that holds only the key of ${record.name}, or @patientId`,
        got: `${graph}, which holds ${held?.coordinate ?? `what it provides: ${provides ?? ''}`}`,
      };
    }
  }
}

function isOnlyAdministrative({ scopes }: FieldRequirement): boolean {
  return scopes.length > 0 && scopes.every(isAdministrativeScope);
}
