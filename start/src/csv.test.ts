import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv.js';

describe('csvLine', () => {
  it.each<readonly [string, readonly (string | number | null)[], string]>([
    ['values with commas between', ['a', 1, null, 'b c'], 'a,1,,b c'],
    ['a comma in quotes', ['a,b'], '"a,b"'],
    ['quotes doubled', ['say "so"'], '"say ""so"""'],
    ['ends of lines in quotes', ['a\r\nb', 'a\nb'], '"a\r\nb","a\nb"'],
    ['negative numbers as they are', [-1], '-1'],
  ])('writes %s', (_case, values, line) => {
    expect(csvLine(values)).toBe(`${line}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＠x'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(csvLine([text])).toBe(`'${text}\r\n`);
    },
  );

  it('keeps a spreadsheet from running what stands in quotes', () => {
    expect(csvLine(['=HYPERLINK("x","y")'])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
    expect(csvLine(['\r=1'])).toBe(`"'\r=1"\r\n`);
  });
});
