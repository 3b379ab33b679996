/**
 * The canonical form of a client's operation. The client's aliases, fragments and conditions never reach the
 * planner or a subgraph: each selection gets a response key of the engine's own (the field's name, with a number
 * where arguments or return types differ), abstract types are spread over their possible types (what is the same for
 * all of them and demands nothing is asked of an interface itself), and `@skip` and `@include` are resolved
 * beforehand. Beside it stands the client's own operation, as a tree that says under which key each of its fields is
 * found.
 */
import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
} from 'graphql';
import type {
  FieldNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import type { FieldCollector } from './collect-fields.js';
import { KeyAllocator } from './key-allocator.js';
import type { Annotations, Demand } from './ports.js';
import { sharedFields } from './shared-fields.js';

/** A field of the canonical operation. */
export interface CanonicalField {
  readonly key: string;
  readonly node: FieldNode;
  /** What it demands before it is fetched, of the owner of its value and of the caller. */
  readonly demands: readonly Demand[];
  readonly selection: CanonicalSelection | null;
}

/** A selection set of the canonical operation: the fields for each possible type, by response key. */
export interface CanonicalSelection {
  readonly type: GraphQLCompositeType;
  readonly fields: Map<string, Map<string, CanonicalField>>;
  /** Whether the client asks for the types of objects. */
  asksForTypes: boolean;
}

/** A field of the client's operation, and the key under which its value is found. */
export interface ClientField {
  readonly responseKey: string;
  /** Null for `__typename`. */
  readonly key: string | null;
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** What it demands of the owner of its value before that is shown. */
  readonly demands: readonly Demand[];
  /** What it demands of the caller, whoever owns the value. */
  readonly callerDemands: readonly Demand[];
  readonly selection: ClientSelection | null;
}

/**
 * A selection set of the client's operation: its fields in order, for each possible type. They stand under an
 * interface's own name too where they are the same for whatever is of it.
 */
export interface ClientSelection {
  readonly fields: ReadonlyMap<string, readonly ClientField[]>;
}

/** An operation in both forms. */
export interface CanonicalOperation {
  readonly canonical: CanonicalSelection;
  readonly client: ClientSelection;
}

/** More selections than an operation may expand to. */
export class ExpansionError extends Error {
  constructor(limit: number) {
    super(`Expected an operation of at most ${limit} selections once fragments are expanded`);
    this.name = 'ExpansionError';
  }
}

/** What canonicalising needs beside the operation. */
export interface CanonicalOptions {
  readonly schema: GraphQLSchema;
  readonly annotations: Annotations;
  readonly collect: FieldCollector;
  /** The fields that the client selects on interfaces, each with that interface's name. */
  readonly onInterfaces: ReadonlyMap<FieldNode, string>;
  /** The most selections that are planned. */
  readonly maxSelections: number;
}

const META_FIELDS: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

/** Fields of the root that are answered from the schema, without a subgraph. */
export const INTROSPECTION_FIELDS: ReadonlySet<string> = new Set([
  SchemaMetaFieldDef.name,
  TypeMetaFieldDef.name,
]);

/** The canonical form of an operation's selections on a root type. */
export function canonicalise(
  root: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  options: CanonicalOptions,
): CanonicalOperation {
  const builder = new Builder(options);
  const canonical = newSelection(root);
  const keys = new KeyAllocator(options.schema.getMutationType() === root);
  return { canonical, client: builder.build(root, [selectionSet], canonical, keys, false) };
}

/** A type that has fields. */
type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

class Builder {
  readonly #options: CanonicalOptions;
  readonly #children = new Map<CanonicalSelection, KeyAllocator>();
  #expanded = 0;

  constructor(options: CanonicalOptions) {
    this.#options = options;
  }

  build(
    parent: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    into: CanonicalSelection,
    keys: KeyAllocator,
    isHidden: boolean,
  ): ClientSelection {
    const fields = new Map<string, readonly ClientField[]>();
    for (const type of this.#possibleTypes(parent)) {
      const own: ClientField[] = [];
      fieldsFor(into, type.name);
      for (const [responseKey, nodes] of this.#options.collect(type, selectionSets)) {
        own.push(this.#field(type, responseKey, nodes, into, keys, isHidden));
      }
      fields.set(type.name, own);
      if (!isHidden) this.#hide(type, into, keys);
    }
    const shared = isInterfaceType(parent) ? sharedFields(parent, [...fields.values()]) : null;
    if (shared !== null) fields.set(parent.name, shared);
    return { fields };
  }

  #field(
    type: FieldsType,
    responseKey: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
    into: CanonicalSelection,
    keys: KeyAllocator,
    isHidden: boolean,
  ): ClientField {
    this.#count();
    const [node] = nodes;
    const name = node.name.value;
    const definition = fieldDefinition(type, name);
    const { annotations, onInterfaces } = this.#options;
    const selectedOn = nodes.map((one) => onInterfaces.get(one) ?? type.name);
    const base = {
      responseKey,
      name,
      type: definition.type,
      demands: annotations.demands(type.name, node),
      callerDemands: annotations.callerDemands(type.name, node, selectedOn),
    };
    if (name === '__typename') {
      into.asksForTypes = true;
      return { ...base, key: null, selection: null };
    }
    if (INTROSPECTION_FIELDS.has(name)) return { ...base, key: responseKey, selection: null };

    const demands = [...annotations.fetchDemands(type.name, node), ...base.callerDemands];
    const key = keys.keyOf(responseKey, node, definition, type, demands);
    const selected = this.#canonicalField(type, key, node, definition, demands, into).selection;
    return { ...base, key, selection: selected && this.#within(selected, nodes, isHidden) };
  }

  #within(
    into: CanonicalSelection,
    nodes: readonly FieldNode[],
    isHidden: boolean,
  ): ClientSelection {
    const sets = nodes.flatMap(({ selectionSet }) =>
      selectionSet === undefined ? [] : [selectionSet],
    );
    return this.build(into.type, sets, into, this.#allocatorOf(into), isHidden);
  }

  #canonicalField(
    type: FieldsType,
    key: string,
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    demands: readonly Demand[],
    into: CanonicalSelection,
  ): CanonicalField {
    const fields = fieldsFor(into, type.name);
    const known = fields.get(key);
    if (known !== undefined) return known;
    const named = getNamedType(definition.type);
    const selection = isCompositeType(named) ? newSelection(named) : null;
    const field: CanonicalField = { key, node, demands, selection };
    fields.set(key, field);
    return field;
  }

  #hide(type: FieldsType, into: CanonicalSelection, keys: KeyAllocator): void {
    const { annotations } = this.#options;
    const hidden = annotations.hidden(type.name);
    if (hidden.length === 0) return;
    for (const [responseKey, nodes] of this.#options.collect(type, hidden)) {
      const [node] = nodes;
      const definition = fieldDefinition(type, node.name.value);
      if (isCompositeType(getNamedType(definition.type))) {
        this.#count();
        const key = keys.hiddenKeyOf(node, definition, type);
        const demands = annotations.fetchDemands(type.name, node);
        const { selection } = this.#canonicalField(type, key, node, definition, demands, into);
        if (selection !== null) this.#within(selection, nodes, true);
      } else this.#field(type, responseKey, nodes, into, keys, true);
    }
  }

  #allocatorOf(selection: CanonicalSelection): KeyAllocator {
    const known = this.#children.get(selection);
    if (known !== undefined) return known;
    const allocator = new KeyAllocator(false);
    this.#children.set(selection, allocator);
    return allocator;
  }

  /** An interface that no type of the graph implements stands for itself. */
  #possibleTypes(parent: GraphQLCompositeType): readonly FieldsType[] {
    if (!isAbstractType(parent)) return [parent];
    const types = this.#options.schema.getPossibleTypes(parent);
    return types.length === 0 && isInterfaceType(parent) ? [parent] : types;
  }

  #count(): void {
    this.#expanded += 1;
    if (this.#expanded > this.#options.maxSelections)
      throw new ExpansionError(this.#options.maxSelections);
  }
}

function newSelection(type: GraphQLCompositeType): CanonicalSelection {
  return { type, fields: new Map(), asksForTypes: false };
}

function fieldsFor(selection: CanonicalSelection, type: string): Map<string, CanonicalField> {
  const known = selection.fields.get(type);
  if (known !== undefined) return known;
  const fields = new Map<string, CanonicalField>();
  selection.fields.set(type, fields);
  return fields;
}

function fieldDefinition(type: FieldsType, name: string): GraphQLField<unknown, unknown> {
  const definition = META_FIELDS.get(name) ?? type.getFields()[name];
  if (definition === undefined)
    throw new Error(`Expected a validated operation, got the unknown field ${type.name}.${name}`);
  return definition;
}
