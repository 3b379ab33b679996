import { describe, expect, it } from '@jest/globals';
import { parseHkid, parseResidencePermit } from '@causeway/schema';
import { idOf, inventedHkid, inventedResidencePermit } from './identifiers.js';

describe('idOf', () => {
  it('is the same UUID of version 4 for the same name, for ever', () => {
    expect(idOf('patient/chan-tai-man')).toBe('4c44a0ec-ecff-4756-a2bf-358758983435');
    expect(idOf('patient/chan-tai-man')).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it('differs for other names', () => {
    expect(idOf('patient/a')).not.toBe(idOf('patient/b'));
  });
});

describe('invented numbers', () => {
  it.each([
    [1, 'ZZ000001(8)'],
    [2, 'ZZ000002(6)'],
    [3, 'ZZ000003(4)'],
    [4, 'ZZ000004(2)'],
    [5, 'ZZ000005(0)'],
  ])('have a right check digit: card %d is %s', (serial, expected) => {
    expect(inventedHkid(serial)).toBe(expected);
    expect(parseHkid(expected)).toBe(expected);
  });

  it('have a right check character: residence permit', () => {
    expect(inventedResidencePermit('1950-01-01')).toBe('810000195001010002');
    expect(parseResidencePermit(inventedResidencePermit('1961-04-18'))?.origin).toBe('HK');
  });
});
