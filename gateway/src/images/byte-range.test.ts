import { describe, expect, it } from '@jest/globals';
import { byteRange } from './byte-range.js';

const WHOLE = { kind: 'WHOLE', start: 0, end: 100 };
const UNSATISFIABLE = { kind: 'UNSATISFIABLE' };
const part = (start: number, end: number) => ({ kind: 'PART', start, end });

describe('byteRange', () => {
  it.each([
    [undefined, WHOLE],
    ['bytes=0-', part(0, 100)],
    ['bytes=0-0', part(0, 1)],
    ['bytes=10-19', part(10, 20)],
    ['bytes=10-1000', part(10, 100)],
    ['bytes=-10', part(90, 100)],
    ['bytes=-1000', part(0, 100)],
    ['bytes=99-', part(99, 100)],
    ['bytes=100-', UNSATISFIABLE],
    ['bytes=-0', UNSATISFIABLE],
    // What is no single range of bytes is no range at all.
    ['bytes=-', WHOLE],
    ['bytes=9-3', WHOLE],
    ['bytes=0-1,5-6', WHOLE],
    ['items=0-1', WHOLE],
    ['bytes=a-b', WHOLE],
  ])('of 100 bytes, %s', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });
});
