import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Step } from './run-import.js';
import { countResources, dumpDigest, orderedDump } from './testing/ordered-dump.js';
import { TOGETHER, fixtures, workplace } from './testing/import-fixtures.js';
import type { Workplace } from './testing/import-fixtures.js';

// Databases are opened and written in earnest, on whatever disk there is.
jest.setTimeout(60_000);

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => {
  place.remove();
});

/** Runs an import that dies at its n-th step; tells whether it had so many. */
async function dieAt(n: number, paths = TOGETHER): Promise<boolean> {
  let count = 0;
  const onStep = (): void => {
    count += 1;
    if (count === n) throw new Error('killed');
  };
  try {
    await place.run({ paths, onStep });
    return false;
  } catch (error) {
    if (error instanceof Error && error.message === 'killed') return true;
    throw error;
  }
}

/** For each patient that can be seen, how many records there are. */
function visibleRecords(): string[] {
  const dump = orderedDump(place.data);
  const patients = (dump.get('patients.patient') ?? []).map(
    (row) => JSON.parse(row) as { id: string; name: string },
  );
  const records = (dump.get('records.record') ?? []).map(
    (row) => JSON.parse(row) as { patient: string },
  );
  return patients
    .map(({ id, name }) => `${name} ${records.filter(({ patient }) => patient === id).length}`)
    .sort();
}

describe('an import that is interrupted', () => {
  it('goes on from whatever step it died at, and shows of a patient all or nothing meanwhile', async () => {
    await place.run();
    const whole = visibleRecords();
    const total = countResources(place.data);
    let steps = 1;
    for (; ; steps += 1) {
      place.remove();
      place = workplace();
      if (!(await dieAt(steps))) break;
      for (const patient of visibleRecords()) expect(whole).toContain(patient);
      const report = await place.run();
      expect(report).toMatchObject({ read: 30, imported: 17, merged: 3, kept: 1, refused: 9 });
      expect(visibleRecords()).toEqual(whole);
      expect(countResources(place.data)).toBe(total);
    }
    expect(steps).toBeGreaterThan(20);
  }, 120_000);

  it('leaves nothing behind that another run would change', async () => {
    await dieAt(20);
    await place.run();
    const before = dumpDigest(place.data);
    await place.run();
    expect(dumpDigest(place.data)).toBe(before);
  });

  it('is completed before another task begins', async () => {
    const isKilled = await dieAt(18);
    expect(isKilled).toBe(true);
    const report = await place.run({ paths: [fixtures('later')] });
    expect(report).toMatchObject({ imported: 2, takenUp: 1 });
    expect(countResources(place.data)).toBe(19);
  });

  const STEPS: Step['name'][] = ['read', 'decide', 'records', 'report'];

  it.each(STEPS)(
    'survives SIGKILL at the step %s',
    async (step) => {
      const program = fileURLToPath(new URL('./testing/killed-import.ts', import.meta.url));
      const flags = ['--conditions=source', '--import=tsx', program];
      const { signal } = spawnSync(process.execPath, [...flags, place.data, step, ...TOGETHER]);
      expect(signal).toBe('SIGKILL');
      const report = await place.run();
      expect(report).toMatchObject({
        read: 30,
        imported: 17,
        merged: 3,
        kept: 1,
        refused: 9,
        rows: 17,
      });
    },
    60_000,
  );
});
