/** Data types that several subgraphs share, as kinds of elements. */
import { CodeableConcept, Coding, Identifier, Period } from '@causeway/schema/datatypes';
import { objectOf } from '../../fhir/elements.js';
import type { Element } from '../../fhir/elements.js';
import { list } from './element.js';
import type { ElementKind } from './element.js';
import { dateTime, text } from './primitives.js';

/** A code of a terminology. */
export const coding: ElementKind<Coding> = {
  type: () => Coding,
  read: fromObject(({ system, version, code, display }) => ({
    system: text.read(system),
    version: text.read(version),
    code: text.read(code),
    display: text.read(display),
  })),
};

/** A concept by codes, text or both. */
export const concept: ElementKind<CodeableConcept> = {
  type: () => CodeableConcept,
  read: fromObject(({ coding: codes, text: words }) => ({
    coding: list(coding).read(codes)?.slice() ?? null,
    text: text.read(words),
  })),
};

/** Several concepts. */
export const concepts = list(concept);

/** A span of time. */
export const period: ElementKind<Period> = {
  type: () => Period,
  read: fromObject(({ start, end }) => ({ start: dateTime.read(start), end: dateTime.read(end) })),
};

/** A business identifier. */
export const identifier: ElementKind<Identifier> = {
  type: () => Identifier,
  read: fromObject(({ use, type, system, value }) => ({
    use: text.read(use),
    type: concept.read(type),
    system: text.read(system),
    value: text.read(value),
  })),
};

/** Several business identifiers. */
export const identifiers = list(identifier);

function fromObject<Value>(make: (object: Element) => Value): (json: unknown) => Value | null {
  return (json) => {
    const object = objectOf(json);
    return object === null ? null : make(object);
  };
}
