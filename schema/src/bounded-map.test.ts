import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.js';

const texts = (capacity: number) =>
  new BoundedMap<string, string>({ capacity, sizeOf: (value) => value.length });

const keysOf = (map: BoundedMap<string, string>): readonly string[] =>
  ['a', 'b', 'c', 'd'].filter((key) => map.get(key) !== undefined);

describe('a bounded map', () => {
  it('lets the oldest make room', () => {
    const map = new BoundedMap<string, string>({ capacity: 2 });
    for (const key of ['a', 'b', 'c']) map.set(key, key);
    expect(keysOf(map)).toEqual(['b', 'c']);
    expect(map.size).toBe(2);
  });

  it('keeps what was used longer than what was only got', () => {
    const map = new BoundedMap<string, string>({ capacity: 2 });
    map.set('a', 'a');
    map.set('b', 'b');
    expect(map.get('b')).toBe('b');
    expect(map.use('a')).toBe('a');
    map.set('c', 'c');
    expect(keysOf(map)).toEqual(['a', 'c']);
  });

  it('counts what entries take, and drops as many as it must', () => {
    const map = texts(10);
    map.set('a', '1234');
    map.set('b', '1234');
    map.set('c', '123456789');
    expect(keysOf(map)).toEqual(['c']);
    expect(map.held).toBe(9);
  });

  it('counts an entry once that is set again', () => {
    const map = texts(10);
    map.set('a', '1234');
    map.set('a', '12');
    expect([map.size, map.held]).toEqual([1, 2]);
    map.delete('a');
    expect([map.size, map.held]).toEqual([0, 0]);
  });

  it('does not hold what is larger than itself, and drops nothing for it', () => {
    const map = texts(4);
    map.set('a', '12');
    map.set('b', '12345');
    expect(keysOf(map)).toEqual(['a']);
  });

  it('lets entries grow, the oldest at the cost of its place', () => {
    const map = texts(10);
    map.set('a', '1234');
    map.set('b', '1234');
    map.grow('b', 2);
    expect([keysOf(map), map.held]).toEqual([['a', 'b'], 10]);
    map.grow('b', 1);
    expect([keysOf(map), map.held]).toEqual([['b'], 7]);
    map.grow('unknown', 100);
    expect(map.held).toBe(7);
  });
});
