import { describe, expect, it } from '@jest/globals';
import { sensitiveCodes, topicsOfCode } from './sensitive-codes.js';
import { isWellFormed } from './well-formed.js';

const SYSTEMS = [
  ['SNOMED', 'http://snomed.info/sct'],
  ['LOINC', 'http://loinc.org'],
  ['RXNORM', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['ATC', 'http://www.whocc.no/atc'],
  ['CVX', 'http://hl7.org/fhir/sid/cvx'],
] as const;

describe('the value sets of sensitive codes', () => {
  it.each(SYSTEMS)('hold no code of %s that is misspelt', (name, system) => {
    const codes = sensitiveCodes(name);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !isWellFormed({ system, code }))).toEqual([]);
  });

  it.each(SYSTEMS.map(([name]) => name))('hold no code of %s twice', (name) => {
    const codes = sensitiveCodes(name);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([
    ['B20', ['HIV']],
    ['B24.9', ['HIV']],
    ['B25', []],
    ['Y07.01', ['DOMESTIC_VIOLENCE']],
    ['Z91.41', ['DOMESTIC_VIOLENCE']],
    ['Z9141', ['DOMESTIC_VIOLENCE']],
    ['F17.2', []],
  ])('find the ICD-10 code %s under %j', (code, topics) => {
    expect(topicsOfCode({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code })).toEqual(topics);
  });
});
