import { describe, expect, it } from '@jest/globals';
import { IdentityBook } from './identity-book.js';
import type { Described, Registry } from './identity-book.js';
import { isSameByIdentifier, isSameBySource, profileOf } from './person-profile.js';
import type { Profile } from './person-profile.js';

const SAME = { byIdentifier: isSameByIdentifier, bySource: isSameBySource };

const nobody: Registry<Profile> = {
  idOfSource: () => null,
  idsByIdentifier: () => [],
  profileOf: () => {
    throw new Error('Expected nobody to be looked up');
  },
};

function described(id: string, born: string, number?: string): Described<Profile> {
  const identifiers = number === undefined ? [] : [{ system: 'urn:invented', value: number }];
  const profile = profileOf({ birthDate: born, names: ['Invented Ying'], identifiers });
  return { source: { namespace: 'urn:source', id }, identifiers, profile };
}

describe('IdentityBook', () => {
  it('gives one id to one person under two ids', () => {
    const book = new IdentityBook(nobody, SAME);
    const first = book.identify(described('Patient/1', '1980-01-02', '7'));
    const second = book.identify(described('Patient/2', '1980-01-02', '7'));
    expect(first).toMatchObject({ isNew: true, isKeptApart: false });
    expect(second).toMatchObject({ id: first.id, isNew: false, isKeptApart: false });
  });

  it('keeps two people of one id apart, and remembers each by a source of their own', () => {
    const book = new IdentityBook(nobody, SAME);
    const first = book.identify(described('Patient/1', '1980-01-02'));
    const second = book.identify(described('Patient/1', '1999-09-09'));
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ isNew: true, isKeptApart: true, source: { id: 'Patient/1~2' } });
    expect(book.identify(described('Patient/1', '1999-09-09')).id).toBe(second.id);
    expect(book.ofSource({ namespace: 'urn:source', id: 'Patient/1' })).toBeNull();
  });

  it('keeps two people of one identifier apart', () => {
    const book = new IdentityBook(nobody, SAME);
    const first = book.identify(described('Patient/1', '1980-01-02', '7'));
    const second = book.identify(described('Patient/2', '1999-09-09', '7'));
    expect(second.id).not.toBe(first.id);
    expect(book.withIdentifier('urn:invented', '7')).toEqual([first.id, second.id]);
  });

  it('finds whom an earlier import took', () => {
    const known = described('Patient/1', '1980-01-02', '7');
    const registry: Registry<Profile> = {
      idOfSource: ({ id }) => (id === 'Patient/1' ? 'p-1' : null),
      idsByIdentifier: (_, value) => (value === '7' ? ['p-1'] : []),
      profileOf: () => known.profile,
    };
    const book = new IdentityBook(registry, SAME);
    expect(book.identify(described('Patient/9', '1980-01-02', '7'))).toMatchObject({
      id: 'p-1',
      isNew: false,
      source: { id: 'Patient/9' },
    });
    expect(book.identify(described('Patient/1', '1980-01-02')).id).toBe('p-1');
  });
});
