import { describe, expect, it } from '@jest/globals';
import { OptionsError, readOptions } from './options.js';

describe('readOptions', () => {
  it('measures everything, at 1, 16 and 64 connections, where nothing is said', () => {
    expect(readOptions([])).toEqual({
      ...{ rows: null, operations: ['small', 'medium', 'large'], connections: [1, 16, 64] },
      ...{ rounds: 5, seconds: 2, profile: null, markdown: null },
    });
  });

  it('takes what is said before what is usual, in a quick run too', () => {
    const options = readOptions(['--quick', '--rows', 'bare, causeway', '--seconds', '0.5']);
    expect(options).toMatchObject({
      ...{ rows: ['bare', 'causeway'], connections: [64], rounds: 1, seconds: 0.5 },
    });
  });

  it.each([
    { args: ['--operations', 'huge'] },
    { args: ['--connections', '0'] },
    { args: ['--rounds', 'many'] },
    { args: ['--fast'] },
  ])('refuses $args', ({ args }) => {
    expect(() => readOptions(args)).toThrow(OptionsError);
  });
});
