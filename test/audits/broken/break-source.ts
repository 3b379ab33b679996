import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import type { Fault } from './faults.js';

const addressOf = ({ file }: Fault): URL => new URL(`../../../${file}`, import.meta.url);

/**
 * The text of a source file with a fault in it.
 *
 * @throws Error if what is to be changed does not stand in the file exactly once: a fault never comes to nothing
 */
export function brokenSource(fault: Fault): string {
  return fault.changes.reduce(
    (source, { text, by }) => {
      const parts = source.split(text);
      if (parts.length === 2) return parts.join(by);
      throw new Error(
        `Expected ${JSON.stringify(text)} once in ${fault.file}, got it ${parts.length - 1} times`,
      );
    },
    readFileSync(addressOf(fault), 'utf8'),
  );
}

/** Has this process load a source file with a fault in it. The file itself stays as it is. */
export function breakSource(fault: Fault): void {
  const { href } = addressOf(fault);
  const source = stripTypeScriptTypes(brokenSource(fault));
  registerHooks({
    load: (url, context, load) =>
      url === href ? { format: 'module', shortCircuit: true, source } : load(url, context),
  });
}
