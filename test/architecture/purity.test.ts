import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import type { Linter as Lint } from 'eslint';
import tseslint from 'typescript-eslint';

const CONFIGURATION = fileURLToPath(new URL('../../eslint.config.js', import.meta.url));
const { default: configuration } = (await import(CONFIGURATION)) as { default: Lint.Config[] };

const IMPURE = [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'process.env',
  'globalThis.process',
  'fetch("http://127.0.0.1")',
  'setTimeout(() => 1)',
  'performance.now()',
  'crypto.randomUUID()',
  'AbortSignal.timeout(1)',
  'console.log(1)',
];

const PURE = ['new Date(instant)', 'Date.parse(text)', 'Date.UTC(2026, 0, 1)', 'Math.max(1, 2)'];

function complaints(expression: string, filename: string): readonly string[] {
  const text = `/** A value */\nexport const value = (instant: number, text: string) => [instant, text, ${expression}];\n`;
  // The rules that need types cannot run on a text alone; those that keep the core pure need none.
  const rules = [...configuration, tseslint.configs.disableTypeChecked as Lint.Config];
  return new Linter()
    .verify(text, rules, { filename })
    .map(({ ruleId, message }) => ruleId ?? message);
}

describe.each(['enforcement', 'execution'])('lint of %s', (floor) => {
  it.each(IMPURE)('refuses %s', (expression) => {
    expect(complaints(expression, `gateway/src/${floor}/planted.ts`)).toEqual([
      expect.stringMatching(/^no-(restricted-(globals|syntax)|console)$/),
    ]);
  });

  it.each(PURE)('takes %s', (expression) => {
    expect(complaints(expression, `gateway/src/${floor}/planted.ts`)).toEqual([]);
  });
});

describe('lint of the host', () => {
  it('lets the clock in', () => {
    expect(complaints('Date.now()', 'gateway/src/host/planted.ts')).toEqual([]);
  });
});
