import { describe, expect, it } from '@jest/globals';
import { CONDITION_KINDS as REGISTERED } from '@causeway/providers';
import { CONDITION_KINDS as UNDERSTOOD } from '../../gateway/src/enforcement/decide/conditions.js';

describe('the kinds of conditions of a recognition', () => {
  it('are the same to the register that explains them and to the decision that holds them', () => {
    expect(Object.keys(REGISTERED).sort()).toEqual([...UNDERSTOOD].sort());
  });
});
