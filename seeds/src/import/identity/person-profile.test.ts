import { describe, expect, it } from '@jest/globals';
import {
  isSameByIdentifier,
  isSameBySource,
  matchableIdentifiers,
  profileOf,
} from './person-profile.js';
import type { Profile } from './person-profile.js';

interface Parts {
  readonly born?: string;
  readonly gender?: string;
  readonly names?: readonly string[];
  readonly numbers?: readonly string[];
}

const person = ({ born, gender, names = ['Invented Ying'], numbers = [] }: Parts): Profile =>
  profileOf({
    birthDate: born ?? null,
    gender: gender ?? null,
    names,
    identifiers: numbers.map((value) => ({ system: 'urn:invented', value })),
  });

describe('isSameByIdentifier', () => {
  it.each<[string, Parts, Parts, boolean]>([
    [
      'one birth date, whatever the names',
      { born: '1980-01-02' },
      { born: '1980-01-02', names: ['Other'] },
      true,
    ],
    ['one name, no birth date', {}, {}, true],
    ['one name in another writing', { names: ['INVENTED,  Ying'] }, {}, true],
    ['nothing but the identifier', { names: [] }, { names: [] }, true],
    ['a partial date within', { born: '1980' }, { born: '1980-01-02' }, true],
    ['another birth date', { born: '1980-01-02' }, { born: '1992-01-02' }, false],
    ['another name and only a year', { born: '1980' }, { born: '1980', names: ['Other'] }, false],
    ['another gender', { gender: 'male' }, { gender: 'female' }, false],
    ['a gender that is not known', { gender: 'male' }, { gender: 'unknown' }, true],
  ])('%s', (_, one, other, expected) => {
    expect(isSameByIdentifier(person(one), person(other))).toBe(expected);
    expect(isSameByIdentifier(person(other), person(one))).toBe(expected);
  });
});

describe('isSameBySource', () => {
  it.each<[string, Parts, Parts, boolean]>([
    ['one name', {}, {}, true],
    [
      'one birth date under two names',
      { born: '1980-01-02' },
      { born: '1980-01-02', names: ['Other'] },
      false,
    ],
    ['other numbers of one system', { numbers: ['1'] }, { numbers: ['2'] }, false],
    ['a number in common', { numbers: ['1', '2'] }, { numbers: ['2'] }, true],
    ['traditional and simplified characters', { names: ['陳大文'] }, { names: ['陈大文'] }, false],
  ])('%s', (_, one, other, expected) => {
    expect(isSameBySource(person(one), person(other))).toBe(expected);
  });
});

describe('matchableIdentifiers', () => {
  it('takes none without a system or a value, and none that is temporary', () => {
    const identifiers = [
      { value: '1' },
      { system: 'urn:invented' },
      { system: 'urn:invented', value: '2', use: 'temp' },
      { system: 'urn:invented', value: '3' },
    ];
    expect(matchableIdentifiers(identifiers)).toEqual([{ system: 'urn:invented', value: '3' }]);
  });
});
