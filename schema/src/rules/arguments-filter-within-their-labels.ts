import { getNamedType, isInputObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLInputObjectType } from 'graphql';
import { requirementOf } from '../labels/requirement-of.js';
import { patientIdsOf } from '../labels/root-fields.js';
import { NO_REQUIREMENT, allOf, covers, describeRequirement } from '../labels/requirement.js';
import type { FieldRequirement } from '../labels/requirement.js';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { objectFields, operationOf } from './coordinates.js';
import type { FieldCoordinate } from './coordinates.js';
import { presenceOf } from './presence.js';
import { reachOf } from './reach.js';
import type { Finding, SupergraphRule } from './rule.js';

/**
 * Arguments that tell nothing but what the field's own labels cover: the page, and what every record has under its
 * own label, its clinical period, codes and status, and whether restricted records are asked for.
 */
const OF_EVERY_RECORD = [
  'first',
  'after',
  'last',
  'before',
  'period',
  'code',
  'status',
  'restricted',
];

/**
 * Who may filter by a value can find it out. An argument of a field that leads to records names the field of the
 * record that it filters by, and the labels of that field are among those of the returning field, or the argument
 * carries them itself. Arguments of mutations are not filters; what is open can be filtered by.
 */
export const argumentsFilterWithinTheirLabels: SupergraphRule = function* (supergraph) {
  const { schema, labels, vocabulary } = supergraph;
  for (const at of objectFields(schema)) {
    const operation = operationOf(schema, at.type);
    const root = operation && labels.root(operation, at.field.name);
    const isOpen = root?.kind === 'open' || labels.type(at.type.name)?.kind === 'open';
    if (isOpen || operation === 'mutation' || (operation && root === undefined)) continue;
    const patientIds = new Set(
      patientIdsOf(at.field, vocabulary).map(({ argument }) => argument.join('.')),
    );
    for (const filter of filtersOf(supergraph, at)) {
      if (!OF_EVERY_RECORD.includes(filter.name) && !patientIds.has(filter.path.join('.'))) {
        yield* check(supergraph, at, filter);
      }
    }
  }
};

interface Filter {
  readonly name: string;
  readonly path: readonly string[];
  /** The labels that the argument and the input fields down to it carry. */
  readonly own: FieldRequirement;
}

function* check(
  supergraph: LabelledSchema,
  { coordinate, type, field }: FieldCoordinate,
  filter: Filter,
): Iterable<Finding> {
  const { labels } = supergraph;
  const at = `${coordinate}(${filter.path.join('.')}:)`;
  for (const record of reachOf(supergraph, field.type).records) {
    if (record.getFields()[filter.name] === undefined) {
      if (filter.own.scopes.length > 0) continue;
      yield {
        coordinate: at,
        expected: `the name of a field of ${record.name}, or @consent`,
        got: filter.name,
      };
      continue;
    }
    const needs = labels.field(record.name, filter.name);
    const has = allOf(
      labels.field(type.name, field.name),
      presenceOf(supergraph, record),
      filter.own,
    );
    if (!covers(has, needs)) {
      yield {
        coordinate: at,
        expected: `the labels of ${record.name}.${filter.name}: ${describeRequirement(needs)}`,
        got: describeRequirement(has),
      };
    }
  }
}

function filtersOf({ vocabulary }: LabelledSchema, { field }: FieldCoordinate): readonly Filter[] {
  return field.args.flatMap((argument) => filtersIn(argument, [], NO_REQUIREMENT, new Set()));

  function filtersIn(
    position: GraphQLArgument | GraphQLInputField,
    path: readonly string[],
    above: FieldRequirement,
    seen: ReadonlySet<GraphQLInputObjectType>,
  ): readonly Filter[] {
    const { name, astNode } = position;
    const filter = {
      name,
      path: [...path, name],
      own: allOf(above, requirementOf(vocabulary.appliedTo(astNode))),
    };
    const input = getNamedType(position.type);
    if (!isInputObjectType(input) || OF_EVERY_RECORD.includes(name)) return [filter];
    if (seen.has(input)) return [];
    const within = new Set([...seen, input]);
    return Object.values(input.getFields()).flatMap((each) =>
      filtersIn(each, filter.path, filter.own, within),
    );
  }
}
