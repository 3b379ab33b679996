import { describe, expect, it } from '@jest/globals';
import { parseHomeReturnPermit } from './home-return-permit.js';

describe('parseHomeReturnPermit', () => {
  it.each([
    ['H12345678', { number: 'H12345678', renewal: null }],
    ['H1234567801', { number: 'H12345678', renewal: '01' }],
    ['m1234567802', { number: 'M12345678', renewal: '02' }],
    ['Ｈ１２３４５６７８', { number: 'H12345678', renewal: null }],
    ['H1234 5678 01', { number: 'H12345678', renewal: '01' }],
  ])('reads %j', (text, expected) => {
    expect(parseHomeReturnPermit(text)).toEqual(expected);
  });

  it.each(['H1234567', 'H123456789', 'H12345678901', 'T12345678', '12345678', ''])(
    'refuses %j',
    (text) => {
      expect(parseHomeReturnPermit(text)).toBeNull();
    },
  );
});
