import { describe, expect, it } from '@jest/globals';
import { CLINICAL_SCOPES } from '@causeway/schema';
import { ANY_PERMIT, AT_HOME } from './annotations.js';
import { narrowing, refusedByAll, refusedByRole, switchedOn } from './passage.js';
import { roleDemand } from './roles.js';
import { permit, recordLabel } from './testing/records.js';

const SWITCHES = [
  { variable: 'lab', demands: ['LAB_REPORT'] },
  { variable: 'both', demands: ['LAB_REPORT', 'MEDICATION'] },
  { variable: 'home', demands: [AT_HOME] },
  { variable: 'any', demands: [ANY_PERMIT] },
];

describe('switchedOn', () => {
  it.each([
    ['nobody', null, []],
    ['a permit at home', permit(), ['lab', 'home', 'any']],
    ['a permit abroad', permit({ abroad: true }), ['lab', 'any']],
    [
      'a permit of both scopes',
      permit({ scopes: ['MEDICATION', 'LAB_REPORT'] }),
      ['lab', 'both', 'home', 'any'],
    ],
    ['a permit of nothing', permit({ scopes: [] }), ['home', 'any']],
  ])('turns on for %s what it meets every demand of', (_name, permitted, expected) => {
    expect(switchedOn(SWITCHES, permitted)).toEqual(expected);
  });
});

const PERSON_RECORD = recordLabel({ id: 'id' }, { scopes: ['PERSON'] });
const MIXED_RECORD = recordLabel({ id: 'patient { id }', category: 'category' });
const ONE_KIND = recordLabel({ id: 'patient { id }', category: 'category' }, { scopes: ['BIRTH'] });

describe('narrowing', () => {
  const wide = permit({
    scopes: ['PERSON', ...CLINICAL_SCOPES, 'CONSENT'],
    refusals: { BIRTH: 'STEP_UP_REQUIRED' },
    requestable: ['BIRTH'],
  });
  const narrowed = (...args: Parameters<typeof narrowing>) => narrowing(...args)(wide).scopes;

  it('leaves the scopes that enabled switches demand', () => {
    expect(narrowed(SWITCHES, new Set(['both']), [])).toEqual(['MEDICATION', 'LAB_REPORT']);
    expect(narrowed(SWITCHES, new Set(), [])).toEqual([]);
  });

  it('leaves the scopes under which the records are there', () => {
    expect(narrowed([], new Set(), [PERSON_RECORD])).toEqual(['PERSON']);
  });

  it('leaves every clinical scope to records that name a category of their own', () => {
    expect(narrowed([], new Set(), [MIXED_RECORD])).toEqual(CLINICAL_SCOPES);
    expect(narrowed([], new Set(), [ONE_KIND])).toEqual(['BIRTH']);
    expect(narrowed([], new Set(), [recordLabel({ id: 'patient { id }' })])).toEqual([]);
  });

  it('tells a subgraph nothing of refusals, and leaves the rest as it is', () => {
    expect(narrowing([], new Set(), [])(wide)).toEqual({
      ...wide,
      scopes: [],
      refusals: {},
      requestable: [],
    });
  });
});

describe('what need not be planned', () => {
  const role = roleDemand([['office:auditor']]);

  it('is what no permit meets', () => {
    const permits = [permit({ abroad: true }), permit({ scopes: ['MEDICATION'], abroad: true })];
    const demands = ['LAB_REPORT', 'MEDICATION', 'BIRTH', AT_HOME, ANY_PERMIT, role];
    expect(refusedByAll(demands, permits)).toEqual(['BIRTH', AT_HOME]);
    expect(refusedByAll(['LAB_REPORT'], [])).toEqual(['LAB_REPORT']);
  });

  it('is what takes another role', () => {
    expect(refusedByRole(['LAB_REPORT', role], new Set())).toEqual([role]);
    expect(refusedByRole(['LAB_REPORT', role], new Set(['office:auditor']))).toEqual([]);
  });
});
