/** The result under construction: objects whose keys are the engine's own response keys. */
import type { Json } from './json.js';

/** The runtime type of a result object. */
export const TYPE: unique symbol = Symbol('type');

/** What the host read of a record. */
export const FACTS: unique symbol = Symbol('facts');

/** An object of the result. */
export interface ResultObject {
  [TYPE]: string;
  [FACTS]?: unknown;
  [key: string]: ResultValue | undefined;
}

/** What objects of the result inherit: nothing, so that a key is either their own or not there. */
export const NO_PROTOTYPE: object = Object.freeze(Object.create(null) as object);

/** An object of the result without fields. */
export function newResultObject(type: string): ResultObject {
  const object = Object.create(NO_PROTOTYPE) as ResultObject;
  object[TYPE] = type;
  return object;
}

/** A value of the result. */
export type ResultValue = Json | ResultObject | ResultValue[] | FieldFailure;

/** A field that failed: its error is answered at the place where the client sees the field. */
export class FieldFailure {
  readonly code: string;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    this.code = code;
    this.message = message;
    this.extensions = extensions;
  }
}

/** A field that is null without an error, as if there were nothing; never a field that allows no null. */
export const UNSAID_FAILURE = new FieldFailure('UNSAID', 'Nothing is said');

/** Whether a value of the result is an object with fields. */
export function isResultObject(value: ResultValue | undefined): value is ResultObject {
  return typeof value === 'object' && value !== null && TYPE in value;
}
