import { describe, expect, it } from '@jest/globals';
import type { Permit } from '@causeway/schema';
import { RARE_FACETS, isFacetDemand } from './facets.js';
import { meets } from './refusal.js';
import { permit } from './testing/records.js';

const { code, author } = RARE_FACETS;

describe('a permit judges', () => {
  it.each<readonly [string, Partial<Permit>, readonly string[]]>([
    ['by neither', {}, []],
    ['by neither, for exclusions of other things', { exclusions: [{ records: ['r-1'] }] }, []],
    ['by code', { exclusions: [{}, { code: [{ system: 's', code: 'c' }] }] }, [code]],
    ['by author', { exclusions: [{ authoredBy: ['clinic'] }] }, [author]],
    ['by author, for what is its own', { authorOrganization: 'clinic' }, [author]],
    [
      'by what an exception names',
      { exclusions: [{ except: [{ records: [] }, { code: [], authoredBy: [] }] }] },
      [code, author],
    ],
    ['by what an exception need not name', { exclusions: [{ except: [{}] }] }, []],
  ])('%s: %#', (_name, changes, expected) => {
    const met = [code, author].filter((demand) => meets(permit(changes), demand));
    expect(met).toEqual(expected);
  });
});

describe('a demand', () => {
  it.each([
    [code, true],
    [author, true],
    ['PERSON', false],
    ['@domestic', false],
  ])('%s is of a facet: %s', (demand, expected) => {
    expect(isFacetDemand(demand)).toBe(expected);
  });
});
