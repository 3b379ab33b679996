import { describe, expect, it } from '@jest/globals';
import { patientEntry, relatedPersonEntry } from './patient.js';

const context = {
  id: 'p-1',
  source: { namespace: 'urn:source', id: 'Patient/1' },
  identifier: [],
  resolve: () => ({ type: 'Organization', id: 'o-1' }),
};

describe('patientEntry', () => {
  it('keeps names as they are written, in any script', () => {
    const name = [
      { text: '陳大文' },
      { use: 'official', family: 'Chan', given: ['Tai', 'Man'], prefix: ['Mr'] },
    ];
    expect(patientEntry({ resourceType: 'Patient', name }, context).name).toEqual(name);
  });

  it('keeps partial dates, and a postal code that stands in an extension', () => {
    const entry = patientEntry(
      {
        resourceType: 'Patient',
        birthDate: '1957',
        address: [
          {
            city: '內湖區',
            district: '臺北市',
            _postalCode: { extension: [{ valueCodeableConcept: { coding: [{ code: '114' }] } }] },
          },
        ],
      },
      context,
    );
    expect(entry.birthDate).toBe('1957');
    expect(entry.address).toEqual([{ city: '內湖區', district: '臺北市', postalCode: '114' }]);
  });

  it.each([
    [{ deceasedDateTime: '2020-01' }, { isDeceased: true, deceased: '2020-01' }],
    [{ deceasedBoolean: true }, { isDeceased: true, deceased: null }],
    [{ deceasedBoolean: false }, { isDeceased: false, deceased: null }],
    [{}, { isDeceased: null, deceased: null }],
  ])('reads of death %j', (elements, expected) => {
    expect(patientEntry({ resourceType: 'Patient', ...elements }, context)).toMatchObject(expected);
  });

  it('prefers the language that the patient prefers', () => {
    const communication = [
      { language: { coding: [{ code: 'en' }] } },
      { language: { coding: [{ code: 'zh-HK' }] }, preferred: true },
    ];
    expect(
      patientEntry({ resourceType: 'Patient', communication }, context).preferredLanguage,
    ).toBe('zh-HK');
  });

  it('keeps no narrative', () => {
    const entry = patientEntry(
      { resourceType: 'Patient', text: { status: 'generated', div: '<div/>' } },
      context,
    );
    expect(entry.content).toEqual({ resourceType: 'Patient' });
  });
});

describe('relatedPersonEntry', () => {
  it('gives nobody a say, whatever the relationship says', () => {
    const relationship = [{ coding: [{ code: 'MTH' }] }];
    const entry = relatedPersonEntry(
      { resourceType: 'RelatedPerson', active: true, relationship },
      'p-1',
      context,
    );
    expect(entry).toMatchObject({ role: 'CONTACT', basis: null, person: null, patient: 'p-1' });
  });
});
