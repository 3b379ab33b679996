import { describe, expect, it } from '@jest/globals';
import { comparableIdentifier } from './comparable.js';
import { IDENTIFIER_SYSTEMS } from './systems.js';

describe('comparableIdentifier', () => {
  it.each([
    ['a card number however it is typed', IDENTIFIER_SYSTEMS.hkid, 'ｚｚ0000018', 'ZZ000001(8)'],
    [
      'a Mainland number',
      IDENTIFIER_SYSTEMS.mainlandId,
      '11010519491231002x',
      '11010519491231002X',
    ],
    [
      'a residence permit',
      IDENTIFIER_SYSTEMS.residencePermit,
      '810000195001010002 ',
      '810000195001010002',
    ],
    [
      'a permit by its first nine characters',
      IDENTIFIER_SYSTEMS.homeReturnPermit,
      'H1234567801',
      'H12345678',
    ],
    ['a provider number', IDENTIFIER_SYSTEMS.hcpNumber, '1234 567 890', '1234567890'],
  ])('is the normal form of %s', (_, system, value, expected) => {
    expect(comparableIdentifier(system, value)).toBe(expected);
  });

  it('keeps a value that breaks its rule as it is, so that it equals only itself', () => {
    expect(comparableIdentifier(IDENTIFIER_SYSTEMS.hkid, ' a123456(9) ')).toBe('a123456(9)');
  });

  it('keeps the case of values whose rule is not known', () => {
    expect(comparableIdentifier('urn:oid:1.2.3', ' aB 1 ')).toBe('aB 1');
  });

  it('takes a system named like a property of every object for an unknown one', () => {
    expect(comparableIdentifier('constructor', 'x')).toBe('x');
  });
});
