/** Shapes of JSON values that the gateway hands over, checked by hand: what is not shaped so is refused. */

/** Whether a value has a shape. */
export type Check = (value: unknown) => boolean;

/** A text. */
export const isText: Check = (value) => typeof value === 'string';

/** A text that is not empty. */
export const isFilledText: Check = (value) => typeof value === 'string' && value !== '';

/** A whole number from 0. */
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** True or false. */
export const isFlag: Check = (value) => typeof value === 'boolean';

/** One of the given words. */
export const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);

/** What has the shape, or null. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** What has the shape, where it is there at all. */
export const orLeftOut =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** A list of what has the shape. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object whose members have these shapes. */
export const shapeOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

/** Whether a value is an object with members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
