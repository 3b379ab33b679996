import { getNullableType, isInputObjectType, isNonNullType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { patientIdsOf } from '../labels/root-fields.js';
import { objectFields, operationOf } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

/**
 * `@patientId` names the patient of a root field, before anything is fetched: elsewhere nothing reads it, and where it
 * may be left out there is no patient. So it stands among the arguments of root fields, as an `ID!` in input objects
 * that are given too.
 */
export const patientIdsStandAtRoots: SupergraphRule = function* ({ schema, vocabulary }) {
  for (const { coordinate, type, field } of objectFields(schema)) {
    for (const { argument } of patientIdsOf(field, vocabulary)) {
      const at = `${coordinate}(${argument.join('.')}:)`;
      if (operationOf(schema, type) === undefined) {
        yield {
          coordinate: at,
          expected: '@patientId on an argument of a root field',
          got: `one of ${type.name}`,
        };
        continue;
      }
      const types = typesAlong(field.args, argument);
      const last = types.at(-1);
      if (types.some((one) => !isNonNullType(one)) || String(last) !== 'ID!') {
        yield {
          coordinate: at,
          expected: 'an ID! that is always given',
          got: types.map(String).join(' with '),
        };
      }
    }
  }
};

interface Position {
  readonly name: string;
  readonly type: GraphQLInputType;
}

function typesAlong(
  positions: readonly Position[],
  [name, ...rest]: readonly string[],
): readonly GraphQLInputType[] {
  const found = positions.find((position) => position.name === name);
  if (found === undefined) return [];
  const input = getNullableType(found.type);
  return [
    found.type,
    ...(isInputObjectType(input) ? typesAlong(Object.values(input.getFields()), rest) : []),
  ];
}
