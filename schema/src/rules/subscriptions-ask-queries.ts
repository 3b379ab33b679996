import type { GraphQLObjectType } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { askedAs } from '../subscriptions.js';
import { fieldsOf } from './coordinates.js';
import type { FieldCoordinate } from './coordinates.js';
import { describeElement, labelsByCoordinate } from './labels-by-coordinate.js';
import type { SupergraphRule } from './rule.js';

/**
 * A subscription is answered as the query of the same name, or of the name that stands for it: so both are of one type,
 * with the same arguments, and under the same labels.
 */
export const subscriptionsAskQueries: SupergraphRule = function* (supergraph) {
  const { schema } = supergraph;
  const [queries, subscriptions] = [schema.getQueryType(), schema.getSubscriptionType()];
  if (!subscriptions) return;
  for (const subscription of fieldsOf(subscriptions)) {
    const { coordinate, field } = subscription;
    const query = queries && twinOf(field.name, queries);
    if (!query) {
      const expected = `a query ${askedAs(field.name)} that it asks`;
      yield { coordinate, expected, got: 'none' };
      continue;
    }
    const [expected, got] = [faceOf(supergraph, query), faceOf(supergraph, subscription)];
    if (expected !== got) yield { coordinate, expected, got };
  }
};

function twinOf(subscription: string, queries: GraphQLObjectType): FieldCoordinate | undefined {
  return fieldsOf(queries).find(({ field }) => field.name === askedAs(subscription));
}

/** What a field takes and gives, with its labels: `(id: ID! [no label]): GrantRequest [@open]`. */
function faceOf({ schema, vocabulary }: LabelledSchema, { coordinate, field }: FieldCoordinate) {
  const labels = labelsByCoordinate(schema, vocabulary);
  const labelsAt = (at: string): string => {
    const element = labels.get(at);
    return `[${element === undefined ? 'not there' : describeElement(element)}]`;
  };
  const args = [...field.args]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(
      ({ name, type, defaultValue }) =>
        `${name}: ${String(type)} = ${defaultValue === undefined ? 'none' : JSON.stringify(defaultValue)} ${labelsAt(`${coordinate}(${name}:)`)}`,
    );
  return `(${args.join(', ')}): ${String(field.type)} ${labelsAt(coordinate)}`;
}
