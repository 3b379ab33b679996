import { describe, expect, it } from '@jest/globals';
import { jurisdictionOf } from './jurisdiction.js';
import { organizationEntry, practitionerRoleEntry } from './provider.js';

const context = {
  id: 'x-1',
  source: { namespace: 'urn:source', id: 'x' },
  identifier: [],
  resolve: () => null,
};

describe('practitionerRoleEntry', () => {
  it('gives nobody a profession, since a profession gives access', () => {
    const code = [{ coding: [{ code: 'doctor', display: 'Doctor' }] }];
    const entry = practitionerRoleEntry(
      { resourceType: 'PractitionerRole', code, active: true },
      context,
    );
    expect(entry).toMatchObject({ profession: 'UNSPECIFIED', code });
  });

  it('is not active unless its source says so', () => {
    expect(practitionerRoleEntry({ resourceType: 'PractitionerRole' }, context).active).toBe(false);
  });
});

describe('organizationEntry', () => {
  it('keeps a name in its script', () => {
    const entry = organizationEntry(
      { resourceType: 'Organization', name: '虛構醫院', alias: ['Invented Hospital'] },
      context,
    );
    expect(entry.name).toEqual([
      { language: 'zh', text: '虛構醫院' },
      { language: 'en', text: 'Invented Hospital' },
    ]);
  });
});

describe('jurisdictionOf', () => {
  it.each([
    [[{ country: 'HK' }], 'HK'],
    [[{ country: 'Hong Kong' }], 'HK'],
    [[{ country: '中国', state: '广东省' }], 'CN-GD'],
    [[{ country: 'CN', state: 'Hunan' }], 'CN'],
    [[{}, { country: 'TW' }], 'TW'],
    [[{ country: 'Erewhon' }], 'ZZ'],
    [undefined, 'ZZ'],
  ])('reads %j as %s', (address, expected) => {
    expect(jurisdictionOf({ resourceType: 'Organization', ...(address && { address }) })).toBe(
      expected,
    );
  });
});
