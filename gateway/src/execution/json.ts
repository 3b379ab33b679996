/** A value of parsed JSON. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object of parsed JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a parsed value is an object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of a parsed object; undefined where there is none, whatever its prototype holds. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
