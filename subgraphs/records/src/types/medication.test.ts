import { describe, expect, it } from '@jest/globals';
import { medicationOf } from './medication.js';

const CODE = { coding: [{ system: 'urn:a', code: '1' }], text: 'Paracetamol 500 mg' };
const read = {
  coding: [{ system: 'urn:a', version: null, code: '1', display: null }],
  text: CODE.text,
};
const contained = [
  { resourceType: 'Substance', id: 'm1', code: { text: 'another' } },
  { resourceType: 'Medication', id: 'm0', code: { text: 'another' } },
  { resourceType: 'Medication', id: 'm1', code: CODE },
];

describe('medicationOf', () => {
  it.each<[string, object, unknown]>([
    ['the concept', { medicationCodeableConcept: CODE }, read],
    ['a contained Medication', { contained, medicationReference: { reference: '#m1' } }, read],
    [
      'the words by which it is referred to',
      { contained, medicationReference: { reference: 'Medication/9', display: 'Aspirin' } },
      { coding: null, text: 'Aspirin' },
    ],
    ['no reference that nothing is known of', { medicationReference: { reference: '#m2' } }, null],
    ['nothing', {}, null],
  ])('reads %s', (_case, elements, medication) => {
    expect(medicationOf({ resourceType: 'MedicationRequest', ...elements })).toEqual(medication);
  });
});
