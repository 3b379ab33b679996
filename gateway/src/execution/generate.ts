/**
 * Makes a function of JavaScript source in which the given names stand for the given values. It is the one place where
 * code is generated: sources hold names of the graph, which are letters, digits and underscores, as quoted texts alone,
 * and never anything of a request or an answer.
 */
export function generate(values: Readonly<Record<string, unknown>>, source: string): unknown {
  const make = new Function(...Object.keys(values), `"use strict";\n${source}`) as (
    ...given: readonly unknown[]
  ) => unknown;
  return make(...Object.values(values));
}

/** The key of an object literal; `__proto__` is one like any other. */
export function keyCode(key: string): string {
  return key === '__proto__' ? '["__proto__"]' : JSON.stringify(key);
}
