import { describe, expect, it } from '@jest/globals';
import type { Permit } from '@causeway/schema';
import { permit } from '../enforcement/testing/records.js';
import { TYPE } from '../execution/index.js';
import type { Candidate, FetchOutline } from '../execution/index.js';
import { EntityGroups } from './entity-groups.js';

const FETCH: FetchOutline = {
  service: 'records',
  kind: 'entities',
  toggles: [
    { variable: 'reports', below: '_entities', demands: ['LAB_REPORT'] },
    { variable: 'births', below: '_entities', demands: ['BIRTH'] },
    { variable: 'code', below: '_entities', demands: ['@subject(code)'] },
  ],
  top: [
    { below: '_entities', toggle: 'reports' },
    { below: '_entities', toggle: 'births' },
  ],
  recordTypes: new Set(['Report']),
};

const patient = (id: string): Candidate => ({
  alias: '_entities',
  type: 'Patient',
  target: { [TYPE]: 'Patient' },
  record: null,
  representation: id,
});

/** The groups of one patient for each permit: what is switched on, and for how many. */
const grouped = (...permits: readonly Permit[]) => {
  const groups = new EntityGroups(FETCH);
  for (const [at, one] of permits.entries()) groups.add(patient(`p-${at}`), one);
  return groups
    .all()
    .map(({ enabled, candidates }) => [[...enabled].join(' '), candidates.length] as const);
};

const PLAIN = permit();
const DENYING_CODE = permit({ exclusions: [{ code: [{ system: 's', code: 'c' }] }] });
const WITH_BIRTHS = permit({ scopes: ['LAB_REPORT', 'BIRTH'] });

describe('entities of a fetch', () => {
  it('go apart where their permits switch on different fields', () => {
    expect(grouped(PLAIN, WITH_BIRTHS, PLAIN)).toEqual([
      ['reports', 2],
      ['reports births', 1],
    ]);
  });

  it('go together, with the facet, where one of their permits judges by it: no number tells of a denial', () => {
    expect(grouped(PLAIN, PLAIN)).toEqual([['reports', 2]]);
    expect(grouped(PLAIN, DENYING_CODE)).toEqual([['reports code', 2]]);
  });

  it('take their permits along where records are fetched, whatever is demanded', () => {
    const free = { ...FETCH, toggles: [], top: [{ below: '_entities', toggle: null }] };
    const permitsFor = (recordTypes: readonly string[]) => {
      const groups = new EntityGroups({ ...free, recordTypes: new Set(recordTypes) });
      groups.add(patient('p-0'), PLAIN);
      return groups.all().map(({ permits }) => [...permits]);
    };
    expect(permitsFor(['Report'])).toEqual([[PLAIN]]);
    expect(permitsFor([])).toEqual([[]]);
  });

  it('are left out where nothing may be asked of them', () => {
    expect(grouped(permit({ scopes: [] }), PLAIN)).toEqual([['reports', 1]]);
  });
});
