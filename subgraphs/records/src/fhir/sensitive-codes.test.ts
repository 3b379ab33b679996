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

  it.each([
    ['042', ['HIV']],
    ['V08', ['HIV']],
    ['296.20', ['MENTAL_HEALTH']],
    ['29620', ['MENTAL_HEALTH']],
    ['E950.0', ['MENTAL_HEALTH']],
    ['E967.0', ['DOMESTIC_VIOLENCE']],
    ['291.0', ['MENTAL_HEALTH', 'SUBSTANCE_USE']],
    ['305.00', ['SUBSTANCE_USE']],
    ['305.1', []],
    ['635.90', ['SEXUAL_AND_REPRODUCTIVE_HEALTH']],
    ['V25.09', ['SEXUAL_AND_REPRODUCTIVE_HEALTH']],
    ['250.00', []],
    ['E885.9', []],
  ])('find the ICD-9-CM code %s under %j', (code, topics) => {
    expect(topicsOfCode({ system: 'http://hl7.org/fhir/sid/icd-9-cm', code })).toEqual(topics);
  });
});
