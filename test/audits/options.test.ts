import { describe, expect, it } from '@jest/globals';
import { OptionsError, readOptions } from './options.js';

describe('the options of an audit', () => {
  it('are those of our own gateway where nothing is said', () => {
    expect(readOptions([])).toEqual({
      url: null,
      kit: null,
      isPreparing: false,
      port: 4101,
      tokens: null,
      gateway: 'causeway',
      wait: 60,
      only: [],
      format: 'text',
    });
  });

  it('name audits by what their ids begin with', () => {
    expect(readOptions(['--only', 'a001,b']).only).toEqual(['a001', 'b']);
  });

  it.each([
    ['--format', 'xml'],
    ['--gateway', 'another'],
    ['--gateway', 'toString'],
    ['--port', '0'],
    ['--port', 'x'],
    ['--wait', '-1'],
    ['--prepare'],
    ['--no-such-option'],
    ['http://127.0.0.1:4000'],
  ])('are refused where they ask for what cannot be done: %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow(OptionsError);
  });
});
