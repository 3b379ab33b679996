import { getNamedType, isLeafType, print } from 'graphql';
import type {
  ArgumentNode,
  FieldNode,
  GraphQLField,
  GraphQLInterfaceType,
  GraphQLObjectType,
} from 'graphql';
import { hiddenKey } from './hidden-keys.js';
import type { Demand } from './ports.js';

/**
 * Gives response keys: the same to selections that are the same, different ones to those that differ. Two response
 * keys of the client's share one of ours for leaf values only: an object of one may hold a value that fails, and so
 * become null, while that of the other does not. Types of an interface whose fields demand different things get
 * different keys for them, so that a planner cannot ask the interface for all of them at once.
 */
export class KeyAllocator {
  readonly #bySignature = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #hasEffects: boolean;

  /** Fields with effects are run as often as the client asks for them. */
  constructor(hasEffects: boolean) {
    this.#hasEffects = hasEffects;
  }

  /** The key for a selection of the client's on a type, by its response key there and what it demands. */
  keyOf(
    responseKey: string,
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    type: GraphQLInterfaceType | GraphQLObjectType,
    demands: readonly Demand[],
  ): string {
    const name = node.name.value;
    const isShared = !this.#hasEffects && isLeafType(getNamedType(definition.type));
    const signature = [
      isShared ? '' : responseKey,
      `${name}(${argumentsText(node.arguments ?? [])})`,
      String(definition.type),
      [...demands].sort().join(' '),
    ].join(':');
    return this.#allocate(signature, name, type);
  }

  /** The key for an object that the host alone reads: shared with nothing that the client asks for. */
  hiddenKeyOf(
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    type: GraphQLInterfaceType | GraphQLObjectType,
  ): string {
    const key = hiddenKey(node.name.value);
    return this.#allocate(`${key} ${String(definition.type)}`, key, type);
  }

  #allocate(
    signature: string,
    name: string,
    type: GraphQLInterfaceType | GraphQLObjectType,
  ): string {
    const known = this.#bySignature.get(signature);
    if (known !== undefined) return known;
    let key = name;
    for (let number = 1; this.#isTaken(key, name, type); number += 1) key = `${name}_${number}`;
    this.#taken.add(key);
    this.#bySignature.set(signature, key);
    return key;
  }

  /** A key is free unless it is given already, or is another field's name that may yet be selected. */
  #isTaken(key: string, name: string, type: GraphQLInterfaceType | GraphQLObjectType): boolean {
    return this.#taken.has(key) || (key !== name && Object.hasOwn(type.getFields(), key));
  }
}

/** Arguments as text, in the order of their names: their order carries no meaning. */
function argumentsText(nodes: readonly ArgumentNode[]): string {
  return nodes
    .map((node) => print(node))
    .sort()
    .join(',');
}
