import { describe, expect, it } from '@jest/globals';
import { nearest } from './nearest.js';

const NAMES = ['patient-chan', 'sdm-chan', 'dr-wong', 'dr-lee', 'dr-li', 'auditor'];

describe('nearest', () => {
  it.each([
    ['dr-l', ['dr-li', 'dr-lee']],
    ['patient-chen', ['patient-chan']],
    ['auditer', ['auditor']],
    ['xyzzy', []],
    ['', []],
  ])('finds for %j %j', (word, names) => {
    expect(nearest(word, NAMES)).toEqual(names);
  });

  it('names three at most', () => {
    expect(nearest('dr-', ['dr-a', 'dr-b', 'dr-c', 'dr-d'])).toEqual(['dr-a', 'dr-b', 'dr-c']);
  });
});
