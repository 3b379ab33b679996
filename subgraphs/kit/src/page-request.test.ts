import { describe, expect, it } from '@jest/globals';
import { encodeCursor } from './cursor.js';
import { pageRequest } from './page-request.js';
import type { PageArgs } from './page-request.js';

const SHAPE = ['number', 'text'] as const;
const request = (args: PageArgs) => pageRequest(args, SHAPE);

describe('pageRequest', () => {
  it.each<[string, PageArgs, 'forward' | 'backward', number]>([
    ['20 items from the start by default', {}, 'forward', 20],
    ['the default where arguments are null', { first: null, last: null }, 'forward', 20],
    ['the first of a list', { first: 1 }, 'forward', 1],
    ['at most 100 from the start', { first: 100 }, 'forward', 100],
    ['the last of a list', { last: 100 }, 'backward', 100],
  ])('asks for %s', (_case, args, direction, limit) => {
    expect(request(args)).toEqual({ direction, limit, after: null, before: null });
  });

  it('reads both bounds from their cursors', () => {
    const args = { last: 5, after: encodeCursor([1, 'a']), before: encodeCursor([2, 'b']) };
    expect(request(args)).toMatchObject({ after: [1, 'a'], before: [2, 'b'] });
  });

  it.each<[string, PageArgs, RegExp]>([
    ['no items', { first: 0 }, /Expected `first` from 1 to 100, got 0/],
    ['fewer than none', { last: -1 }, /Expected `last` from 1 to 100, got -1/],
    ['more than 100 items', { first: 101 }, /Expected `first` from 1 to 100, got 101/],
    ['both ends', { first: 1, last: 1 }, /Expected `first` or `last`, got both/],
    ['a bad cursor after', { after: 'x' }, /Expected a cursor/],
    ['a bad cursor before', { before: 'x' }, /Expected a cursor/],
    ['the cursor of another list', { after: encodeCursor(['a', 1]) }, /Expected a cursor/],
  ])('refuses %s as bad input', (_case, args, message) => {
    expect(() => request(args)).toThrow(message);
    expect(() => request(args)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});
