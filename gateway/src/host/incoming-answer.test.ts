import { describe, expect, it } from '@jest/globals';
import { IncomingAnswer } from './incoming-answer.js';

const LIMITS = { maxAnswerSize: 2 ** 20, maxAnswerDepth: 5 };

/** Large enough to be looked into, and nested three deep. */
const LONG = `{"a":[{"b":"${'x'.repeat(600_000)}"}`;

/** What is said of the answer, in parts of a size (bytes). */
const taken = (text: string, size = 2 ** 16): string => {
  const answer = new IncomingAnswer(LIMITS);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    const refusal = answer.take(bytes.subarray(at, at + size));
    if (refusal !== null) return refusal;
  }
  expect(answer.text()).toBe(text);
  return 'taken';
};

describe('an incoming answer', () => {
  it.each([
    ['nothing', ''],
    ['a text of many bytes a character', `{"a":"${'陳'.repeat(200_000)}"}`],
    ['as many levels as the limit', `${LONG},[[[]]]]}`],
    ['many lists beside each other', `${LONG},[[]],[[]],[[]],[[]],[[]]]}`],
    ['brackets within a text', `${LONG},"[[[[[[{{{{{{"]}`],
    ['brackets after a quote within a text', String.raw`${LONG},"a\"[[[[[[{{{{{{"]}`],
    ['a text that ends with a backslash', String.raw`${LONG},"a\\",[[]]]}`],
  ])('is taken where it is %s', (_what, text) => {
    expect(taken(text)).toBe('taken');
    expect(taken(text, 7_919)).toBe('taken');
  });

  it.each([
    ['is nested too deep', `${LONG},[[[[]]]]]}`, 'too deep'],
    [
      'is nested too deep after a text that ends with a backslash',
      String.raw`${LONG},"\\",[[[[]]]]]}`,
      'too deep',
    ],
    ['was nested too deep before it was large', `[[[[[[]]]]],${LONG}]}]`, 'too deep'],
    ['is one byte too large', 'x'.repeat(2 ** 20 + 1), 'too large'],
  ])('is refused where it %s', (_what, text, refusal) => {
    expect(taken(text)).toBe(refusal);
    expect(taken(text, 7_919)).toBe(refusal);
  });

  it('is taken up to its very size', () => {
    expect(taken('x'.repeat(2 ** 20))).toBe('taken');
  });
});
