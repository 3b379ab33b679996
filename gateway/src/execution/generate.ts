/**
 * Makes a function of JavaScript source in which the given names stand for the given values. It is the one place where
 * code is generated. Sources hold names of the graph and the response keys of a client's operation, of which the grammar lets
 * none be anything but letters, digits and underscores; they stand there as quoted texts alone (`JSON.stringify`), so that
 * none could be code even if it were anything else. Nothing of variables or of an answer is ever in them.
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
