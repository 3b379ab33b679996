/**
 * A fetch of a plan, compiled: its text with an `@include` variable on every field that demands something, and the
 * shape of its answer. The variables are added to the fetch's text, after planning; in the operation the planner
 * would make whole-request conditions of them.
 */
import {
  Kind,
  OperationTypeNode,
  getNamedType,
  isCompositeType,
  isAbstractType,
  parse,
  print,
} from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { createFieldCollector } from './collect-fields.js';
import type { Annotations, Demand, FetchOutline, Toggle } from './ports.js';
import { compileShape } from './shape.js';
import type { ObjectShape } from './shape.js';

/** A compiled fetch. */
export interface CompiledFetch extends FetchOutline {
  readonly text: string;
  readonly operation: 'query' | 'mutation';
  /** The client's variables that the text uses. */
  readonly variables: readonly string[];
  /** The shape of the whole answer under `''`, or of the entities under each alias. */
  readonly shapes: ReadonlyMap<string, ObjectShape>;
}

/** What compiling fetches needs. */
export interface FetchOptions {
  /** The supergraph's schema, inaccessible parts included. */
  readonly schema: GraphQLSchema;
  readonly annotations: Annotations;
}

/** Compiles the text of a fetch. */
export function compileFetch(
  service: string,
  kind: 'root' | 'entities',
  text: string,
  variables: readonly string[],
  options: FetchOptions,
): CompiledFetch {
  const operation = parse(text, { noLocation: true }).definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined)
    throw new Error(`Expected an operation for ${service}, got: ${text}`);
  const toggling = new Toggling(options, variablePrefix(operation.variableDefinitions ?? []));
  const root = rootType(options.schema, operation.operation);
  const selections = operation.selectionSet.selections.map((selection) =>
    toggling.rootField(selection, kind, root),
  );
  const toggled: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      ...toggling.toggles.map(toggleDefinition),
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return {
    service,
    kind,
    text: print(toggled),
    operation: operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    variables,
    toggles: toggling.toggles,
    shapes: shapesOf(operation.selectionSet, kind, root, options),
  };
}

class Toggling {
  readonly toggles: Toggle[] = [];
  readonly #options: FetchOptions;
  readonly #prefix: string;

  constructor(options: FetchOptions, prefix: string) {
    this.#options = options;
    this.#prefix = prefix;
  }

  rootField(
    selection: SelectionNode,
    kind: 'root' | 'entities',
    root: GraphQLObjectType,
  ): SelectionNode {
    if (selection.kind !== Kind.FIELD) return selection;
    const below = selection.alias?.value ?? selection.name.value;
    if (kind === 'entities') {
      return { ...selection, ...this.#selectionSet(selection, null, below, new Set()) };
    }
    return this.#field(selection, root, below, new Set());
  }

  #field(
    node: FieldNode,
    parent: GraphQLCompositeType,
    below: string,
    met: ReadonlySet<Demand>,
  ): FieldNode {
    const definition = parentField(parent, node.name.value);
    if (definition === undefined) return node;
    const demands = isAbstractType(parent)
      ? []
      : this.#options.annotations.demands(parent.name, node);
    const open = demands.filter((demand) => !met.has(demand));
    const directives = open.length === 0 ? [] : [includeDirective(this.#variable(below, open))];
    const named = getNamedType(definition.type);
    const inner = new Set([...met, ...demands]);
    return {
      ...node,
      directives: [...(node.directives ?? []), ...directives],
      ...(isCompositeType(named) ? this.#selectionSet(node, named, below, inner) : {}),
    };
  }

  #selectionSet(
    node: { readonly selectionSet?: SelectionSetNode | undefined },
    parent: GraphQLCompositeType | null,
    below: string,
    met: ReadonlySet<Demand>,
  ): { readonly selectionSet?: SelectionSetNode } {
    if (node.selectionSet === undefined) return {};
    const selections = node.selectionSet.selections.map((selection): SelectionNode => {
      switch (selection.kind) {
        case Kind.FIELD:
          return parent === null ? selection : this.#field(selection, parent, below, met);
        case Kind.INLINE_FRAGMENT: {
          const name = selection.typeCondition?.name.value;
          const type = name === undefined ? parent : this.#options.schema.getType(name);
          const inner = isCompositeType(type) ? type : parent;
          return { ...selection, ...this.#requireSet(selection, inner, below, met) };
        }
        case Kind.FRAGMENT_SPREAD:
          return selection;
      }
    });
    return { selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  #requireSet(
    node: { readonly selectionSet: SelectionSetNode },
    parent: GraphQLCompositeType | null,
    below: string,
    met: ReadonlySet<Demand>,
  ): { readonly selectionSet: SelectionSetNode } {
    return {
      selectionSet: this.#selectionSet(node, parent, below, met).selectionSet ?? node.selectionSet,
    };
  }

  /** The variable for these demands below this root field; the same demands share one. */
  #variable(below: string, demands: readonly Demand[]): string {
    const wanted = [...demands].sort().join(' ');
    const known = this.toggles.find(
      (toggle) => toggle.below === below && [...toggle.demands].sort().join(' ') === wanted,
    );
    if (known !== undefined) return known.variable;
    const variable = `${this.#prefix}${this.toggles.length}`;
    this.toggles.push({ variable, below, demands });
    return variable;
  }
}

function parentField(parent: GraphQLCompositeType, name: string) {
  return 'getFields' in parent ? parent.getFields()[name] : undefined;
}

/** A prefix for our variables that none of the client's own begins with. */
function variablePrefix(definitions: readonly VariableDefinitionNode[]): string {
  let prefix = 'permitted_';
  while (definitions.some(({ variable }) => variable.name.value.startsWith(prefix)))
    prefix = `_${prefix}`;
  return prefix;
}

function includeDirective(variable: string): DirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'include' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'if' },
        value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
      },
    ],
  };
}

function toggleDefinition({ variable }: Toggle): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    type: {
      kind: Kind.NON_NULL_TYPE,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Boolean' } },
    },
  };
}

function rootType(schema: GraphQLSchema, operation: OperationTypeNode): GraphQLObjectType {
  const type = schema.getRootType(operation);
  if (type == null) throw new Error(`Expected a schema with a ${operation} type`);
  return type;
}

function shapesOf(
  selectionSet: SelectionSetNode,
  kind: 'root' | 'entities',
  root: GraphQLObjectType,
  options: FetchOptions,
): ReadonlyMap<string, ObjectShape> {
  const collect = createFieldCollector(options.schema, new Map(), {});
  const shapes = new Map<string, ObjectShape>();
  if (kind === 'root') {
    shapes.set('', compileShape(root, [selectionSet], { ...options, collect }));
    return shapes;
  }
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) continue;
    const alias = selection.alias?.value ?? selection.name.value;
    shapes.set(alias, entityShape(selection.selectionSet, options));
  }
  return shapes;
}

/** The shape of `_entities`: one per object type that a fragment of the selection can match. */
function entityShape(selectionSet: SelectionSetNode, options: FetchOptions): ObjectShape {
  const collect = createFieldCollector(options.schema, new Map(), {});
  const types = new Set<GraphQLObjectType>();
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.INLINE_FRAGMENT || selection.typeCondition === undefined) continue;
    const type = options.schema.getType(selection.typeCondition.name.value);
    if (!isCompositeType(type)) continue;
    for (const one of isAbstractType(type) ? options.schema.getPossibleTypes(type) : [type])
      types.add(one);
  }
  const byType = [...types].map((type) => {
    const shape = compileShape(type, [selectionSet], { ...options, collect }).byType.get(type.name);
    if (shape === undefined) throw new Error(`Expected a shape for ${type.name}`);
    return [type.name, shape] as const;
  });
  return { only: null, byType: new Map(byType) };
}
