import { afterEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { NewRecord } from '../new-record.js';
import type { RecordType } from '../record-types.js';
import { ofType } from '../testing/build-record.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

/** The fields of a record made of the given elements. */
async function see(
  type: RecordType,
  elements: Readonly<Record<string, unknown>>,
  fields: string,
  stated: Partial<NewRecord> = {},
  permitted: Partial<Permit> = {},
): Promise<unknown> {
  records = openWith(
    ofType(type, { id: 'it', content: { resourceType: type, ...elements }, ...stated }),
  );
  const { data, errors } = await records.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
    {
      permits: [permit('p-chan', permitted)],
      variables: { representations: [{ __typename: type, id: 'it' }] },
    },
  );
  expect(errors).toBeUndefined();
  return (data as { _entities: unknown[] })._entities[0];
}

describe('every record', () => {
  const FIELDS =
    'id category clinicalDate recordedDate security { system code } status versionId sourceJurisdiction author { id } authorRole { id } patient { id }';

  it('has what decisions and readers need of it', async () => {
    const stated = {
      clinicalDate: '2024-03',
      recordedDate: '2024-03-02',
      authorOrganization: 'o-1',
      authorRole: 'r-1',
      sourceJurisdiction: 'CN-GD',
    };
    expect(await see('AllergyIntolerance', {}, FIELDS, stated)).toEqual({
      id: 'it',
      category: 'ALLERGY_ADR',
      clinicalDate: '2024-03',
      recordedDate: '2024-03-02',
      security: [{ system: CONFIDENTIALITY_SYSTEM, code: 'N' }],
      status: 'active',
      versionId: '1',
      sourceJurisdiction: 'CN-GD',
      author: { id: 'o-1' },
      authorRole: { id: 'r-1' },
      patient: { id: 'p-chan' },
    });
  });

  it('does without what its source does not tell', async () => {
    const stated = { clinicalDate: 'last spring', status: null };
    expect(await see('AllergyIntolerance', {}, FIELDS, stated)).toMatchObject({
      clinicalDate: null,
      recordedDate: null,
      status: null,
      author: null,
      authorRole: null,
    });
  });

  it('reads as null what is not of the type that R4 says', async () => {
    const elements = {
      code: 'Penicillin',
      criticality: { value: 'high' },
      reaction: { severity: 'severe', manifestation: [null, { text: 'Hives' }] },
      onsetDateTime: '2024-99',
      note: [],
    };
    const fields =
      'code { text } criticality reaction { severity manifestation { text } } onsetDateTime note { text }';
    expect(await see('AllergyIntolerance', elements, fields)).toEqual({
      code: null,
      criticality: null,
      reaction: [{ severity: 'severe', manifestation: [{ text: 'Hives' }] }],
      onsetDateTime: null,
      note: null,
    });
  });
});

describe('record types', () => {
  it('show FHIR `category` beside the sharable category', async () => {
    const elements = { category: ['food', 'medication'] };
    expect(await see('AllergyIntolerance', elements, 'category sourceCategory')).toEqual({
      category: 'ALLERGY_ADR',
      sourceCategory: ['food', 'medication'],
    });
  });

  it('show values as their source has them, components and ranges among them', async () => {
    const pressure = (code: string, value: number) => ({
      code: { text: code },
      valueQuantity: { value, unit: 'mmHg' },
      referenceRange: [{ high: { value: 140 }, text: 'below 140' }],
    });
    const elements = {
      code: { text: 'Blood pressure' },
      component: [pressure('systolic', 120), pressure('diastolic', 80)],
    };
    const fields =
      'code { text } valueQuantity { value } component { code { text } valueQuantity { value unit } referenceRange { high { value } text } }';
    expect(await see('Observation', elements, fields)).toEqual({
      ...elements,
      valueQuantity: null,
    });
  });

  it('show how a medicine is to be taken', async () => {
    const elements = {
      medicationCodeableConcept: { text: 'Paracetamol 500 mg' },
      dosageInstruction: [
        {
          text: 'one tablet three times a day',
          timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd', when: ['PC'] } },
          doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
        },
      ],
    };
    const fields =
      'medicationCodeableConcept { text } dosageInstruction { text timing { repeat { frequency period periodUnit when } } doseAndRate { doseQuantity { value unit } } }';
    expect(await see('MedicationRequest', elements, fields)).toEqual(elements);
  });

  it('show a document without its address elsewhere', async () => {
    const elements = {
      content: [
        {
          attachment: {
            contentType: 'text/plain',
            data: 'aGVsbG8=',
            url: 'https://elsewhere.example',
          },
        },
      ],
    };
    const fields = 'content { attachment { contentType data } }';
    expect(await see('DocumentReference', elements, fields)).toEqual({
      content: [{ attachment: { contentType: 'text/plain', data: 'aGVsbG8=' } }],
    });
  });
});

describe('images', () => {
  it.each<[string, Permit['obligations'], string[]]>([
    ['may be downloaded', [], ['VIEW', 'DOWNLOAD']],
    ['may only be viewed under that obligation', ['NO_REUSE', 'NO_IMAGE_DOWNLOAD'], ['VIEW']],
  ])('%s', async (_case, obligations, actions) => {
    expect(await see('ImagingStudy', {}, 'permittedActions', {}, { obligations })).toEqual({
      permittedActions: actions,
    });
  });
});
