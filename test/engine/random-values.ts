/** What random operations give: variables, their values, and literals. What has to be coerced is most of it. */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** The definitions of variables, by their names. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  yes: 'Boolean!',
  no: 'Boolean!',
  byDefault: 'Boolean = true',
  first: 'Int',
  id: 'ID!',
  kind: 'PortKind!',
  kinds: '[PortKind!] = RIVER',
  range: 'Range! = {max: 5}',
  filter: 'PortFilter',
  level: 'Float = 2',
  raw: 'Manifest',
};

/** What variables are given: what has to be coerced, and, seldom, what cannot be. */
export const GIVEN = {
  yes: fc.boolean(),
  no: fc.boolean(),
  byDefault: fc.boolean(),
  first: fc.constantFrom<unknown>(0, 1, 5, null),
  id: fc.constantFrom<unknown>('p1', 'p2', 's1', 's3', 'nowhere', 7),
  kind: fc.constantFrom('SEA', 'RIVER'),
  kinds: fc.constantFrom<unknown>('SEA', ['RIVER'], [], null),
  range: fc.constantFrom<unknown>({}, { min: 3 }, { max: 4 }, { min: 0, max: null }),
  filter: oneOfMostly(
    [{}, null, { kinds: 'RIVER', names: 'a' }, { names: [['a'], []], not: { depth: { max: 1 } } }],
    [
      { raw: { __proto__: null, constructor: [1, { of: null }] } },
      { kinds: ['LAKE'] },
      { none: 1 },
    ],
  ),
  level: oneOfMostly([1, 2.5, null], ['high']),
  raw: fc.constantFrom<unknown>(null, 'x', [1, [2]], { a: { b: null } }),
};

function oneOfMostly(often: readonly unknown[], seldom: readonly unknown[]): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...often), weight: 9 },
    { arbitrary: fc.constantFrom(...seldom), weight: 1 },
  );
}

/** Values for arguments, by the name of the argument. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  id: ['"p1"', '"p2"', '"s1"', '"s2"', '"nowhere"', '$id'],
  name: ['"Renamed"', '"storm"'],
  minDepth: ['0', '13', 'null', '$first'],
  first: ['0', '1', '2', '$first'],
  language: ['"zh"', '"en"', '"de"'],
  loud: ['true', 'false', '$yes'],
  filter: [
    '{}',
    'null',
    '$filter',
    '{ kinds: RIVER, names: "a" }',
    '{ kinds: [$kind, SEA], depth: { min: 4 } }',
    '{ depth: $range, raw: $raw, not: { kinds: null } }',
    '{ raw: { a: [1, "b", SEA, { c: null }] }, not: $filter }',
  ],
  kinds: ['SEA', '[RIVER, null]', '[]', 'null', '$kinds', '[$kind]', '$kind'],
  level: ['3', '0.5', 'null', '$level'],
  code: ['7', '"x"', '$id'],
  flags: ['false', '[$yes, true]', 'null', '[]', '$byDefault'],
};
