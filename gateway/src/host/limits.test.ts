import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { OWN_CODE, limitsRule } from './limits.js';

const SCHEMA = buildSchema('type Query { a: Query b: String }');
const LIMITS = { depth: 3, aliases: 2, rootFields: 2, directives: 2, selections: 5, tokens: 1_000 };

const problems = (text: string): readonly string[] =>
  validate(SCHEMA, parse(text), [limitsRule(LIMITS)]).map(({ message, extensions }) => {
    expect(extensions[OWN_CODE]).toBe('OPERATION_TOO_COMPLEX');
    return message;
  });

describe('the limits of an operation', () => {
  it.each([
    ['levels', '{ a { a { b } } }'],
    ['aliases', '{ x: b y: b }'],
    ['aliases that change nothing', '{ b: b a { b: b } }'],
    ['root fields', '{ b a { b } }'],
    ['directives', '{ b @skip(if: false) @include(if: true) }'],
    ['fields', '{ a { a { b } b } b }'],
    ['levels in fragments', '{ ...F } fragment F on Query { a { a { b } } }'],
    ['levels in inline fragments', '{ ... on Query { a { ... { a { b } } } } }'],
  ])('leave room for as many %s as they say', (_what, text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['levels of fields', '{ a { a { a { b } } } }', 3, 4],
    ['levels of fields', '{ a { ...F } } fragment F on Query { a { a { b } } }', 3, 4],
    ['levels of fields', '{ a { ... { a { a { b } } } } }', 3, 4],
    ['aliases', '{ a { x: b y: b z: b } }', 2, 3],
    ['aliases', '{ ...F ...F } fragment F on Query { x: b y: b }', 2, 4],
    ['fields', '{ a { b } ...F } fragment F on Query { a { b } a { b } }', 5, 6],
    ['root fields', '{ b b b }', 2, 3],
    ['directives on a field', '{ b @skip(if: false) @skip(if: false) @skip(if: false) }', 2, 3],
  ])('refuse more %s: %s', (what, text, limit, got) => {
    expect(problems(text)).toEqual([
      `Expected an operation with at most ${limit} ${what}, got ${got}; ask for less at a time`,
    ]);
  });

  it('leave fragments that are not there, or that turn in circles, to other rules', () => {
    expect(problems('{ ...Nowhere }')).toEqual([]);
    expect(
      problems('{ ...F } fragment F on Query { b ...G } fragment G on Query { b ...F }'),
    ).toEqual([]);
  });

  it('measure fragments that multiply without expanding them', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { b }`;
    expect(problems(text)).toEqual([expect.stringContaining('at most 5 fields')]);
  });
});
