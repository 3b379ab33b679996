import { describe, expect, it } from '@jest/globals';
import { parseHcpNumber } from './hcp-number.js';

describe('parseHcpNumber', () => {
  it.each([
    ['1234567890', '1234567890'],
    ['１２３４ ５６７８９０', '1234567890'],
    ['123456789', null],
    ['12345678901', null],
    ['A234567890', null],
  ])('reads %j as %j', (text, expected) => {
    expect(parseHcpNumber(text)).toBe(expected);
  });
});
