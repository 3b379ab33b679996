import { describe, expect, it } from '@jest/globals';
import { withoutUnread } from './without-unread.js';

const about = (...path: readonly unknown[]) => ({ message: 'The subgraph failed', path });
const data = { facts: [{ epoch: 1 }, null, { epoch: 3 }] };

describe('withoutUnread', () => {
  it('takes away what an error is about, and leaves a null that is an answer', () => {
    expect(
      withoutUnread({ data, errors: [about('facts', 2), about('facts', 0)] }, 'facts'),
    ).toEqual({ data: { facts: [undefined, null, undefined] } });
  });

  it.each([
    ['no errors', undefined],
    ['errors of which there are none', []],
    ['no list of errors', 'facts'],
    ['an error about the whole field', [about('facts')]],
    ['an error about nothing', [{ message: 'The subgraph failed' }]],
    ['an error about another field', [about('other', 1)]],
    ['an error about what is within an item', [about('facts', 1, 'epoch')]],
    ['an error about an item that is not there', [about('facts', 3)]],
    ['an error about no item', [about('facts', '1')]],
    ['one error about an item, and one about more', [about('facts', 1), about('facts')]],
  ])('leaves an answer as it is that has %s', (_what, errors) => {
    const answer = { data, errors };
    expect(withoutUnread(answer, 'facts')).toBe(answer);
  });

  it.each([null, undefined, {}, { facts: null }, { facts: 'facts' }])(
    'leaves an answer as it is whose data are %j',
    (none) => {
      const answer = { data: none, errors: [about('facts', 0)] };
      expect(withoutUnread(answer, 'facts')).toBe(answer);
    },
  );
});
