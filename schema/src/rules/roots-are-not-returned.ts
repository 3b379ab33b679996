import { isAbstractType } from 'graphql';
import { objectFields, operationOf } from './coordinates.js';
import { possibleTypesOf } from './reach.js';
import type { SupergraphRule } from './rule.js';

/**
 * Root fields are decided on as roots. A field that returned a root type would lead to them by a way on which nobody
 * looks for their patient.
 */
export const rootsAreNotReturned: SupergraphRule = function* (supergraph) {
  for (const { coordinate, field } of objectFields(supergraph.schema)) {
    const root = possibleTypesOf(supergraph, field.type).find((type) =>
      operationOf(supergraph.schema, type),
    );
    if (root !== undefined) {
      const got = isAbstractType(field.type) ? `${root.name} among its possible types` : root.name;
      yield { coordinate, expected: 'no root type', got };
    }
  }
};
