/** The primitive types of FHIR. @see https://hl7.org/fhir/R4/datatypes.html#primitive */
import { FhirDate, FhirDateTime } from '@causeway/schema/datatypes';
import { earliestInstant } from '@causeway/schema';
import { Float, Int } from 'type-graphql';
import { textOf } from '../../fhir/elements.js';
import type { ElementKind } from './element.js';

/** string, code, uri, id, markdown, time: what is text to a reader. */
export const text: ElementKind<string> = { type: () => String, read: textOf };

/** True or false. */
export const flag: ElementKind<boolean> = {
  type: () => Boolean,
  read: (json) => (typeof json === 'boolean' ? json : null),
};

/** A whole number of 32 bits, as FHIR and GraphQL both have it. */
export const integer: ElementKind<number> = {
  type: () => Int,
  read: (json) =>
    Number.isInteger(json) && Math.abs(Number(json)) < 2 ** 31 ? Number(json) : null,
};

/** A decimal number. */
export const decimal: ElementKind<number> = {
  type: () => Float,
  read: (json) => (typeof json === 'number' && Number.isFinite(json) ? json : null),
};

/** A date as precise as it is known. */
export const date: ElementKind<string> = {
  type: () => FhirDate,
  read: (json) => (isDateTime(json) && !json.includes('T') ? json : null),
};

/** dateTime and instant: a date or an instant, as precise as it is known. */
export const dateTime: ElementKind<string> = {
  type: () => FhirDateTime,
  read: (json) => (isDateTime(json) ? json : null),
};

function isDateTime(json: unknown): json is string {
  return typeof json === 'string' && earliestInstant(json) !== null;
}
