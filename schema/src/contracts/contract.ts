/** The API schema of one audience: what it could ever get of the graph, each field with what it takes. */
import { Kind, buildASTSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import type {
  DefinitionNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  NamedTypeNode,
  ObjectTypeDefinitionNode,
} from 'graphql';
import { gettableBy } from '../access/gettable.js';
import type { Gettable } from '../access/gettable.js';
import type { AccessGraph } from '../access/label-access.js';
import type { Audience } from '../audiences.js';
import { accessLine } from './access-line.js';
import { withoutUnused } from './without-unused.js';

/** The SDL of the audience's contract; null where there is nothing that it could ask for. */
export function contractOf(graph: AccessGraph, audience: Audience): string | null {
  const gettable = unionOf(audience.callers.map((caller) => gettableBy(graph, caller)));
  if (gettable.fields.size === 0) return null;
  const document = parse(printSchema(lexicographicSortSchema(graph.api)), { noLocation: true });
  const contract = new Contract(graph, audience, gettable, document.definitions);
  const definitions = withoutUnused(contract.definitions());
  return `${printSchema(buildASTSchema({ kind: Kind.DOCUMENT, definitions }))}\n`;
}

function unionOf(all: readonly Gettable[]): Gettable {
  return {
    types: new Set(all.flatMap(({ types }) => [...types])),
    fields: new Set(all.flatMap(({ fields }) => [...fields])),
    arguments: new Set(all.flatMap((each) => [...each.arguments])),
  };
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

class Contract {
  readonly #interfaces: ReadonlyMap<string, InterfaceTypeDefinitionNode>;

  constructor(
    private readonly graph: AccessGraph,
    private readonly audience: Audience,
    private readonly gettable: Gettable,
    private readonly all: readonly DefinitionNode[],
  ) {
    this.#interfaces = new Map(
      all
        .filter((node) => node.kind === Kind.INTERFACE_TYPE_DEFINITION)
        .map((node) => [node.name.value, this.#interfaceLeft(node)] as const)
        .filter(([, { fields = [] }]) => fields.length > 0),
    );
  }

  /** The definitions that are left. */
  definitions(): readonly DefinitionNode[] {
    return this.all.flatMap((node): readonly DefinitionNode[] => {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
          return this.gettable.types.has(node.name.value) ? [this.#annotated(node)] : [];
        case Kind.INTERFACE_TYPE_DEFINITION:
          return [...this.#interfaces.values()].filter(
            ({ name }) => name.value === node.name.value,
          );
        case Kind.UNION_TYPE_DEFINITION: {
          const types = (node.types ?? []).filter(({ name }) =>
            this.gettable.types.has(name.value),
          );
          return types.length > 0 ? [{ ...node, types }] : [];
        }
        default:
          return [node];
      }
    });
  }

  #annotated(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
    const fields = this.#fieldsLeft(node).map((field) => ({
      ...field,
      description: {
        kind: Kind.STRING as const,
        block: true,
        value: [
          ...(field.description === undefined ? [] : [field.description.value]),
          `Access: ${accessLine(this.graph, this.audience, node.name.value, field.name.value)}.`,
        ].join('\n'),
      },
    }));
    const interfaces = this.#interfacesLeft(node.interfaces ?? []);
    return { ...node, fields, interfaces };
  }

  #fieldsLeft(node: Fielded): readonly FieldDefinitionNode[] {
    const type = node.name.value;
    return (node.fields ?? [])
      .filter(({ name }) => this.gettable.fields.has(`${type}.${name.value}`))
      .map((field) => ({
        ...field,
        arguments: (field.arguments ?? []).filter(({ name }) =>
          this.gettable.arguments.has(`${type}.${field.name.value}(${name.value}:)`),
        ),
      }));
  }

  /** An interface keeps what each of its types keeps: less than all would be no type of it. */
  #interfaceLeft(node: InterfaceTypeDefinitionNode): InterfaceTypeDefinitionNode {
    const types = this.all
      .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
      .filter(({ name }) => this.gettable.types.has(name.value))
      .filter(({ interfaces = [] }) =>
        interfaces.some(({ name }) => name.value === node.name.value),
      )
      .map(({ name }) => name.value);
    const fields = (node.fields ?? [])
      .filter(() => types.length > 0)
      .filter(({ name }) =>
        types.every((type) => this.gettable.fields.has(`${type}.${name.value}`)),
      )
      .map((field) => ({
        ...field,
        arguments: (field.arguments ?? []).filter(({ name }) =>
          types.every((type) =>
            this.gettable.arguments.has(`${type}.${field.name.value}(${name.value}:)`),
          ),
        ),
      }));
    return { ...node, fields };
  }

  #interfacesLeft(interfaces: readonly NamedTypeNode[]): readonly NamedTypeNode[] {
    return interfaces.filter(({ name }) => this.#interfaces.has(name.value));
  }
}
