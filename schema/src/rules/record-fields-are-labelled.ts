import { fieldsOf, objectTypes } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * Every field of a record type belongs to a category: by a `@consent` of its own, by its type's, or by the record's
 * own category. `@domestic` alone says where a value may go, not whose permit it needs. Keys are exempt.
 */
export const recordFieldsAreLabelled: SupergraphRule = function* ({ schema, labels }) {
  for (const type of objectTypes(schema)) {
    const label = labels.type(type.name);
    if (
      label?.kind !== 'record' ||
      label.subject.category !== undefined ||
      label.presence.scopes.length > 0
    )
      continue;
    for (const { coordinate, field } of fieldsOf(type)) {
      if (label.keys.has(field.name) || labels.field(type.name, field.name).scopes.length > 0)
        continue;
      yield {
        coordinate,
        expected: '@consent on the field or its type, or a category in @subject',
        got: labels.field(type.name, field.name).domestic ? '@domestic alone' : 'no label',
      };
    }
  }
};
