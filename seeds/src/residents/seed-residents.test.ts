import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkStructure } from '@causeway/records/fhir';
import { PATIENT_CHAN } from '../ids.js';
import { idOf } from '../identifiers.js';
import { recordsOf } from '../load/records.js';
import { openStores } from '../open-stores.js';
import type { OpenStores } from '../open-stores.js';
import { readMark, SeedMarkError } from '../seed-mark.js';
import { seedOnce } from '../seed-once.js';
import { world } from '../world.js';
import { residentsWorld } from './residents-world.js';
import { seedResidents } from './seed-residents.js';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const parties = world(new Date(NOW));

describe('residentsWorld', () => {
  it('is the same however the numbers are cut into runs', () => {
    const whole = residentsWorld(parties, 25, 64);
    const cut = [residentsWorld(parties, 25, 40), residentsWorld(parties, 41, 64)];
    for (const part of ['patients', 'relatedPersons', 'consents', 'grants', 'records'] as const) {
      const ids = cut.flatMap((run) => run[part].map(({ id }) => id));
      expect(ids.toSorted()).toEqual(whole[part].map(({ id }) => id).toSorted());
    }
  });

  it('begins where the world of those with a story ends', () => {
    const known = new Set(parties.patients.map(({ id }) => id));
    const { patients } = residentsWorld(parties, 25, 64);
    expect(patients).toHaveLength(40);
    expect(patients.filter(({ id }) => known.has(id))).toEqual([]);
  });

  it('gives some thirty sound records to each, most of them observations', () => {
    const residents = residentsWorld(parties, 25, 64);
    const each = residents.records.length / residents.patients.length;
    expect(each).toBeGreaterThan(20);
    expect(each).toBeLessThan(40);
    const observations = residents.records.filter(
      ({ resource }) => resource.resourceType === 'Observation',
    );
    expect(observations.length * 2).toBeGreaterThan(residents.records.length);
    expect(recordsOf(residents)).toHaveLength(residents.records.length);
    expect(residents.records.flatMap(({ resource }) => checkStructure(resource))).toEqual([]);
  });

  it('lets nothing that has happened lie on its own day or later', () => {
    const { patients, consents, grants, careRelations } = residentsWorld(parties, 25, 424);
    const told = JSON.stringify([
      patients.map(({ joining }) => joining),
      consents.map(({ dateTime, inactiveSince }) => [dateTime, inactiveSince]),
      grants.map(({ stateHistory }) => stateHistory),
      careRelations.map(({ period }) => period.start),
    ]);
    const dates = told.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    expect(dates.filter((date) => date >= parties.date)).toEqual([]);
    expect(grants.length).toBeGreaterThan(20);
  });

  it('gives children a grown-up to decide for them', () => {
    const { patients, relatedPersons } = residentsWorld(parties, 25, 424);
    const births = new Map(patients.map(({ id, birthDate }) => [id, birthDate]));
    expect(relatedPersons.length).toBeGreaterThan(30);
    for (const { patient, person } of relatedPersons) {
      const [child = '', elder = ''] = [births.get(patient), births.get(person ?? '')];
      expect(Number(child.slice(0, 4)) - Number(elder.slice(0, 4))).toBeGreaterThanOrEqual(18);
    }
  });
});

describe('seedResidents', () => {
  let folder: string;
  let markPath: string;
  let stores: OpenStores;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-residents-'));
    markPath = join(folder, 'seeded.json');
    stores = openStores(folder, () => NOW);
  });

  afterAll(() => {
    stores.close();
    rmSync(folder, { recursive: true });
  });

  const seed = (asked: number) => {
    const told: number[] = [];
    const onProgress = (last: number): unknown => told.push(last);
    return seedResidents(asked, { folder, markPath, stores, onProgress }).then((report) => ({
      ...report,
      told,
    }));
  };
  const joiningOf = (patient: string) =>
    stores.patients.facts([{ patient, person: null }])[0]?.joining;

  it('adds nobody to a world that is not whole', async () => {
    await expect(seed(30)).rejects.toThrow(SeedMarkError);
  });

  it('adds as many as are asked for, with their records, and more later', async () => {
    seedOnce(markPath, stores, new Date(NOW));
    const first = await seed(26);
    const { patients, records } = residentsWorld(parties, 25, 26);
    expect(first).toEqual({ residents: 26, records: records.length, told: [26] });
    for (const { id } of patients) expect(joiningOf(id)).toBe('ACTIVE');
    const id = patients[0]?.id ?? '';
    expect(stores.records.statedOfPatient(id)).toHaveLength(
      records.filter(({ patient }) => patient === id).length,
    );
    expect(await seed(28)).toMatchObject({ residents: 28, told: [28] });
    expect(joiningOf(idOf('patient/resident-28'))).toBe('ACTIVE');
    expect(readMark(markPath)).toMatchObject({ isComplete: true, residents: 28 });
  });

  it('takes nobody away, and leaves those with a story as they are', async () => {
    expect(await seed(25)).toEqual({ residents: 28, records: 0, told: [] });
    const ofChan = parties.records.filter(({ patient }) => patient === PATIENT_CHAN);
    expect(stores.records.statedOfPatient(PATIENT_CHAN)).toHaveLength(ofChan.length);
  });
});
