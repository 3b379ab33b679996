/**
 * Writes the answer by the client's own operation from the result by canonical keys. Hidden selections vanish,
 * refused fields become null with their refusal, withheld records are left out, and null spreads upwards as the
 * specification says.
 *
 * @see https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
import { isEnumType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLLeafType, GraphQLOutputType, GraphQLEnumType } from 'graphql';
import type { ClientField, ClientSelection } from './canonical.js';
import { FieldFailure, TYPE, isResultObject } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** An error of the answer. */
export interface AnswerError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What the host has to say while an answer is written. */
export interface Release<Owner> {
  isRecord(type: string): boolean;
  /** Who owns the values of a record; null where the record is withheld. */
  ownerOf(record: ResultObject): Owner | null;
  /** Why the demands are not met, by the caller or by the owner if there is one; null where they are. */
  refuse(demanded: Demanded, owner: Owner | null): FieldFailure | null;
}

/** What a field demands before its value is shown. */
export type Demanded = Pick<ClientField, 'demands' | 'callerDemands'>;

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

interface Path {
  readonly previous: Path | null;
  readonly key: string | number;
}

/** A null that a non-null type does not allow: it makes the value around it null. */
const SPREADING = Symbol('spreading');

/** A record that is left out of its list, or null where it stands alone. */
const WITHHELD = Symbol('withheld');

/** Writes the answer. */
export function project<Owner>(
  client: ClientSelection,
  result: ResultObject,
  release: Release<Owner>,
  rootOwner: (field: ClientField) => RootOwner<Owner>,
): Answer {
  return new Projector(release).root(client, result, rootOwner);
}

class Projector<Owner> {
  readonly #errors: AnswerError[] = [];
  readonly #release: Release<Owner>;

  constructor(release: Release<Owner>) {
    this.#release = release;
  }

  root(
    client: ClientSelection,
    result: ResultObject,
    rootOwner: (field: ClientField) => RootOwner<Owner>,
  ): Answer {
    const data: Record<string, unknown> = {};
    for (const field of client.fields.get(result[TYPE]) ?? []) {
      const path: Path = { previous: null, key: field.responseKey };
      const value = this.#rootField(field, result, path, rootOwner(field));
      if (value === SPREADING) return { data: null, errors: this.#errors };
      define(data, field.responseKey, value);
    }
    return { data, errors: this.#errors };
  }

  #rootField(
    field: ClientField,
    result: ResultObject,
    path: Path,
    owner: RootOwner<Owner>,
  ): unknown {
    switch (owner.kind) {
      case 'value':
        return owner.value;
      case 'withheld':
        return isNonNullType(field.type) ? this.#missing(field.type, path) : null;
      case 'owned':
        return this.#field(field, result, path, owner.owner);
      case 'unowned':
        return this.#field(field, result, path, null);
    }
  }

  #object(
    declared: GraphQLOutputType,
    selection: ClientSelection,
    object: ResultObject,
    path: Path,
    outer: Owner | null,
  ): unknown {
    const type = object[TYPE];
    let owner = outer;
    if (this.#release.isRecord(type)) {
      owner = this.#release.ownerOf(object);
      if (owner === null) return WITHHELD;
    }
    const fields = selection.fields.get(type);
    // A type that the client cannot know, or an interface of which only some types have what is asked.
    if (fields === undefined) return this.#malformed(declared, path);
    const data: Record<string, unknown> = {};
    for (const field of fields) {
      const value = this.#field(field, object, { previous: path, key: field.responseKey }, owner);
      if (value === SPREADING) return SPREADING;
      define(data, field.responseKey, value);
    }
    return data;
  }

  #field(field: ClientField, object: ResultObject, path: Path, owner: Owner | null): unknown {
    if (field.key === null) return object[TYPE];
    if (field.demands.length + field.callerDemands.length > 0) {
      const refusal = this.#release.refuse(field, owner);
      if (refusal !== null) return this.#fail(refusal, field.type, path);
    }
    const value = Object.hasOwn(object, field.key) ? object[field.key] : undefined;
    const completed = this.#complete(field.type, field.selection, value, path, owner);
    return completed === WITHHELD
      ? isNonNullType(field.type)
        ? this.#missing(field.type, path)
        : null
      : completed;
  }

  #complete(
    type: GraphQLOutputType,
    selection: ClientSelection | null,
    value: ResultValue | undefined,
    path: Path,
    owner: Owner | null,
  ): unknown {
    if (value instanceof FieldFailure) return this.#fail(value, type, path);
    if (isNonNullType(type)) {
      const completed = this.#complete(type.ofType, selection, value, path, owner);
      return completed === null ? this.#missing(type, path) : completed;
    }
    if (value === undefined || value === null) return null;
    if (isListType(type)) {
      return Array.isArray(value)
        ? this.#list(type.ofType, selection, value, path, owner)
        : this.#malformed(type, path);
    }
    if (isLeafType(type)) return isLeafValue(type, value) ? value : this.#malformed(type, path);
    if (selection === null || !isResultObject(value)) return this.#malformed(type, path);
    const completed = this.#object(type, selection, value, path, owner);
    return completed === SPREADING ? null : completed;
  }

  #list(
    itemType: GraphQLOutputType,
    selection: ClientSelection | null,
    values: readonly ResultValue[],
    path: Path,
    owner: Owner | null,
  ): unknown {
    const items: unknown[] = [];
    for (const item of values) {
      const completed = this.#complete(
        itemType,
        selection,
        item,
        { previous: path, key: items.length },
        owner,
      );
      if (completed === WITHHELD) continue;
      // A null that an item does not allow makes the whole list null.
      if (completed === SPREADING) return null;
      items.push(completed);
    }
    return items;
  }

  #fail(failure: FieldFailure, type: GraphQLOutputType, path: Path): unknown {
    const { code, message, extensions } = failure;
    this.#errors.push({ message, path: pathList(path), extensions: { code, ...extensions } });
    return isNonNullType(type) ? SPREADING : null;
  }

  #malformed(type: GraphQLOutputType, path: Path): unknown {
    return this.#fail(
      new FieldFailure('SUBGRAPH_FAILED', `Expected a value of type ${String(type)}`),
      type,
      path,
    );
  }

  /** A null where the type allows none: an error unless one has been noted at or below this place already. */
  #missing(type: GraphQLOutputType, path: Path): typeof SPREADING {
    const place = pathList(path);
    const isNoted = this.#errors.some((error) =>
      place.every((key, position) => error.path[position] === key),
    );
    if (!isNoted) {
      const message = `Expected a value of type ${String(type)}, got null`;
      this.#errors.push({ message, path: place, extensions: { code: 'SUBGRAPH_FAILED' } });
    }
    return SPREADING;
  }
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

function isLeafValue(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return isEnumValue(type, value);
  switch (type.name) {
    case 'Int':
      return typeof value === 'number' && (value | 0) === value;
    case 'Float':
      // A number beyond what JSON parsers hold is read as infinite.
      return Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'String':
    case 'ID':
      return typeof value === 'string';
    default:
      return true;
  }
}

function isEnumValue(type: GraphQLEnumType, value: unknown): boolean {
  return typeof value === 'string' && type.getValue(value) !== undefined;
}

function pathList(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | null = path; at !== null; at = at.previous) keys.unshift(at.key);
  return keys;
}
