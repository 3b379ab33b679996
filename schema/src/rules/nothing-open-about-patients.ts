import { objectFields, operationOf } from './coordinates.js';
import { reachOf } from './reach.js';
import type { SupergraphRule } from './rule.js';

/**
 * `@open` says that a value is about no patient. A field of a record type or of a value type cannot say so, for the
 * one is about its patient and the other about whoever the returning field is about; nor can a field that leads to
 * records.
 */
export const nothingOpenAboutPatients: SupergraphRule = function* (supergraph) {
  const { schema, labels, vocabulary } = supergraph;
  for (const { coordinate, type, field } of objectFields(schema)) {
    if (!vocabulary.appliedTo(field.astNode).some(({ name }) => name === 'open')) continue;
    const kind = labels.type(type.name)?.kind;
    if (kind === 'record' || kind === 'value') {
      yield { coordinate, expected: `no @open in a ${kind} type`, got: '@open' };
    }
    const [record] = reachOf(supergraph, field.type).records;
    if (operationOf(schema, type) !== undefined && record !== undefined) {
      yield { coordinate, expected: 'an open field that leads to no record', got: record.name };
    }
  }
};
