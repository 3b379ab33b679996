import { beforeEach, describe, expect, it } from '@jest/globals';
import { errorReporter } from './report-error.js';

const ID = '4c44a0ec-ecff-4756-a2bf-358758983435';

let reported: string[];
let report: (error: unknown) => void;

beforeEach(() => {
  reported = [];
  report = errorReporter({ write: (line) => void reported.push(line) });
});

const told = (): unknown => JSON.parse(reported.join(''));

class TransportError extends Error {
  constructor() {
    super('Expected an answer of the subgraph records, got none: timeout');
    this.name = 'TransportError';
  }
}

describe('the reporter of errors', () => {
  it('says what failed, where it was, and because of what', () => {
    report(new Error('the whole', { cause: new TransportError() }));
    expect(told()).toMatchObject({
      level: 'error',
      time: expect.stringMatching(/Z$/),
      error: 'Error',
      at: expect.arrayContaining([expect.stringMatching(/report-error\.test\.ts:\d+:\d+\)?$/)]),
      because: {
        error: 'TransportError',
        message: 'Expected an answer of the subgraph records, got none: timeout',
      },
    });
  });

  it('warns of what comes from outside and passes', () => {
    report(new TransportError());
    expect(told()).toMatchObject({ level: 'warn', error: 'TransportError' });
  });

  it.each([
    [
      'a statement',
      Object.assign(new Error(`Failed query: select 1\nparams: ${ID}`), { params: [ID] }),
    ],
    ['a text that is no JSON', syntaxError(`{"id": ${ID}`)],
    ['a message that looks like a place', new Error(`no\n    at ${ID} (file:///${ID}:1:2)`)],
    ['a name', Object.assign(new Error(), { name: ID })],
    ['a code', Object.assign(new Error(), { code: ID })],
    ['a thing that is no error', { patient: ID }],
  ])('keeps the values of %s to itself, however deep it lies', (_what, error) => {
    report(error);
    report(new Error('the whole', { cause: error }));
    expect(reported).toHaveLength(2);
    expect(reported.join()).not.toContain(ID.slice(0, 8));
  });

  it('tells the code of an error that has one', () => {
    report(Object.assign(new Error(ID), { code: 'SQLITE_CONSTRAINT_UNIQUE' }));
    expect(told()).toMatchObject({ error: 'Error', code: 'SQLITE_CONSTRAINT_UNIQUE' });
  });
});

function syntaxError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
