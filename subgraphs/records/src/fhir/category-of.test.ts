import { describe, expect, it } from '@jest/globals';
import { categoryOf } from './category-of.js';
import { LOINC, SNOMED, concept, observation, resource } from './testing/build-resource.js';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074';

describe('categoryOf', () => {
  it.each([
    ['AllergyIntolerance', 'ALLERGY_ADR'],
    ['Condition', 'DIAGNOSIS'],
    ['Procedure', 'PROCEDURE'],
    ['MedicationRequest', 'MEDICATION'],
    ['MedicationDispense', 'MEDICATION'],
    ['Encounter', 'ENCOUNTER'],
    ['Appointment', 'ENCOUNTER'],
    ['DocumentReference', 'CLINICAL_NOTE'],
    ['Immunization', 'IMMUNISATION'],
    ['DiagnosticReport', 'OTHER_INVESTIGATION'],
    ['ImagingStudy', 'RAD_IMAGE'],
    ['ServiceRequest', 'REFERRAL'],
  ])('files %s under %s', (type, category) => {
    expect(categoryOf(resource(type))).toBe(category);
  });

  it.each([
    'Claim',
    'ExplanationOfBenefit',
    'CarePlan',
    'Goal',
    'Composition',
    'MedicationStatement',
    'Provenance',
    'Unheard',
  ])('does not share %s by itself', (type) => {
    expect(categoryOf(resource(type))).toBeNull();
  });

  it.each([
    ['laboratory', 'LAB_REPORT'],
    ['vital-signs', 'OBS_LIFESTYLE'],
    ['social-history', 'OBS_LIFESTYLE'],
    ['survey', 'OBS_LIFESTYLE'],
    ['imaging', 'RAD_REPORT'],
    ['procedure', 'OTHER_INVESTIGATION'],
  ])('files an observation of category %s under %s', (code, category) => {
    const changes = { category: [concept(CATEGORY, code)], code: { text: 'invented' } };
    expect(categoryOf(observation(changes))).toBe(category);
  });

  it.each([
    ['a vital sign by its code', { code: concept(LOINC, '8867-4') }, 'OBS_LIFESTYLE'],
    ['one with a specimen', { code: { text: 'x' }, specimen: {} }, 'LAB_REPORT'],
    ['a birth weight', { code: concept(LOINC, '8339-4') }, 'BIRTH'],
    ['one of which nothing is known', { code: concept(LOINC, '718-7') }, null],
  ])('files an observation without a category: %s', (_, changes, category) => {
    expect(categoryOf(observation({ category: undefined, ...changes }))).toBe(category);
  });

  it('does not share an observation of a category that it does not know', () => {
    const changes = { category: [concept(CATEGORY, 'astrology')], code: { text: 'x' } };
    expect(categoryOf(observation(changes))).toBeNull();
  });

  it.each([
    ['laboratory', { category: [concept(SECTION, 'HM')] }, 'LAB_REPORT'],
    ['radiology', { category: [concept(SNOMED, '394914008')] }, 'RAD_REPORT'],
    ['radiology by LOINC', { category: [concept(LOINC, 'LP29684-5')] }, 'RAD_REPORT'],
    ['a note', { code: concept(LOINC, '34117-2') }, 'CLINICAL_NOTE'],
    [
      'a note with results',
      { code: concept(LOINC, '34117-2'), result: [{}] },
      'OTHER_INVESTIGATION',
    ],
  ])('files a report: %s', (_, changes, category) => {
    expect(categoryOf(resource('DiagnosticReport', changes))).toBe(category);
  });

  it.each([
    ['a medical certificate', { type: { text: '醫生證明書' } }, 'MED_CERT'],
    ['a birth record', { type: { text: 'Birth record' } }, 'BIRTH'],
    ['a Chinese medicine note', { context: { practiceSetting: { text: '中醫' } } }, 'CHINESE_MED'],
  ])('files a document: %s', (_, changes, category) => {
    expect(categoryOf(resource('DocumentReference', changes))).toBe(category);
  });

  it('files a pattern of traditional medicine under Chinese medicine', () => {
    const code = concept('http://id.who.int/icd/release/11/mms', 'SF50');
    expect(categoryOf(resource('Condition', { code }))).toBe('CHINESE_MED');
  });
});
