import { getNullableType, isLeafType } from 'graphql';
import { describeRequirement, isLabelled } from '../labels/requirement.js';
import { fieldsOf, objectTypes } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * A key is fetched whether a client selects it or not, so it must be nothing worth a label: an opaque id, one scalar,
 * without labels of its own.
 */
export const keysAreNeverLabelled: SupergraphRule = function* ({ schema, labels }) {
  for (const type of objectTypes(schema)) {
    const label = labels.type(type.name);
    if (label === undefined || label.kind === 'value') continue;
    for (const { coordinate, field } of fieldsOf(type)) {
      if (!label.keys.has(field.name)) continue;
      const own = labels.field(type.name, field.name);
      if (isLabelled(own))
        yield { coordinate, expected: 'no label on a key', got: describeRequirement(own) };
      if (!isLeafType(getNullableType(field.type))) {
        yield { coordinate, expected: 'a key that is one scalar', got: String(field.type) };
      }
    }
  }
};
