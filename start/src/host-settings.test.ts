import { describe, expect, it } from '@jest/globals';
import { readHost } from './host-settings.js';

describe('readHost', () => {
  it('takes the lean host and the explorer’s origins where nothing is said', () => {
    expect(readHost({}, [])).toEqual({ kind: 'lean', origins: undefined, hasExplorer: true });
  });

  it('takes a host, and origins of pages', () => {
    const origins = 'https://app.example, http://localhost:3000';
    expect(readHost({ CAUSEWAY_HOST: 'apollo', CAUSEWAY_ORIGINS: origins }, [])).toEqual({
      kind: 'apollo',
      origins: ['https://app.example', 'http://localhost:3000'],
      hasExplorer: true,
    });
  });

  it('takes no origin at all', () => {
    expect(readHost({ CAUSEWAY_ORIGINS: '' }, [])).toMatchObject({ origins: [] });
  });

  it.each([
    [{}, true],
    [{ CAUSEWAY_EXPLORER: 'off' }, false],
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', CAUSEWAY_EXPLORER: 'on' }, true],
  ])('shows the explorer in production only where it is switched on: %j', (environment, shown) => {
    expect(readHost(environment, []).hasExplorer).toBe(shown);
  });

  it.each([
    ['CAUSEWAY_EXPLORER', 'yes', 'on or off'],
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
