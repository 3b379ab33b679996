import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { decodeCursor, encodeCursor } from './cursor.js';

const SHAPE = ['number?', 'text'] as const;
const cursorOf = (text: string): string => Buffer.from(text).toString('base64url');

describe('encodeCursor', () => {
  it.each([
    ['a number and a text', [1_700_000_000_000, 'a1']],
    ['an absent number', [null, 'a1']],
    ['a text outside ASCII', [0, '陳大文']],
  ] as const)('gives a cursor that decodes to %s', (_case, keyset) => {
    expect(decodeCursor(encodeCursor(keyset), SHAPE)).toEqual(keyset);
  });

  it('holds the keyset and nothing else', () => {
    expect(Buffer.from(encodeCursor([5, 'a1']), 'base64url').toString()).toBe('[5,"a1"]');
  });
});

describe('decodeCursor', () => {
  it.each([
    ['an empty text', ''],
    ['a text that is no base64url', '%%%'],
    ['base64 with padding', Buffer.from('[1,"ab"]').toString('base64') + '=='],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe]).toString('base64url')],
    ['no JSON', cursorOf('[1,"a"')],
    ['JSON that is no array', cursorOf('{"0":1,"1":"a","length":2}')],
    ['null', cursorOf('null')],
    ['too few values', cursorOf('[1]')],
    ['too many values', cursorOf('[1,"a",2]')],
    ['values of another kind', cursorOf('["1","a"]')],
    ['a nested value', cursorOf('[1,["a"]]')],
    ['a number beyond the safe ones', cursorOf('[1e300,"a"]')],
    ['a fraction', cursorOf('[1.5,"a"]')],
    ['an absent text', cursorOf('[1,null]')],
  ])('refuses %s as bad input', (_case, cursor) => {
    const decode = (): unknown => decodeCursor(cursor, SHAPE);
    expect(decode).toThrow(GraphQLError);
    expect(decode).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
  });

  it('refuses an absent number where none may be absent', () => {
    expect(() => decodeCursor(cursorOf('[null]'), ['number'])).toThrow(/Expected a cursor/);
  });
});
