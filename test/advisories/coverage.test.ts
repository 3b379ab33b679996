import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IDENTIFIERS } from './identifiers.js';

const HERE = new URL('./', import.meta.url);

const SOURCES = readdirSync(HERE)
  .filter((name) => name.endsWith('.test.ts') && name !== 'coverage.test.ts')
  .map((name) => readFileSync(new URL(name, HERE), 'utf8'));

/** The names of tests, from `it('…'`, `it.each(…)('…'` and their like. */
const NAMES = SOURCES.flatMap((source) =>
  [...source.matchAll(/\bit(?:\.each[^]*?\))?\(\s*(['"`])((?:(?!\1)[^])+)\1,/g)].map(
    ([, , name = '']) => name,
  ),
);

/** What a name begins with: identifiers, parted by commas, before a colon. */
const identifiersOf = (name: string): readonly string[] => {
  const known = IDENTIFIERS.find(
    (identifier) => identifier.includes(': ') && name.startsWith(identifier),
  );
  return known === undefined ? (name.split(': ')[0]?.split(', ') ?? []) : [known];
};

describe('the tests by the places where others broke', () => {
  it('are each named by what they are about', () => {
    const unknown = NAMES.filter(
      (name) => !identifiersOf(name).every((identifier) => IDENTIFIERS.includes(identifier)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(IDENTIFIERS)('has one for %s', (identifier) => {
    expect(NAMES.filter((name) => identifiersOf(name).includes(identifier))).not.toEqual([]);
  });
});
