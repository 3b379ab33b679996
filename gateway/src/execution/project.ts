/**
 * Writes the answer by the client's own operation from the result by canonical keys. Hidden selections vanish,
 * refused fields become null with their refusal, withheld records are left out, and null spreads upwards as the
 * specification says.
 *
 * @see https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
import { isNonNullType } from 'graphql';
import type { ClientField, ClientSelection } from './canonical.js';
import type { Complete } from './complete.js';
import { TYPE } from './result.js';
import type { ResultObject } from './result.js';
import { compileField, demandOf } from './write-object.js';
import { SPREADING, Writing } from './writing.js';
import type { AnswerError, Release } from './writing.js';

/** A written answer. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly AnswerError[];
}

/** What is known of each root field before it is written: its owner, that it has none yet, or that it is withheld. */
export type RootOwner<Owner> =
  | { readonly kind: 'owned'; readonly owner: Owner }
  | { readonly kind: 'unowned' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'value'; readonly value: unknown };

interface RootField {
  readonly field: ClientField;
  readonly complete: Complete;
  /** Null for a field that is free. */
  readonly demand: number | null;
}

/** A client's operation, compiled to write the answers to it. */
export interface Projection {
  readonly roots: ReadonlyMap<string, readonly RootField[]>;
}

/** Compiles a client's operation; `isRecord` tells the types that own the values below them. */
export function compileProjection(
  { fields }: ClientSelection,
  isRecord: (type: string) => boolean,
): Projection {
  let demands = 0;
  const options = { isRecord, nextDemand: () => demands++ };
  const roots = [...fields].map(([type, ofType]) => {
    const compiled = ofType.map((field) => ({
      field,
      complete: compileField(field, options),
      demand: demandOf(field, options),
    }));
    return [type, compiled] as const;
  });
  return { roots: new Map(roots) };
}

/** Writes the answer. */
export function project<Owner>(
  { roots }: Projection,
  result: ResultObject,
  release: Release<Owner>,
  rootOwner: (field: ClientField) => RootOwner<Owner>,
): Answer {
  const writing = new Writing(release);
  const { errors } = writing;
  const data: Record<string, unknown> = {};
  for (const root of roots.get(result[TYPE]) ?? []) {
    const { responseKey } = root.field;
    writing.path[0] = responseKey;
    const value = rootValue(root, result, writing, rootOwner(root.field));
    if (value === SPREADING) return { data: null, errors };
    define(data, responseKey, value);
  }
  return { data, errors };
}

function rootValue<Owner>(
  root: RootField,
  result: ResultObject,
  writing: Writing<Owner>,
  owner: RootOwner<Owner>,
): unknown {
  const { type } = root.field;
  switch (owner.kind) {
    case 'value':
      return owner.value;
    case 'withheld':
      return isNonNullType(type) ? writing.missing(type, 1) : null;
    case 'owned':
      return fieldValue(root, result, writing, owner.owner);
    case 'unowned':
      return fieldValue(root, result, writing, null);
  }
}

function fieldValue<Owner>(
  { field, complete, demand }: RootField,
  result: ResultObject,
  writing: Writing<Owner>,
  owner: Owner | null,
): unknown {
  if (field.key === null) return result[TYPE];
  const value = result[field.key];
  const refusal = demand === null ? null : writing.refusal(demand, field, owner, value);
  if (refusal !== null) return writing.fail(refusal, field.type, 1);
  return complete(value, writing, 1, owner);
}

/** Sets an own member even where the client named it `__proto__`. */
function define(data: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(data, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else data[key] = value;
}
