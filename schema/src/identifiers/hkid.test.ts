import { describe, expect, it } from '@jest/globals';
import { hkidCheckDigit, parseHkid } from './hkid.js';

describe('parseHkid', () => {
  it.each([
    ['A123456(3)', 'A123456(3)'],
    ['E364912(5)', 'E364912(5)'],
    ['AB987654(3)', 'AB987654(3)'],
    ['ZZ000001(8)', 'ZZ000001(8)'],
    ['Z000001(A)', 'Z000001(A)'],
    ['A1234563', 'A123456(3)'],
    ['a123456(3)', 'A123456(3)'],
    ['z000001(a)', 'Z000001(A)'],
    [' A 123456 (3) ', 'A123456(3)'],
    ['Ａ１２３４５６（３）', 'A123456(3)'],
    ['ｚｚ０００００１８', 'ZZ000001(8)'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseHkid(text)).toBe(expected);
  });

  it.each([
    ['a wrong check digit', 'A123456(4)'],
    ['a wrong check letter', 'A123456(A)'],
    ['no check digit', 'A123456'],
    ['half a bracket', 'A123456(3'],
    ['too few digits', 'A12345(3)'],
    ['three letters', 'ABC123456(3)'],
    ['no letter', '1234567(8)'],
    ['something before it', 'HKID A123456(3)'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseHkid(text)).toBeNull();
  });

  it('notices every single wrong digit', () => {
    for (const position of [1, 2, 3, 4, 5, 6]) {
      const body = 'A123456';
      const other = (Number(body.charAt(position)) + 1) % 10;
      const changed = `${body.slice(0, position)}${other}${body.slice(position + 1)}`;
      expect(parseHkid(`${changed}(${hkidCheckDigit(body)})`)).toBeNull();
    }
  });
});
