import { Kind, getNamedType, isAbstractType, isCompositeType } from 'graphql';
import type {
  DirectiveNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Annotations, Demand, FetchOutline, Toggle } from './ports.js';

/** Where in a fetch a selection stands. */
interface Place {
  readonly parent: GraphQLCompositeType;
  /** The root field's response key or the entity alias above it. */
  readonly below: string;
  /** Demands that fields above it have made already. */
  readonly met: ReadonlySet<Demand>;
  readonly isTop: boolean;
}

/**
 * Adds an `@include` to each field of a fetch that demands something. The variables go into the fetch's text after
 * planning; in the operation the planner would make conditions of them that hold for the whole request.
 */
export class Toggling {
  readonly toggles: Toggle[] = [];
  readonly top: { readonly below: string; readonly toggle: string | null }[] = [];
  readonly #schema: GraphQLSchema;
  readonly #annotations: Annotations;
  readonly #prefix: string;

  /** Variables begin with the prefix, which no variable of the fetch's own does. */
  constructor(schema: GraphQLSchema, annotations: Annotations, prefix: string) {
    this.#schema = schema;
    this.#annotations = annotations;
    this.#prefix = prefix;
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
        const type = name === undefined ? place.parent : this.#schema.getType(name);
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
    const demands = isAbstractType(parent) ? [] : this.#annotations.fetchDemands(parent.name, node);
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

  /** The variable for these demands below this root field; the same demands share one. */
  #variable(below: string, demands: readonly Demand[]): string {
    const wanted = signatureOf(demands);
    const known = this.toggles.find(
      (toggle) => toggle.below === below && signatureOf(toggle.demands) === wanted,
    );
    if (known !== undefined) return known.variable;
    const variable = `${this.#prefix}${this.toggles.length}`;
    this.toggles.push({ variable, below, demands });
    return variable;
  }
}

/** What toggling found of a fetch. */
export type Toggled = Pick<FetchOutline, 'toggles' | 'top'>;

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
