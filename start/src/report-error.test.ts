import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { reportError } from './report-error.js';

const ID = '4c44a0ec-ecff-4756-a2bf-358758983435';

let reported: string[];

beforeEach(() => {
  reported = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void reported.push(line));
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('reportError', () => {
  it('says what an error says, where it was, and because of what', () => {
    reportError(new Error('the whole', { cause: new TypeError('the part') }));
    expect(reported.join()).toMatch(
      /^\d{4}-.*Z Error: the whole\n +at [^]*because of TypeError: the part\n +at /,
    );
  });

  it('keeps the values of a failed statement to itself, however deep it lies', () => {
    const statement = Object.assign(new Error(`Failed query: select 1\nparams: ${ID}`), {
      query: 'select 1',
      params: [ID],
      cause: new Error('no such table: patients'),
    });
    reportError(new Error('the whole', { cause: statement }));
    expect(reported.join()).toMatch(/a statement failed[^]*no such table: patients/);
    expect(reported.join()).not.toContain(ID);
  });

  it('says nothing of what is no error', () => {
    reportError({ patient: ID });
    expect(reported.join()).not.toContain(ID);
  });
});
