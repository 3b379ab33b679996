import { getNamedType, isIntrospectionType } from 'graphql';
import { every } from '../access/access.js';
import type { Access } from '../access/access.js';
import { possibleTypes } from '../access/label-access.js';
import type { AccessGraph } from '../access/label-access.js';
import { fieldsOf, objectTypes, operationOf } from '../rules/coordinates.js';
import type { FieldCoordinate } from '../rules/coordinates.js';

/** A coordinate to which access is compared, and what its labels ask for. */
export interface AccessRow {
  readonly coordinate: string;
  /** A record type stands for the presence of its records. */
  readonly kind: 'record' | 'field' | 'argument';
  /** The type that it is or stands in. */
  readonly type: string;
  /** Whether that type is a root, hence always there. */
  readonly isRoot: boolean;
  /** The object types that a field leads to. */
  readonly returned: readonly string[];
  /** What it asks for by itself. */
  readonly own: Access;
  /** What it takes altogether, the presence of the records around it included. */
  readonly total: Access;
}

/** Every coordinate of a graph, in the order of their names. */
export function accessTable(graph: AccessGraph): ReadonlyMap<string, AccessRow> {
  const rows = objectTypes(graph.api)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => [
      ...(graph.labels.type(type.name)?.kind === 'record' ? [recordRow(graph, type.name)] : []),
      ...fieldsOf(type).flatMap((field) => rowsOfField(graph, field)),
    ]);
  return new Map(rows.map((row) => [row.coordinate, row]));
}

function recordRow(graph: AccessGraph, type: string): AccessRow {
  const presence = graph.presence(type);
  const row = { coordinate: type, type, isRoot: false, returned: [], own: presence };
  return { ...row, kind: 'record', total: presence };
}

function rowsOfField(
  graph: AccessGraph,
  { coordinate, type, field }: FieldCoordinate,
): readonly AccessRow[] {
  const at = {
    type: type.name,
    isRoot: operationOf(graph.api, type) !== undefined,
    returned: possibleTypes(graph.api, getNamedType(field.type)).map(({ name }) => name),
  };
  const total = graph.field(type, field);
  return [
    { ...at, coordinate, kind: 'field', own: graph.own(type, field), total },
    ...field.args.map(({ name }): AccessRow => {
      const own = graph.argument(type.name, field.name, name);
      const given = { coordinate: `${coordinate}(${name}:)`, own, total: every([total, own]) };
      return { ...at, ...given, kind: 'argument' };
    }),
  ];
}
