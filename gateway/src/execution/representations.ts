import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { jsonText } from './outgoing-request.js';
import type { Requirement, Rewrite, RewriteSegment } from './plan.js';
import { FieldFailure, TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

type Representation = Record<string, unknown>;

/** Tells whether an object type is of a type: the type itself, or one of an abstract type's. */
export type IsOfType = (object: string, type: string) => boolean;

/** Tells it by a schema. */
export function isOfTypeIn(schema: GraphQLSchema): IsOfType {
  return (object, type) => {
    if (object === type) return true;
    const [concrete, abstract] = [schema.getType(object), schema.getType(type)];
    return (
      (isObjectType(concrete) || isInterfaceType(concrete)) &&
      isAbstractType(abstract) &&
      schema.isSubType(abstract, concrete)
    );
  };
}

/**
 * What represents an object in `_entities`, as JSON text, or null where it lacks a part of what is required, or how that
 * part failed. Entities that are met again get the very text they got before, by which they are soon told to be the same.
 */
export type Represent = (object: ResultObject) => string | FieldFailure | null;

/** Compiles what a plan requires of the entities of one fetch; what is compiled makes what serves one request. */
export function compileRepresentation(
  requires: readonly Requirement[],
  rewrites: readonly Rewrite[],
  isOfType: IsOfType,
): () => Represent {
  const keys = new Map<string, string | null>();
  const keyOf = (type: string): string | null => {
    const known = keys.get(type);
    if (known !== undefined) return known;
    const key = rewrites.length === 0 ? singleKey(requires, type, isOfType) : null;
    keys.set(type, key);
    return key;
  };
  return () => {
    const texts = new Map<string, Map<string, string>>();
    return (object) => {
      const type = object[TYPE];
      const key = keyOf(type);
      const value = key === null ? undefined : object[key];
      // Most entities are told apart by one text.
      if (key !== null && typeof value === 'string') return textOf(texts, type, key, value);
      const representation = representationOf(object, requires, rewrites, isOfType);
      if (representation === null || representation instanceof FieldFailure) return representation;
      return JSON.stringify(representation);
    };
  };
}

function textOf(
  texts: Map<string, Map<string, string>>,
  type: string,
  key: string,
  value: string,
): string {
  const ofType = texts.get(type) ?? new Map<string, string>();
  const known = ofType.get(value);
  if (known !== undefined) return known;
  const text = `{"__typename":"${type}","${key}":${jsonText(value)}}`;
  texts.set(type, ofType.set(value, text));
  return text;
}

/** The one field that is required of a type beside its name; null for more, and where it is not so simple. */
function singleKey(
  requires: readonly Requirement[],
  type: string,
  isOfType: IsOfType,
): string | null {
  const asked = requires.flatMap((requirement) =>
    requirement.kind === 'InlineFragment' && isOfType(type, requirement.typeCondition)
      ? requirement.selections
      : requirement.kind === 'InlineFragment'
        ? []
        : [requirement],
  );
  const [first, second, ...others] = asked;
  if (first?.kind !== 'Field' || first.name !== '__typename' || others.length > 0) return null;
  if (second?.kind !== 'Field' || second.selections !== undefined) return null;
  return second.alias === undefined || second.alias === second.name ? second.name : null;
}

function representationOf(
  object: ResultObject,
  requires: readonly Requirement[],
  rewrites: readonly Rewrite[],
  isOfType: IsOfType,
): Representation | FieldFailure | null {
  const representation = selectAll(object, requires, isOfType);
  if (representation === null || representation instanceof FieldFailure) return representation;
  // More than the type's name is needed to tell entities apart.
  if (Object.keys(representation).length < 2) return null;
  for (const rewrite of rewrites) applyRewrite(representation, rewrite, object[TYPE], isOfType);
  return representation;
}

function selectAll(
  object: ResultObject,
  requires: readonly Requirement[],
  isOfType: IsOfType,
): Representation | FieldFailure | null {
  const selected: Representation = {};
  for (const requirement of requires) {
    switch (requirement.kind) {
      case 'FragmentSpread':
        return null;
      case 'InlineFragment': {
        if (!isOfType(object[TYPE], requirement.typeCondition)) break;
        const nested = selectAll(object, requirement.selections, isOfType);
        if (nested === null || nested instanceof FieldFailure) return nested;
        Object.assign(selected, nested);
        break;
      }
      case 'Field': {
        const { name, alias, selections } = requirement;
        if (name === '__typename') {
          selected[name] = object[TYPE];
          break;
        }
        // As in an operation: the name is the key of the value, the alias what the subgraph knows it by.
        const value = selectValue(object[name], selections, isOfType);
        if (value === undefined) return null;
        if (value instanceof FieldFailure) return value;
        selected[alias ?? name] = value;
        break;
      }
    }
  }
  return selected;
}

/** The part of a representation that a value makes; undefined where a part of it is missing, or how that failed. */
function selectValue(
  value: ResultValue | undefined,
  selections: readonly Requirement[] | undefined,
  isOfType: IsOfType,
): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => selectValue(item, selections, isOfType));
    const failure = items.find((item) => item instanceof FieldFailure);
    return items.includes(undefined) ? undefined : (failure ?? items);
  }
  if (!isResultObject(value)) return value;
  return selectAll(value, selections ?? [], isOfType) ?? undefined;
}

/** Applies a rewrite of the plan in place. */
function applyRewrite(
  root: Record<string, unknown>,
  rewrite: Rewrite,
  type: string,
  isOfType: IsOfType,
): void {
  const { ValueSetter: setter, KeyRenamer: renamer } = rewrite;
  const path = setter?.path ?? renamer?.path ?? [];
  const last = path.at(-1);
  if (last === undefined || !('Key' in last)) return;
  for (const holder of holders(root, path.slice(0, -1), type, isOfType)) {
    if (setter !== undefined && last.Key in holder) holder[last.Key] = setter.setValueTo;
    if (renamer !== undefined && last.Key in holder) {
      holder[renamer.renameKeyTo] = holder[last.Key];
      // The key is one of the plan's own making; nothing else reads it.
      Reflect.deleteProperty(holder, last.Key);
    }
  }
}

function holders(
  value: unknown,
  path: readonly RewriteSegment[],
  type: string,
  isOfType: IsOfType,
): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((item) => holders(item, path, type, isOfType));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown> & { readonly [TYPE]?: string };
  const [segment, ...rest] = path;
  if (segment === undefined) return [object];
  if ('Key' in segment) return holders(object[segment.Key], rest, type, isOfType);
  const own =
    object[TYPE] ?? (typeof object['__typename'] === 'string' ? object['__typename'] : type);
  return segment.TypenameEquals.some((name) => isOfType(own, name))
    ? holders(object, rest, own, isOfType)
    : [];
}
