/**
 * GraphQL fields that are elements of a FHIR resource, or of a part of one. `@Element(kind, description)` describes
 * the field and reads it from the JSON under the element's own name; what is not of the kind that R4 says reads as
 * null, since a resource is what some other system made of it.
 */
import { Field } from 'type-graphql';
import { objectOf } from '../../fhir/elements.js';
import type { Element as Json } from '../../fhir/elements.js';

/** A FHIR data type: how it is typed in GraphQL, and how it is read. */
export interface ElementKind<Value> {
  /** A class or scalar; in brackets, a list of it. */
  readonly type: () => object;
  /** The value that JSON holds, null where it is none of this kind. */
  readonly read: (json: unknown) => Value | null;
}

/** What elements are read from: a resource, or a part of one. */
export interface HoldsElements {
  readonly elements: Json;
}

/** A part of a resource: a data type or a backbone element. Its class describes it to GraphQL. */
export abstract class Part implements HoldsElements {
  constructor(readonly elements: Json) {}
}

/** The kind of a part. */
export function part<Value extends Part>(
  type: () => new (elements: Json) => Value,
): ElementKind<Value> {
  return {
    type,
    read: (json) => {
      const elements = objectOf(json);
      return elements === null ? null : new (type())(elements);
    },
  };
}

/** Lists of a kind. What is not of the kind is left out, and a list with nothing in it is null. */
export function list<Value>(kind: ElementKind<Value>): ElementKind<readonly Value[]> {
  return {
    type: () => [kind.type()],
    read: (json) => {
      const items: readonly unknown[] = Array.isArray(json) ? json : [json];
      const values = items.map(kind.read).filter((value) => value !== null);
      return values.length === 0 ? null : values;
    },
  };
}

/** The field is the element of that name, or of another one that R4 gives it. */
export function Element<Value>(kind: ElementKind<Value>, description: string, element?: string) {
  return <Name extends string>(
    prototype: HoldsElements & Readonly<Record<Name, Value | null>>,
    name: Name,
  ): void => {
    Object.defineProperty(prototype, name, {
      // Labels put a guard before it.
      configurable: true,
      get(this: HoldsElements) {
        return kind.read(this.elements[element ?? name]);
      },
    });
    Field(kind.type, { nullable: true, description })(prototype, name);
  };
}
