import { describe, expect, it } from '@jest/globals';
import { linkTermsOf } from './link-terms.js';
import { readSettings } from './settings.js';

describe('the terms of links', () => {
  it.each([
    [{}, { linkBase: 'http://localhost:4000' }],
    [{ PORT: '4100' }, { linkBase: 'http://localhost:4100' }],
    [{ PORT: '0' }, {}],
    [{ CAUSEWAY_PUBLIC_URL: 'https://causeway.example' }, { linkBase: 'https://causeway.example' }],
    [{ PORT: '0', CAUSEWAY_MAX_ENCOUNTER_DURATION: 'PT8H' }, { maxEncounterDuration: 'PT8H' }],
  ])('by %j are %j', (environment, terms) => {
    expect(linkTermsOf(readSettings(environment))).toEqual(terms);
  });
});
