import { elementsOf, operationOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/** The descriptions are the graph's manual: every type, field, argument, input field and enum value has one. */
export const everythingIsDescribed: SupergraphRule = function* ({ schema }) {
  for (const { coordinate, kind, type, description } of elementsOf(schema)) {
    const isRoot = kind === 'type' && operationOf(schema, type) !== undefined;
    if (!isRoot && !description?.trim())
      yield { coordinate, expected: 'a description', got: 'none' };
  }
};
