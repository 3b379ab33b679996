import { afterEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { buildRecord, confidential, ofType } from './testing/build-record.js';
import { openWith } from './testing/open.js';
import type { OpenRecords } from './testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

const ask = (permits: readonly Permit[]) =>
  records.ask(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Patient {
          recordSummary {
            patient { id }
            allergyAdr { count latest }
            diagnosis { count latest }
            immunisation { count latest }
          }
        }
      }
    }`,
    {
      permits,
      variables: {
        representations: permits.map(({ patient: id }) => ({ __typename: 'Patient', id })),
      },
    },
  );

const summaries = (result: { data?: unknown }) =>
  (result.data as { _entities: { recordSummary: unknown }[] })._entities.map(
    (each) => each.recordSummary,
  );

describe('recordSummary', () => {
  it('counts the records of each category and tells of when the newest is, as it was written', async () => {
    records = openWith(
      buildRecord({ clinicalDate: '2019' }),
      buildRecord({ clinicalDate: '2021-05' }),
      buildRecord({ clinicalDate: null }),
      ofType('Condition', { clinicalDate: null }),
      ofType('Provenance'),
    );
    expect(summaries(await ask([permit('p-chan')]))).toEqual([
      {
        patient: { id: 'p-chan' },
        allergyAdr: { count: 3, latest: '2021-05' },
        diagnosis: { count: 1, latest: null },
        immunisation: { count: 0, latest: null },
      },
    ]);
  });

  it('tells of what the permit covers only', async () => {
    records = openWith(
      buildRecord({ clinicalDate: '2024' }),
      buildRecord({ clinicalDate: '2025', security: [confidential('R')] }),
      ofType('Condition'),
    );
    const stated = { scopes: ['PERSON', 'ALLERGY_ADR'] as const };
    expect(summaries(await ask([permit('p-chan', stated)]))).toMatchObject([
      { allergyAdr: { count: 1, latest: '2024' }, diagnosis: null, immunisation: null },
    ]);
  });

  it.each([1, 30])('takes one statement for %i patients and all categories', async (count) => {
    const patients = Array.from({ length: count }, (_, index) => `p-${index}`);
    records = openWith(
      ...patients.flatMap((patient) => [
        buildRecord({ patient }),
        ofType('Condition', { patient }),
      ]),
    );
    const found = summaries(await ask(patients.map((patient) => permit(patient))));
    expect(found).toHaveLength(count);
    for (const summary of found) {
      expect(summary).toMatchObject({ allergyAdr: { count: 1 }, diagnosis: { count: 1 } });
    }
    expect(records.statements).toHaveLength(1);
  });
});
