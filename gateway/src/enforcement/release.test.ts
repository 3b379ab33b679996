import { describe, expect, it } from '@jest/globals';
import type { Exclusion, Permit, Scope } from '@causeway/schema';
import { judgeAnswered, judgeRecord } from './release.js';
import { permit, recordFacts, recordLabel } from './testing/records.js';

const SUBJECT = { id: 'patient { id }', category: 'category' };

describe('a record of a type', () => {
  it.each<readonly [string, Parameters<typeof recordLabel>[1], Partial<Permit>, string]>([
    ['without labels of its own is judged by itself', {}, {}, 'RELEASED'],
    [
      'is there where every scope of its type is permitted',
      { scopes: ['PERSON', 'LAB_REPORT'] },
      {},
      'RELEASED',
    ],
    ['is not there where one of them is not', { scopes: ['PERSON', 'BIRTH'] }, {}, 'WITHHELD'],
    ['that stays at home is there at home', { domestic: true }, {}, 'RELEASED'],
    ['that stays at home is not there abroad', { domestic: true }, { abroad: true }, 'WITHHELD'],
    [
      'is judged by itself where its type is permitted',
      { scopes: ['PERSON'] },
      { scopes: ['PERSON'] },
      'WITHHELD',
    ],
  ])('%s', (_name, presence, changes, expected) => {
    expect(judgeRecord(recordLabel(SUBJECT, presence), recordFacts(), permit(changes))).toBe(
      expected,
    );
  });
});

describe('a record of a type that names its category', () => {
  const label = recordLabel(SUBJECT, { scopes: ['PERSON'] });
  const denying = (category: Scope) =>
    judgeRecord(label, recordFacts(), permit({ exclusions: [{ category: [category] }] }));

  it('is judged by a denial of that, and not of what its type demands beside', () => {
    expect([denying('LAB_REPORT'), denying('PERSON')]).toEqual(['WITHHELD', 'RELEASED']);
  });
});

describe('a record of a type that names no category', () => {
  const label = recordLabel({ id: 'patient { id }' }, { scopes: ['PERSON', 'LAB_REPORT'] });
  const denying = (exclusion: Exclusion) =>
    judgeRecord(label, recordFacts({ category: null }), permit({ exclusions: [exclusion] }));

  it.each<readonly [string, Exclusion, string]>([
    ['one that its type demands', { category: ['LAB_REPORT'] }, 'WITHHELD'],
    ['another that its type demands', { category: ['PERSON', 'BIRTH'] }, 'WITHHELD'],
    ['one that its type does not demand', { category: ['BIRTH'] }, 'RELEASED'],
    [
      'one that its type demands, by another author',
      { category: ['LAB_REPORT'], authoredBy: ['other'] },
      'RELEASED',
    ],
    [
      'one that its type demands, save this record',
      { category: ['LAB_REPORT'], except: [{ records: ['r-1'] }] },
      'RELEASED',
    ],
  ])('is judged by a denial of %s', (_name, exclusion, expected) => {
    expect(denying(exclusion)).toBe(expected);
  });

  it('is judged by each of several denials', () => {
    const exclusions: Exclusion[] = [{ category: ['BIRTH'] }, { category: ['LAB_REPORT'] }];
    const facts = recordFacts({ category: null });
    expect(judgeRecord(label, facts, permit({ exclusions }))).toBe('WITHHELD');
  });
});

describe('a record that a subgraph answers with', () => {
  const refused = { scopes: ['BIRTH'] } as const;
  const permitted = { scopes: ['LAB_REPORT'] } as const;

  it('is none that it was told to withhold where its type names a category', () => {
    const standing = (presence: typeof refused | typeof permitted) =>
      judgeAnswered(recordLabel(SUBJECT, presence), recordFacts(), permit());
    expect([standing(permitted), standing(refused)]).toEqual(['RELEASED', 'WITHHELD']);
  });

  it('may be a mere key where its type names none, but of the patient alone', () => {
    const label = recordLabel({ id: 'patient { id }' }, refused);
    expect(judgeAnswered(label, recordFacts(), permit())).toBe('RELEASED');
    expect(judgeRecord(label, recordFacts(), permit())).toBe('WITHHELD');
    expect(judgeAnswered(label, recordFacts({ patient: 'another' }), permit())).toBe('WITHHELD');
  });
});
