import { describe, expect, it } from '@jest/globals';
import { readHost } from './host-settings.js';

describe('readHost', () => {
  it('takes the lean host and the explorer’s origins where nothing is said', () => {
    expect(readHost({}, [])).toEqual({ kind: 'lean', origins: undefined });
  });

  it('takes a host, and origins of pages', () => {
    const origins = 'https://app.example, http://localhost:3000';
    expect(readHost({ CAUSEWAY_HOST: 'apollo', CAUSEWAY_ORIGINS: origins }, [])).toEqual({
      kind: 'apollo',
      origins: ['https://app.example', 'http://localhost:3000'],
    });
  });

  it('takes no origin at all', () => {
    expect(readHost({ CAUSEWAY_ORIGINS: '' }, [])).toMatchObject({ origins: [] });
  });

  it.each([
    ['CAUSEWAY_HOST', 'express', 'lean or apollo'],
    ['CAUSEWAY_HOST', '', 'lean or apollo'],
    ['CAUSEWAY_ORIGINS', '*', 'origins such as https://app.example'],
    ['CAUSEWAY_ORIGINS', 'https://app.example/', 'origins such as'],
    ['CAUSEWAY_ORIGINS', 'null', 'origins such as'],
    ['CAUSEWAY_ORIGINS', 'file:///a', 'origins such as'],
  ])('says what it expected of %s, got %j', (name, text, expected) => {
    const problems: string[] = [];
    readHost({ [name]: text }, problems);
    expect(problems).toEqual([expect.stringContaining(`${name}: expected ${expected}`)]);
    expect(problems[0]).toContain(JSON.stringify(text));
  });
});
