import { describe, expect, it } from '@jest/globals';
import { confidentialityOf, earliestInstant } from '@causeway/schema';
import type { Confidentiality } from '@causeway/schema';
import type { NewRecord } from '@causeway/records';
import { addDays } from './calendar.js';
import { CHAN_EXPECTATIONS, expectedCount } from './chan-expectations.js';
import type { Expectation, Tally } from './chan-expectations.js';
import {
  FERRY_PIER_PHARMACY,
  LIANHUA_BAY_HOSPITAL,
  LION_ROCK_HOSPITAL,
  PATIENT_CHAN,
} from './ids.js';
import { recordsOf } from './load/records.js';
import { world } from './world.js';

interface Day {
  readonly windowStart: number;
  readonly records: readonly NewRecord[];
}

function dayOf(date: string): Day {
  const made = world(new Date(`${date}T12:00:00+08:00`));
  const records = recordsOf({
    ...made,
    records: made.records.filter(({ patient }) => patient === PATIENT_CHAN),
  });
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year - 3, month, 0)).getUTCDate();
  const windowStart = Date.UTC(year - 3, month - 1, Math.min(day, lastDay)) - 8 * 3_600_000;
  return { windowStart, records };
}

function countsOf(
  { windowStart, records }: Day,
  { category, type }: Expectation,
): Expectation['counts'] {
  const matching = records.filter((record) => record.category === category && record.type === type);
  const tally = (level: Confidentiality): Tally => {
    const instants = matching
      .filter(({ security }) => confidentialityOf(security) === level)
      .map(({ clinicalDate }) => earliestInstant(clinicalDate));
    return {
      within: instants.filter((instant) => instant !== null && instant >= windowStart).length,
      beyond: instants.filter((instant) => instant !== null && instant < windowStart).length,
      undated: instants.filter((instant) => instant === null).length,
    };
  };
  return { N: tally('N'), R: tally('R'), V: tally('V') };
}

const FIELDS = Object.entries<Expectation>(CHAN_EXPECTATIONS);

describe('CHAN_EXPECTATIONS', () => {
  const day = dayOf('2026-11-22');

  it.each(FIELDS)('counts %s right', (_, expectation) => {
    expect(countsOf(day, expectation)).toEqual(expectation.counts);
  });

  it.each(['2024-02-29', '2025-12-31', '2026-01-01', '2027-03-01', '2028-02-29', '2028-03-01'])(
    'holds on %s',
    (date) => {
      const other = dayOf(date);
      for (const [, expectation] of FIELDS) {
        expect(countsOf(other, expectation)).toEqual(expectation.counts);
      }
    },
  );

  it('covers every record but statements of origin', () => {
    const counted = FIELDS.flatMap(([, { counts }]) => Object.values(counts)).reduce(
      (sum, { within, beyond, undated }) => sum + within + beyond + undated,
      0,
    );
    const others = day.records.filter(({ type }) => type === 'Provenance');
    expect(counted + others.length).toBe(day.records.length);
  });

  it('counts restricted and very restricted records of each category that the eight answers show', () => {
    for (const field of [
      'allergyIntolerances',
      'conditions',
      'medicationRequests',
      'medicationDispenses',
      'laboratoryReports',
      'laboratoryObservations',
      'imagingStudies',
    ] as const) {
      const { R, V } = CHAN_EXPECTATIONS[field].counts;
      expect(R.within).toBeGreaterThan(0);
      expect(V.within).toBeGreaterThan(0);
    }
  });

  it('expects nothing restricted to be written where it could be read for that alone', () => {
    const readers = [LION_ROCK_HOSPITAL, FERRY_PIER_PHARMACY, LIANHUA_BAY_HOSPITAL];
    const restricted = day.records.filter(({ security }) => confidentialityOf(security) !== 'N');
    expect(
      restricted.filter(({ authorOrganization }) => readers.includes(authorOrganization ?? '')),
    ).toEqual([]);
    expect(restricted.every(({ authorOrganization }) => authorOrganization !== null)).toBe(true);
  });

  it('has records on either side of the first moment of the look-back', () => {
    const first = new Date(day.windowStart).getTime();
    const instants = day.records.map(({ clinicalDate }) => earliestInstant(clinicalDate));
    expect(instants).toContain(first);
    expect(instants).toContain(first - 1_000);
    expect(day.records.map(({ clinicalDate }) => clinicalDate)).toContain(
      addDays('2023-11-22', -1),
    );
  });
});

describe('expectedCount', () => {
  it.each([
    ['the patient', ['N', 'R', 'V'], 'UNBOUNDED', 17],
    ['a doctor at home', ['N'], 'UNBOUNDED', 12],
    ['a doctor abroad', ['N'], 'THREE_YEARS', 7],
  ] as const)('adds up what %s finds', (_, levels, window, count) => {
    expect(expectedCount('allergyIntolerances', levels, window)).toBe(count);
  });
});
