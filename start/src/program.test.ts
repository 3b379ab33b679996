import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from '@causeway/kit';
import { StartError, explain } from './program.js';

const withCode = (code: string, port?: number): Error =>
  Object.assign(new Error(code), { code, port });

describe('explain', () => {
  it.each([
    ['a failure to start', new StartError('because'), 'because'],
    [
      'a database',
      new DatabaseError('a.sqlite', 'it is read-only'),
      'Cannot use the database a.sqlite: it is read-only',
    ],
    [
      'a port in use',
      withCode('EADDRINUSE', 4000),
      'Port 4000 is in use. End what uses it, or choose another one: PORT=4001 npm start',
    ],
    [
      'a port of the system',
      withCode('EACCES', 80),
      'Port 80 may not be listened on. Choose one from 1024 on: PORT=4000 npm start',
    ],
  ])('says what to do about %s', (_what, error, words) => {
    expect(explain(error)).toBe(words);
  });

  it('leaves what it does not know as it is, stack and all', () => {
    const error = new TypeError('unexpected');
    expect(explain(error)).toBe(error);
  });
});
