import { beforeEach, describe, expect, it } from '@jest/globals';
import { errorReporter } from './report-error.js';

const ID = '4c44a0ec-ecff-4756-a2bf-358758983435';

let reported: string[];
let report: (error: unknown) => void;

beforeEach(() => {
  reported = [];
  report = errorReporter({ write: (line) => void reported.push(line) });
});

const message = (): string => (JSON.parse(reported.join('')) as { msg: string }).msg;

describe('errorReporter', () => {
  it('says what an error says, where it was, and because of what', () => {
    report(new Error('the whole', { cause: new TypeError('the part') }));
    expect(message()).toMatch(/^Error: the whole\n +at [^]*because of TypeError: the part\n +at /);
    expect(JSON.parse(reported.join(''))).toMatchObject({
      level: 50,
      time: expect.stringMatching(/Z$/),
    });
  });

  it('keeps the values of a failed statement to itself, however deep it lies', () => {
    const statement = Object.assign(new Error(`Failed query: select 1\nparams: ${ID}`), {
      query: 'select 1',
      params: [ID],
      cause: new Error('no such table: patients'),
    });
    report(new Error('the whole', { cause: statement }));
    expect(message()).toMatch(/a statement failed[^]*no such table: patients/);
    expect(reported.join()).not.toContain(ID);
  });

  it('says nothing of what is no error', () => {
    report({ patient: ID });
    expect(reported.join()).not.toContain(ID);
  });
});
