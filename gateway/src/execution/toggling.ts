import { Kind, getNamedType, isCompositeType, isInterfaceType, isUnionType } from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { isHiddenKey } from './hidden-keys.js';
import type { Annotations, Demand, Toggle } from './ports.js';

/** Where in a fetch a selection stands. */
interface Place {
  readonly parent: GraphQLCompositeType;
  /** The root field's response key or the entity alias above it. */
  readonly below: string;
  /** Demands that fields above it have made already. */
  readonly met: ReadonlySet<Demand>;
  readonly isTop: boolean;
}

/** What adding toggles to a fetch needs. */
export interface TogglingOptions {
  readonly schema: GraphQLSchema;
  readonly annotations: Annotations;
  /** The types of an interface that the fetch's subgraph knows. */
  readonly implementations: (type: GraphQLInterfaceType) => readonly GraphQLObjectType[];
  /** What the variables begin with; no variable of the fetch's own begins so. */
  readonly prefix: string;
}

/**
 * Adds an `@include` to each field of a fetch that demands something. The variables go into the fetch's text after
 * planning; in the operation the planner would make conditions of them that hold for the whole request.
 */
export class Toggling {
  readonly toggles: Toggle[] = [];
  readonly top: { readonly below: string; readonly toggle: string | null }[] = [];
  readonly #options: TogglingOptions;

  constructor(options: TogglingOptions) {
    this.#options = options;
  }

  /** A root fetch's selections. */
  root(set: SelectionSetNode, type: GraphQLCompositeType): SelectionSetNode {
    const selections = set.selections.map((selection) =>
      this.#selection(selection, {
        parent: type,
        below: keyOf(selection),
        met: new Set(),
        isTop: true,
      }),
    );
    return { kind: Kind.SELECTION_SET, selections };
  }

  /** The selections of an entity fetch: each root field is an `_entities`, whose selections lie on fragments. */
  entities(set: SelectionSetNode, root: GraphQLCompositeType): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
      const place = { parent: root, below: keyOf(selection), met: new Set<Demand>(), isTop: true };
      return { ...selection, selectionSet: this.#set(selection.selectionSet, place) };
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #set(set: SelectionSetNode, place: Place): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: set.selections.map((selection) => this.#selection(selection, place)),
    };
  }

  #selection(selection: SelectionNode, place: Place): SelectionNode {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#field(selection, place);
      case Kind.INLINE_FRAGMENT: {
        const name = selection.typeCondition?.name.value;
        const type = name === undefined ? place.parent : this.#options.schema.getType(name);
        const parent = isCompositeType(type) ? type : place.parent;
        return {
          ...selection,
          selectionSet: this.#set(selection.selectionSet, { ...place, parent }),
        };
      }
      case Kind.FRAGMENT_SPREAD:
        // One that was left would go untoggled.
        throw new Error(`Expected a fetch without fragments, got ...${selection.name.value}`);
    }
  }

  #field(node: FieldNode, { parent, below, met, isTop }: Place): FieldNode {
    const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (definition === undefined) return node;
    const demands = this.#demandsOf(parent, node);
    const open = demands.filter((demand) => !met.has(demand));
    const toggle = open.length === 0 ? null : this.#variable(below, open);
    if (isTop) this.top.push({ below, toggle });
    const named = getNamedType(definition.type);
    const inner = isCompositeType(named)
      ? { parent: named, below, met: new Set([...met, ...demands]), isTop: false }
      : null;
    return {
      ...node,
      ...(toggle !== null && { directives: [...(node.directives ?? []), includeIf(toggle)] }),
      ...(inner !== null &&
        node.selectionSet && { selectionSet: this.#set(node.selectionSet, inner) }),
    };
  }

  /**
   * What a field demands before it is fetched. The planner asks an interface for what it is asked of all its types
   * alike; fields that demand different things have different response keys, so what is left is the same for all.
   */
  #demandsOf(parent: GraphQLCompositeType, node: FieldNode): readonly Demand[] {
    if (isUnionType(parent)) return [];
    const types = isInterfaceType(parent) ? this.#options.implementations(parent) : [parent];
    const { annotations } = this.#options;
    const isHidden = isHiddenKey(keyOf(node));
    const demands = types.flatMap(({ name }) =>
      isHidden ? annotations.hiddenDemands(name, node) : annotations.fetchDemands(name, node),
    );
    return [...new Set(demands)];
  }

  /** The variable for these demands below this root field; the same demands share one. */
  #variable(below: string, demands: readonly Demand[]): string {
    const wanted = signatureOf(demands);
    const known = this.toggles.find(
      (toggle) => toggle.below === below && signatureOf(toggle.demands) === wanted,
    );
    if (known !== undefined) return known.variable;
    const variable = `${this.#options.prefix}${this.toggles.length}`;
    this.toggles.push({ variable, below, demands });
    return variable;
  }
}

function keyOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? (selection.alias?.value ?? selection.name.value) : '';
}

function signatureOf(demands: readonly Demand[]): string {
  return [...demands].sort().join(' ');
}

function includeIf(variable: string): DirectiveNode {
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
