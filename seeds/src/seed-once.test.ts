import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN } from './ids.js';
import { openStores } from './open-stores.js';
import type { OpenStores } from './open-stores.js';
import { SeedMarkError } from './seed-mark.js';
import { seedOnce } from './seed-once.js';

const DAY = new Date('2026-11-22T10:00:00+08:00');
const NEXT_DAY = new Date('2026-11-23T10:00:00+08:00');

let folder: string;
let mark: string;
let stores: OpenStores;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-seeds-'));
  mark = join(folder, 'seeded.json');
  stores = openStores(':memory:', () => NEXT_DAY.getTime());
});

afterEach(() => {
  stores.close();
  rmSync(folder, { recursive: true });
});

function hasChan(): boolean {
  return stores.patients.facts([{ patient: PATIENT_CHAN, person: null }])[0] !== null;
}

describe('seedOnce', () => {
  it('seeds the world of the day, and only once', () => {
    const told: string[] = [];
    const first = seedOnce(mark, stores, DAY, (written, of) => told.push(`${written}/${of}`));
    expect(first).toMatchObject({ outcome: 'SEEDED', date: '2026-11-22' });
    expect(hasChan()).toBe(true);
    const [written, of] = told.at(-1)?.split('/') ?? [];
    expect(written).toBe(of);
    expect(seedOnce(mark, stores, NEXT_DAY)).toEqual({
      outcome: 'SEEDED_BEFORE',
      date: '2026-11-22',
    });
  });

  it('goes on with the world of the same day where it was cut short', () => {
    const cut = (): never => {
      throw new Error('cut short');
    };
    expect(() => seedOnce(mark, stores, DAY, cut)).toThrow('cut short');
    expect(hasChan()).toBe(false);
    expect(seedOnce(mark, stores, NEXT_DAY)).toMatchObject({
      outcome: 'SEEDED',
      date: '2026-11-22',
    });
    expect(hasChan()).toBe(true);
    expect(JSON.parse(readFileSync(mark, 'utf8'))).toEqual({
      date: '2026-11-22',
      isComplete: true,
      residents: 24,
    });
  });

  it.each(['', '{', 'null', '{"date":"yesterday"}'])('refuses a damaged mark: %j', (text) => {
    writeFileSync(mark, text);
    expect(() => seedOnce(mark, stores, DAY)).toThrow(SeedMarkError);
    expect(hasChan()).toBe(false);
  });
});
