import { isAdministrativeScope } from '../scopes.js';
import { describeRequirement, isLabelled } from '../labels/requirement.js';
import { operationOf, objectFields } from './coordinates.js';
import { reachOf } from './reach.js';
import type { SupergraphRule } from './rule.js';

/**
 * A value that stands directly under a root field, in no record, takes the root field's labels; without any it would
 * be released to everybody. Its patient is the one that the root field names: where it names none, only administrative
 * scopes are permitted without one.
 */
export const rootValuesAreLabelled: SupergraphRule = function* (supergraph) {
  const { schema, labels } = supergraph;
  for (const { coordinate, type, field } of objectFields(schema)) {
    const operation = operationOf(schema, type);
    const root = operation && labels.root(operation, field.name);
    if (root === undefined || root.kind === 'open') continue;
    const own = labels.field(type.name, field.name);
    const [leaf] = reachOf(supergraph, field.type).leaves;
    if (leaf !== undefined && own.scopes.length === 0) {
      yield {
        coordinate,
        expected: `@consent for ${leaf || 'its value'}, or @open`,
        got: describeRequirement(own),
      };
    }
    if (
      root.kind === 'unnamed' &&
      isLabelled(own) &&
      (own.domestic || !own.scopes.every(isAdministrativeScope))
    ) {
      yield {
        coordinate,
        expected: 'a patient named by @patientId',
        got: `${describeRequirement(own)} and no patient`,
      };
    }
  }
};
