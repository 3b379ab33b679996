import { isNonNullType } from 'graphql';
import { isLabelled } from '../labels/requirement.js';
import { objectFields, operationOf } from './coordinates.js';
import { possibleTypesOf } from './reach.js';
import type { SupergraphRule } from './rule.js';

/**
 * What may be refused can be null: a field with a label of its own, a field that returns a record type, and a root
 * field that is not open. Otherwise the refusal would take the siblings with it, and tell that something is there.
 */
export const labelledFieldsAreNullable: SupergraphRule = function* (supergraph) {
  const { schema, labels } = supergraph;
  for (const { coordinate, type, field } of objectFields(schema)) {
    if (!isNonNullType(field.type)) continue;
    const operation = operationOf(schema, type);
    const root = operation && labels.root(operation, field.name);
    const reasons = [
      isLabelled(labels.field(type.name, field.name)) && 'it carries a label',
      possibleTypesOf(supergraph, field.type).some(
        ({ name }) => labels.type(name)?.kind === 'record',
      ) && 'it returns a record type',
      root !== undefined && root.kind !== 'open' && 'it is a root field that is not open',
    ];
    const reason = reasons.find((one) => one !== false);
    if (reason !== undefined) {
      yield { coordinate, expected: `a nullable type, as ${reason}`, got: String(field.type) };
    }
  }
};
