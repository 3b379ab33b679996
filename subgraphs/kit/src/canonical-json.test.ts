import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';
import type { JsonValue } from './canonical-json.js';

describe('canonicalJson', () => {
  it.each<[JsonValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [1e21, '1e+21'],
    ['陳 "大文"\n', '"陳 \\"大文\\"\\n"'],
    [[3, [], {}], '[3,[],{}]'],
    [{ b: 1, a: { d: null, c: [] } }, '{"a":{"c":[],"d":null},"b":1}'],
    // By UTF-16 code units: the surrogates of U+1F600 come before U+FB33.
    [
      { '\u{FB33}': 1, '\u{1F600}': 2, '\r': 3, '1': 4 },
      '{"\\r":3,"1":4,"\u{1F600}":2,"\u{FB33}":1}',
    ],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same text whatever the order of members', () => {
    expect(canonicalJson({ a: 1, b: { c: 2, d: 3 } })).toBe(
      canonicalJson({ b: { d: 3, c: 2 }, a: 1 }),
    );
  });
});
