import { afterEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import type { NewRecord, RecordLink } from '../new-record.js';
import type { RecordType } from '../record-types.js';
import { confidential, ofType } from '../testing/build-record.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';

let records: OpenRecords;

afterEach(() => {
  records.close();
});

/** The fields of one record, as a caller with the given permits sees them. */
async function see(
  type: RecordType,
  fields: string,
  batch: readonly NewRecord[],
  permits: readonly Permit[] = [permit('p-chan')],
): Promise<unknown> {
  records = openWith(...batch);
  const { data, errors } = await records.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
    { permits, variables: { representations: [{ __typename: type, id: 'it' }] } },
  );
  expect(errors).toBeUndefined();
  return (data as { _entities: unknown[] })._entities[0];
}

const links = (element: string, ...targets: string[]): RecordLink[] =>
  targets.map((target, position) => ({ element, position, target }));

describe('a link to another record', () => {
  const report = ofType('DiagnosticReport', {
    id: 'it',
    encounter: 'e1',
    links: links('result', 'o3', 'o1', 'gone', 'o2'),
  });
  const result = (id: string, stated: Partial<NewRecord> = {}) =>
    ofType('Observation', { id, category: 'LAB_REPORT', ...stated });
  const results = [result('o1'), result('o2'), result('o3')];
  const encounter = ofType('Encounter', { id: 'e1' });
  const FIELDS = 'result { id } encounter { id }';

  it('leads to what it refers to, in the order of the references', async () => {
    expect(await see('DiagnosticReport', FIELDS, [report, encounter, ...results])).toEqual({
      result: [{ id: 'o3' }, { id: 'o1' }, { id: 'o2' }],
      encounter: { id: 'e1' },
    });
  });

  it.each<[string, Partial<NewRecord>]>([
    ['restricted', { security: [confidential('R')] }],
    ['of another patient', { patient: 'p-lam' }],
    ['of another type', { type: 'Condition', category: 'DIAGNOSIS' }],
  ])('leads nowhere where the other record is %s', async (_case, stated) => {
    const batch = [
      report,
      { ...encounter, ...stated },
      result('o1', stated),
      result('o2', stated),
      result('o3', stated),
    ];
    expect(await see('DiagnosticReport', FIELDS, batch)).toEqual({ result: [], encounter: null });
  });

  it('looks the same whether the other record is withheld or never was', async () => {
    const hidden = result('o1', { security: [confidential('R')] });
    const withheld = await see('DiagnosticReport', FIELDS, [report, hidden]);
    records.close();
    expect(await see('DiagnosticReport', FIELDS, [report])).toEqual(withheld);
  });

  it('leads to the record of another patient only under a permit for that patient', async () => {
    const batch = [report, result('o1', { patient: 'p-lam' })];
    const permits = [permit('p-chan'), permit('p-lam')];
    expect(await see('DiagnosticReport', FIELDS, batch, permits)).toMatchObject({
      result: [{ id: 'o1' }],
    });
  });

  it('leaves out what the scopes of the permit do not cover', async () => {
    const permits = [permit('p-chan', { scopes: ['PERSON', 'LAB_REPORT'] })];
    expect(await see('DiagnosticReport', FIELDS, [report, encounter, ...results], permits)).toEqual(
      { result: [{ id: 'o3' }, { id: 'o1' }, { id: 'o2' }], encounter: null },
    );
  });

  it('may lead to records of any type', async () => {
    const procedure = ofType('Procedure', {
      id: 'it',
      links: links('reasonReference', 'c1', 'o1'),
    });
    const batch = [procedure, ofType('Condition', { id: 'c1' }), result('o1')];
    expect(await see('Procedure', 'reasonReference { __typename id category }', batch)).toEqual({
      reasonReference: [
        { __typename: 'Condition', id: 'c1', category: 'DIAGNOSIS' },
        { __typename: 'Observation', id: 'o1', category: 'LAB_REPORT' },
      ],
    });
  });
});

describe('a link to a single record', () => {
  it('is that record, or null', async () => {
    const prescription = ofType('MedicationRequest', {
      id: 'it',
      links: links('priorPrescription', 'm1'),
    });
    const FIELD = 'priorPrescription { id priorPrescription { id } }';
    const prior = ofType('MedicationRequest', { id: 'm1' });
    expect(await see('MedicationRequest', FIELD, [prescription, prior])).toEqual({
      priorPrescription: { id: 'm1', priorPrescription: null },
    });
  });
});

describe('provenance', () => {
  const provenance = (id: string, stated: Partial<NewRecord> = {}) =>
    ofType('Provenance', { id, links: links('target', 'it', 'other'), ...stated });
  const batch = [
    ofType('AllergyIntolerance', { id: 'it' }),
    ofType('AllergyIntolerance', { id: 'other', security: [confidential('R')] }),
    provenance('v1'),
    provenance('v2', { security: [confidential('R')] }),
    ofType('DocumentReference', { id: 'd1', links: links('target', 'it') }),
  ];

  it('is found from its target, and tells of the targets that are there', async () => {
    expect(await see('AllergyIntolerance', 'provenance { id target { id } }', batch)).toEqual({
      provenance: [{ id: 'v1', target: [{ id: 'it' }] }],
    });
  });
});

describe('the diagnoses of an encounter', () => {
  const encounter = ofType('Encounter', {
    id: 'it',
    content: {
      resourceType: 'Encounter',
      diagnosis: [
        { condition: { reference: 'Condition/c1', display: 'HIV' }, rank: 1 },
        { condition: { reference: 'Condition/c2' }, rank: 2, use: { text: 'discharge' } },
        { condition: { reference: 'Condition/c3' }, rank: 3 },
      ],
    },
    links: links('diagnosis.condition', 'c1', 'c2', 'o1'),
  });

  it('are those whose condition is there, each with its own use and rank', async () => {
    const batch = [
      encounter,
      ofType('Condition', { id: 'c1', security: [confidential('R')] }),
      ofType('Condition', { id: 'c2' }),
      ofType('Observation', { id: 'o1' }),
    ];
    const FIELD = 'diagnosis { rank use { text } condition { id } }';
    expect(await see('Encounter', FIELD, batch)).toEqual({
      diagnosis: [{ rank: 2, use: { text: 'discharge' }, condition: { id: 'c2' } }],
    });
  });
});
