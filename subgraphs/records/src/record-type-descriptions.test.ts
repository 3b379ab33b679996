import { afterEach, describe, expect, it } from '@jest/globals';
import { RECORD_TYPES } from './record-types.js';
import { openWith } from './testing/open.js';
import type { OpenRecords } from './testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

describe('recordTypes', () => {
  it('describes every record type and where patients list it, without a permit or a statement', async () => {
    records = openWith();
    const { data, errors } = await records.ask(
      '{ recordTypes { name description categories lists { field category description } } }',
    );
    expect(errors).toBeUndefined();
    const types = (data as { recordTypes: { name: string }[] }).recordTypes;
    expect(types.map(({ name }) => name)).toEqual(RECORD_TYPES);
    expect(types.find(({ name }) => name === 'MedicationRequest')).toEqual({
      name: 'MedicationRequest',
      description: expect.stringContaining('FHIR MedicationRequest'),
      categories: ['MEDICATION', 'CHINESE_MED'],
      lists: [
        {
          field: 'medicationRequests',
          category: 'MEDICATION',
          description: 'Prescriptions and other orders of medicines.',
        },
        {
          field: 'chineseMedicineRequests',
          category: 'CHINESE_MED',
          description: 'Prescriptions of Chinese medicine.',
        },
      ],
    });
    expect(records.statements).toEqual([]);
  });
});
