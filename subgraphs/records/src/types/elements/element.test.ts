import { describe, expect, it } from '@jest/globals';
import { concept, identifier, period } from './concepts.js';
import { list } from './element.js';
import type { ElementKind } from './element.js';
import { date, dateTime, decimal, flag, integer, text } from './primitives.js';

const WORD = { coding: [{ system: 'urn:a', version: null, code: '1', display: null }], text: null };

describe('an element', () => {
  it.each<[string, ElementKind<unknown>, unknown, unknown]>([
    ['a text', text, 'active', 'active'],
    ['an empty text', text, '', null],
    ['a number for a text', text, 5, null],
    ['an object for a text', text, { value: 'x' }, null],
    ['true', flag, true, true],
    ['a word for true', flag, 'true', null],
    ['a whole number', integer, -7, -7],
    ['a fraction for a whole number', integer, 1.5, null],
    ['a whole number beyond 32 bits', integer, 2 ** 31, null],
    ['a decimal', decimal, 6.5, 6.5],
    ['a text for a decimal', decimal, '6.5', null],
    ['a date', date, '2024-02', '2024-02'],
    ['an instant for a date', date, '2024-02-01T00:00:00Z', null],
    ['a day that does not exist', date, '2024-02-30', null],
    ['a date for a dateTime', dateTime, '2024', '2024'],
    ['an instant', dateTime, '2024-02-01T00:00:00+08:00', '2024-02-01T00:00:00+08:00'],
    ['words for a dateTime', dateTime, 'last spring', null],
    ['a concept', concept, { coding: [{ system: 'urn:a', code: '1', userSelected: true }] }, WORD],
    [
      'a concept whose codings are none',
      concept,
      { coding: ['1', null], text: 'x' },
      { coding: null, text: 'x' },
    ],
    ['a text for a concept', concept, 'x', null],
    ['a list for a concept', concept, [{ text: 'x' }], null],
    [
      'a period with a bad end',
      period,
      { start: '2024', end: 'soon' },
      { start: '2024', end: null },
    ],
    [
      'an identifier',
      identifier,
      { system: 'urn:a', value: '7' },
      { use: null, type: null, system: 'urn:a', value: '7' },
    ],
    ['nothing', concept, undefined, null],
    ['a list', list(text), ['a', 'b'], ['a', 'b']],
    ['a list with gaps', list(text), ['a', null, 5, 'b'], ['a', 'b']],
    ['an empty list', list(text), [], null],
    ['one for a list', list(text), 'a', ['a']],
    ['nothing for a list', list(text), undefined, null],
  ])('reads %s', (_case, kind, json, value) => {
    expect(kind.read(json)).toEqual(value);
  });
});
