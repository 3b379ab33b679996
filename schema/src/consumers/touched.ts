/** Which registered operations a change at a coordinate touches, in the version before it or after it. */
import { getNamedType, isAbstractType, isInputObjectType, isObjectType, visit } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { AudienceName } from '../audiences.js';
import { possibleTypes } from '../access/label-access.js';
import { coordinatesOf } from './coordinate-at.js';
import type { Consumer, RegisteredOperation } from './registry.js';

/** A registered operation that uses a coordinate. */
export interface TouchedOperation {
  readonly coordinate: string;
  readonly team: string;
  readonly audience: AudienceName;
  readonly operation: string;
}

/** The operations of teams, by what they use of graphs. */
export class OperationUses {
  readonly #all: readonly (Omit<TouchedOperation, 'coordinate'> & { readonly uses: Uses })[];

  /** The versions before and after: what has gone is known to the first alone. */
  constructor(consumers: readonly Consumer[], versions: readonly GraphQLSchema[]) {
    this.#all = consumers.flatMap(({ manifest: { team, audience }, operations }) =>
      operations.map((operation) => ({
        ...{ team, audience, operation: operation.name },
        uses: usesOf(operation, versions),
      })),
    );
  }

  /** The operations that a change at the coordinate touches: `Patient.name`, `Patient.name(of:)`, `Patient`. */
  touchedBy(coordinate: string): readonly TouchedOperation[] {
    return this.#all
      .filter(({ uses }) => touches(uses, coordinate))
      .map(({ team, audience, operation }) => ({ coordinate, team, audience, operation }));
  }
}

interface Uses {
  /** `Patient.name`, and `Patient.name(of:)` where it is given. */
  readonly coordinates: ReadonlySet<string>;
  /** The types of what is selected and given; of input objects those within them too. */
  readonly types: ReadonlySet<string>;
  /** Those of the types whose members are used without being named: input objects and enums. */
  readonly whole: ReadonlySet<string>;
}

function touches({ coordinates, types, whole }: Uses, coordinate: string): boolean {
  if (coordinates.has(coordinate) || types.has(coordinate)) return true;
  // An argument that is to be given touches who gives it not: `Patient.findings.first`.
  const [type = '', member = '', argument] = coordinate.split('.');
  return whole.has(type) || (argument !== undefined && coordinates.has(`${type}.${member}`));
}

function usesOf({ document }: RegisteredOperation, versions: readonly GraphQLSchema[]): Uses {
  const coordinates = new Set<string>();
  const types = new Set<string>();
  const whole = new Set<string>();
  for (const schema of versions) {
    const use = (type: GraphQLNamedType | undefined): void => {
      if (type === undefined || types.has(type.name)) return;
      types.add(type.name);
      if (isObjectType(type) || isAbstractType(type)) return;
      whole.add(type.name);
      if (!isInputObjectType(type)) return;
      for (const field of Object.values(type.getFields())) use(getNamedType(field.type));
    };
    const named = coordinatesOf(schema, document);
    visit(document, {
      Field: (node) => {
        for (const coordinate of onObjects(schema, named.get(node) ?? '')) {
          const [type = '', name = ''] = coordinate.split('.');
          coordinates.add(coordinate);
          types.add(type);
          const parent = schema.getType(type);
          if (isObjectType(parent)) use(getNamedType(parent.getFields()[name]?.type));
        }
      },
      Argument: (node) => {
        for (const coordinate of onObjects(schema, named.get(node) ?? ''))
          coordinates.add(coordinate);
      },
      NamedType: (node) => {
        use(schema.getType(node.name.value));
      },
      ObjectField: (node) => {
        use(schema.getType(named.get(node)?.split('.')[0] ?? ''));
      },
      EnumValue: (node) => {
        use(schema.getType(named.get(node)?.split('.')[0] ?? ''));
      },
    });
  }
  return { coordinates, types, whole };
}

/** A coordinate of an interface stands for those of the types that have it, and for itself. */
function onObjects(schema: GraphQLSchema, coordinate: string): readonly string[] {
  const dot = coordinate.indexOf('.');
  const type = schema.getType(coordinate.slice(0, dot));
  if (!isAbstractType(type)) return coordinate === '' ? [] : [coordinate];
  const member = coordinate.slice(dot);
  return [coordinate, ...possibleTypes(schema, type).map(({ name }) => `${name}${member}`)];
}
