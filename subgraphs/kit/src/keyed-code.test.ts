import { describe, expect, it } from '@jest/globals';
import {
  codeIn,
  digestOfCode,
  digestOfKey,
  isCodeOf,
  isKey,
  newCode,
  newKey,
} from './keyed-code.js';

describe('a key', () => {
  it('is 256 random bits', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(new Set(keys).size).toBe(100);
    expect(keys.every(isKey)).toBe(true);
    expect(Buffer.from(newKey(), 'base64url')).toHaveLength(32);
  });

  it('is found by a digest that does not tell it', () => {
    const key = newKey();
    expect(digestOfKey(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOfKey(key)).toBe(digestOfKey(key));
    expect(digestOfKey(newKey())).not.toBe(digestOfKey(key));
  });
});

describe('a code', () => {
  it('is eight random digits, those that begin with zero too', () => {
    const codes = Array.from({ length: 1_000 }, newCode);
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(990);
  });

  it.each([
    ['12345678', '12345678'],
    [' 1234 5678 ', '12345678'],
    ['1234-5678', '12345678'],
    ['１２３４５６７８', '12345678'],
    ['1234567', null],
    ['123456789', null],
    ['1234567a', null],
    ['', null],
  ])('in “%s” is %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it('is the right one under its own key alone', () => {
    const [key, code] = [newKey(), '01234567'];
    const digest = digestOfCode(key, code);
    expect(isCodeOf(digest, key, code)).toBe(true);
    expect(isCodeOf(digest, key, '01234568')).toBe(false);
    expect(isCodeOf(digest, newKey(), code)).toBe(false);
    expect(isCodeOf({ ...digest, salt: 'another' }, key, code)).toBe(false);
    expect(isCodeOf({ ...digest, digest: '' }, key, code)).toBe(false);
  });

  it('is digested otherwise each time', () => {
    const key = newKey();
    expect(digestOfCode(key, '01234567')).not.toEqual(digestOfCode(key, '01234567'));
  });
});
