import type { GraphQLInterfaceType } from 'graphql';
import type { ClientField, ClientSelection } from './canonical.js';

/**
 * The fields that are asked alike of every type of an interface, as fields of the interface; null where what is
 * asked, or what it demands, depends on the type.
 */
export function sharedFields(
  parent: GraphQLInterfaceType,
  [first, ...others]: readonly (readonly ClientField[])[],
): readonly ClientField[] | null {
  if (first === undefined || !first.every(isFree)) return null;
  if (!others.every((fields) => areSame(first, fields))) return null;
  const shared: ClientField[] = [];
  for (const field of first) {
    const definition = parent.getFields()[field.name];
    if (definition === undefined) return null;
    shared.push({ ...field, type: definition.type });
  }
  return shared;
}

/** Neither a type's name nor anything that demands something. */
function isFree({ key, demands, callerDemands }: ClientField): boolean {
  return key !== null && demands.length + callerDemands.length === 0;
}

function areSame(left: readonly ClientField[], right: readonly ClientField[]): boolean {
  return (
    left.length === right.length &&
    left.every((field, position) => {
      const other = right[position];
      return other !== undefined && isSame(field, other);
    })
  );
}

function isSame(left: ClientField, right: ClientField): boolean {
  return (
    isFree(right) &&
    left.responseKey === right.responseKey &&
    left.key === right.key &&
    left.name === right.name &&
    isSameSelection(left.selection, right.selection)
  );
}

function isSameSelection(left: ClientSelection | null, right: ClientSelection | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.fields.size === right.fields.size &&
    [...left.fields].every(([type, fields]) => {
      const others = right.fields.get(type);
      return others !== undefined && areSame(fields, others);
    })
  );
}
