/**
 * Completes values as the specification says, by functions compiled for each type: what fails is noted, and null
 * spreads upwards.
 *
 * @see https://spec.graphql.org/October2021/#sec-Value-Completion
 */
import { isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { leafTest } from './leaf-test.js';
import { FieldFailure, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';
import { SPREADING, WITHHELD } from './writing.js';
import type { Writing } from './writing.js';

/**
 * What a value is in the answer, at the first `length` keys of the path: the value itself, null, or why the value around
 * it is not as it would have been.
 */
export type Complete = <Owner>(
  value: ResultValue | undefined,
  writing: Writing<Owner>,
  length: number,
  owner: Owner | null,
) => unknown;

/** Writes an object; undefined where nothing is known of objects of its type. */
export type WriteObject = <Owner>(
  object: ResultObject,
  writing: Writing<Owner>,
  length: number,
  owner: Owner | null,
) => unknown;

/** Compiles the completion of a type; objects are written by `write`, and there are none without it. */
export function compileComplete(type: GraphQLOutputType, write: WriteObject | null): Complete {
  if (isNonNullType(type)) return completeNonNull(type, compileComplete(type.ofType, write));
  if (isListType(type)) return completeList(type, compileComplete(type.ofType, write));
  return isLeafType(type) ? completeLeaf(type) : completeObject(type, write);
}

function completeNonNull(type: GraphQLOutputType, complete: Complete): Complete {
  return (value, writing, length, owner) => {
    if (value instanceof FieldFailure) return writing.fail(value, type, length);
    const completed = complete(value, writing, length, owner);
    return completed === null ? writing.missing(type, length) : completed;
  };
}

function completeList(type: GraphQLOutputType, complete: Complete): Complete {
  return (value, writing, length, owner) => {
    if (value === undefined || value === null) return null;
    if (value instanceof FieldFailure) return writing.fail(value, type, length);
    if (!Array.isArray(value)) return writing.malformed(type, length);
    const items: unknown[] = [];
    for (const item of value) {
      writing.path[length] = items.length;
      const completed = complete(item, writing, length + 1, owner);
      if (completed === WITHHELD) continue;
      // A null that an item does not allow makes the whole list null.
      if (completed === SPREADING) return null;
      items.push(completed);
    }
    return items;
  };
}

function completeLeaf(type: GraphQLLeafType): Complete {
  const isLeaf = leafTest(type);
  return (value, writing, length) => {
    if (value === undefined || value === null) return null;
    if (value instanceof FieldFailure) return writing.fail(value, type, length);
    return isLeaf(value) ? value : writing.malformed(type, length);
  };
}

function completeObject(type: GraphQLOutputType, write: WriteObject | null): Complete {
  return (value, writing, length, owner) => {
    if (value === undefined || value === null) return null;
    if (value instanceof FieldFailure) return writing.fail(value, type, length);
    if (write === null || !isResultObject(value)) return writing.malformed(type, length);
    const completed = write(value, writing, length, owner);
    // A type that the client cannot know, or an interface of which only some types have what is asked.
    if (completed === undefined) return writing.malformed(type, length);
    return completed === SPREADING ? null : completed;
  };
}
