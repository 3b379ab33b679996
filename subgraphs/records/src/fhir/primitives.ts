/**
 * The primitive types of FHIR R4: what JSON value each takes.
 *
 * @see https://hl7.org/fhir/R4/datatypes.html#primitive
 */
import { earliestInstant } from '@causeway/schema';

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const integerFrom =
  (least: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least;

const isString: Check = (value) => typeof value === 'string' && /\S/.test(value);

const isUri = matches(/^\S+$/);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const isDateTime: Check = (value) => typeof value === 'string' && earliestInstant(value) !== null;

const CHECKS: Readonly<Record<string, Check>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: integerFrom(-2_147_483_648),
  unsignedInt: integerFrom(0),
  positiveInt: integerFrom(1),
  decimal: (value) => typeof value === 'number',
  string: isString,
  markdown: isString,
  xhtml: isString,
  uri: isUri,
  url: isUri,
  canonical: isUri,
  oid: matches(/^urn:oid:[0-2](\.(0|[1-9]\d*))+$/),
  uuid: matches(/^urn:uuid:[0-9a-f-]{36}$/),
  id: matches(/^[A-Za-z0-9.-]{1,64}$/),
  code: matches(/^\S+(\s\S+)*$/),
  // White space between the characters occurs in R4's own examples; a reader strips it.
  base64Binary: matches(/^[0-9A-Za-z+/=\s]*$/),
  date: (value) => isDateTime(value) && !String(value).includes('T'),
  dateTime: isDateTime,
  instant: (value) => matches(INSTANT)(value) && isDateTime(value),
  time: matches(/^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?$/),
};

/** Whether the name is that of a primitive type. */
export function isPrimitive(type: string): boolean {
  return Object.hasOwn(CHECKS, type);
}

/** Whether a JSON value is one of the primitive type. */
export function isOfPrimitive(type: string, value: unknown): boolean {
  return CHECKS[type]?.(value) ?? false;
}
