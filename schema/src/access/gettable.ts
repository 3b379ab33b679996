/** What of a graph a caller could ever get: what its permits can come to cover, and what a way leads to. */
import { getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { AudienceCaller } from '../audiences.js';
import { fieldsOf, objectTypes } from '../rules/coordinates.js';
import type { FieldCoordinate } from '../rules/coordinates.js';
import { accessOf } from './caller-access.js';
import { possibleTypes } from './label-access.js';
import type { AccessGraph } from './label-access.js';

/** Names and coordinates that a caller could ever get. */
export interface Gettable {
  readonly types: ReadonlySet<string>;
  /** `Patient.name` */
  readonly fields: ReadonlySet<string>;
  /** `Query.patient(id:)` */
  readonly arguments: ReadonlySet<string>;
}

/** What the caller could ever get of the graph. */
export function gettableBy(graph: AccessGraph, caller: AudienceCaller): Gettable {
  const reached = reachedBy(graph, coveredFields(graph, caller));
  return {
    types: new Set(reached.map(({ type }) => type.name)),
    fields: new Set(reached.map(({ coordinate }) => coordinate)),
    arguments: new Set(
      reached.flatMap(({ coordinate, type, field }) =>
        field.args
          .filter(({ name }) => isGiven(graph, caller, type, field, name))
          .map(({ name }) => `${coordinate}(${name}:)`),
      ),
    ),
  };
}

/** Fields that permits can cover, less those that lead to objects of which nothing is left. */
function coveredFields(
  graph: AccessGraph,
  caller: AudienceCaller,
): ReadonlyMap<string, FieldCoordinate> {
  let fields = objectTypes(graph.api)
    .flatMap(fieldsOf)
    .filter(({ type, field }) => accessOf(caller, graph.field(type, field)).length > 0)
    .filter(({ type, field }) =>
      field.args.every(
        (argument) =>
          !isRequiredArgument(argument) || isGiven(graph, caller, type, field, argument.name),
      ),
    );
  for (;;) {
    const types = new Set(fields.map(({ type }) => type.name));
    const left = fields.filter(({ field }) => {
      const returned = possibleTypes(graph.api, getNamedType(field.type));
      return returned.length === 0 || returned.some(({ name }) => types.has(name));
    });
    if (left.length === fields.length) return new Map(left.map((each) => [each.coordinate, each]));
    fields = left;
  }
}

/** Those of the fields that a way leads to from the roots. */
function reachedBy(
  { api }: AccessGraph,
  covered: ReadonlyMap<string, FieldCoordinate>,
): readonly FieldCoordinate[] {
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()];
  const queue = roots.filter(isObjectType);
  const seen = new Set<GraphQLObjectType>(queue);
  const reached: FieldCoordinate[] = [];
  for (let type = queue.pop(); type !== undefined; type = queue.pop()) {
    for (const { coordinate } of fieldsOf(type)) {
      const each = covered.get(coordinate);
      if (each === undefined) continue;
      reached.push(each);
      for (const next of possibleTypes(api, getNamedType(each.field.type))) {
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
    }
  }
  return reached;
}

function isGiven(
  graph: AccessGraph,
  caller: AudienceCaller,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  argument: string,
): boolean {
  return accessOf(caller, graph.argument(type.name, field.name, argument)).length > 0;
}
