import { describe, expect, it } from '@jest/globals';
import { mainlandIdCheckCharacter, parseMainlandId } from './mainland-id.js';

describe('parseMainlandId', () => {
  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['440524188001010014', '440524188001010014'],
    ['440300197506300001', '440300197506300001'],
    ['110105 19491231 002X', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ])('reads %j as %s', (text, expected) => {
    expect(parseMainlandId(text)).toBe(expected);
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['15 digits, the form before 1999', '110105491231002'],
    ['a letter inside', '1101051949123100AX'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseMainlandId(text)).toBeNull();
  });

  it('refuses a birth date that is not in the calendar, whatever its check character', () => {
    const body = '44030019750230000';
    expect(parseMainlandId(`${body}${mainlandIdCheckCharacter(body)}`)).toBeNull();
  });
});
