import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as ids from './ids.js';
import { loadWorld } from './load.js';
import type { LoadReport } from './load.js';
import { openStores } from './open-stores.js';
import { world } from './world.js';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const stores = openStores(':memory:', () => NOW);
const made = world(new Date(NOW));

let first: LoadReport;
let seconds = 0;
const told: number[] = [];

beforeAll(() => {
  const start = performance.now();
  first = loadWorld(made, stores, (written) => told.push(written));
  seconds = (performance.now() - start) / 1_000;
});

afterAll(() => {
  stores.close();
});

describe('loadWorld', () => {
  it('writes everything, in seconds', () => {
    expect(first.records).toBe(made.records.length);
    expect(first.patients).toBeGreaterThanOrEqual(made.patients.length);
    expect(seconds).toBeLessThan(15);
  });

  it('changes nothing when it writes the same world again', () => {
    expect(loadWorld(made, stores)).toEqual({ providers: 0, consents: 0, records: 0, patients: 0 });
  });

  it('tells how many records are written', () => {
    expect(told.at(-1)).toBe(made.records.length);
  });

  it.each([
    ['Chan Tai Man', ids.PATIENT_CHAN, 'ACTIVE'],
    ['who has withdrawn', ids.WITHDRAWN_CHEUNG, 'WITHDRAWN'],
    ['who is suspended', ids.SUSPENDED_LEUNG, 'SUSPENDED'],
    ['who has died', ids.DECEASED_HO, 'DECEASED'],
    ['who has not joined', ids.NOT_JOINED_TANG, 'NOT_JOINED'],
  ])('states the standing of the patient %s', (_, patient, joining) => {
    expect(stores.patients.facts([{ patient, person: null }])).toMatchObject([{ joining }]);
  });

  it('has duties to deposit: what arrived, and one late of each', () => {
    stores.duties.takeDuties(stores.providers.dutyEvents(0, 1_000));
    stores.duties.takeEncounters(stores.consents.encounterEvents(0, 1_000));
    const page = { direction: 'forward', limit: 100, after: null, before: null } as const;
    const filter = { organization: null, holder: null };
    const reported = stores.duties
      .report(filter, page, NOW)
      .filter(({ arrived, late }) => arrived + late > 0)
      .map(({ duty, due, arrived, arrivedLate, late }) => [
        duty.basis,
        due,
        arrived,
        arrivedLate,
        late,
      ])
      .toSorted();
    expect(reported).toEqual([
      ['CONDITION', 0, 0, 0, 1],
      ['SPECIFICATION', 0, expect.any(Number), 0, 1],
    ]);
    expect(reported[1]?.[2]).toBeGreaterThan(1);
  });

  it('knows nobody by an id that belongs to nobody', () => {
    expect(stores.patients.facts([{ patient: ids.UNKNOWN_PATIENT, person: null }])).toEqual([null]);
  });

  it('makes the mother the child’s substitute decision maker, and the daughter a caregiver', () => {
    expect(
      stores.patients.facts([
        { patient: ids.CHILD_CHAN, person: ids.SDM_CHAN },
        { patient: ids.PATIENT_CHAN, person: ids.CAREGIVER_CHAN },
        { patient: ids.PATIENT_CHAN, person: ids.SDM_CHAN },
      ]),
    ).toMatchObject([
      { relations: [{ role: 'SDM', basis: 'PARENT', active: true }] },
      { relations: [{ role: 'CAREGIVER', active: true }] },
      { relations: [] },
    ]);
  });

  it.each([
    ['dr-wong', ids.DR_WONG, ids.LION_ROCK_HOSPITAL, { deemedConsent: true, recognition: null }],
    ['dr-lee', ids.DR_LEE, ids.BAUHINIA_CLINIC, { deemedConsent: false, recognition: null }],
    ['dr-li', ids.DR_LI, ids.LIANHUA_BAY_HOSPITAL, { recognition: { status: 'RECOGNISED' } }],
    ['dr-zhao', ids.DR_ZHAO, ids.PEARL_ISLET_HOSPITAL, { recognition: { status: 'RECOGNISED' } }],
    ['dr-he', ids.DR_HE, ids.SEA_TERRACE_HOSPITAL, { recognition: { status: 'SUSPENDED' } }],
    ['dr-guo', ids.DR_GUO, ids.FLAME_TREE_HOSPITAL, { recognition: null }],
  ])('states the organisation of %s', (_, practitionerRole, organization, expected) => {
    const key = { practitionerRole, organization, system: null };
    expect(stores.providers.facts([key])).toMatchObject([{ organization: expected }]);
  });

  it.each([
    ['dr-wong', ids.LION_ROCK_HOSPITAL, null, true],
    ['dr-lee', ids.BAUHINIA_CLINIC, null, true],
    ['dr-li', ids.LIANHUA_BAY_HOSPITAL, ids.GRANT_LI, false],
    ['dr-he', ids.SEA_TERRACE_HOSPITAL, ids.GRANT_HE, false],
  ])('states the relation of %s to Chan Tai Man', (_, organization, grant, hasCareRelation) => {
    const key = { patient: ids.PATIENT_CHAN, organization, practitionerRole: null, grant };
    const [facts] = stores.consents.facts([key], NOW);
    expect(facts?.careRelation != null).toBe(hasCareRelation);
    expect(facts?.grant?.id ?? null).toBe(grant);
    expect(facts?.stepUp ?? null).toBeNull();
  });
});
