import { describe, expect, it } from '@jest/globals';
import { PERSONAS } from '@causeway/seeds';
import { UnknownPatientTokenError, UnknownPersonaError, claimsFor } from './whose-token.js';

const isPatient = (id: string): boolean => id === 'pat-1';

describe('claimsFor', () => {
  it.each(PERSONAS.map(({ name, claims }) => ({ name, claims })))(
    'gives $name their claims',
    ({ name, claims }) => {
      expect(claimsFor(name, isPatient)).toBe(claims);
    },
  );

  it('lets anybody be a patient of the database', () => {
    expect(claimsFor('patient:pat-1', isPatient)).toMatchObject({
      fhirUser: 'Patient/pat-1',
      purpose_of_use: ['PATRQT'],
    });
  });

  it('gives nothing for a patient who is not in the database', () => {
    expect(() => claimsFor('patient:pat-2', isPatient)).toThrow(UnknownPatientTokenError);
  });

  it('names those who are called alike', () => {
    expect(() => claimsFor('dr-lii', isPatient)).toThrow(UnknownPersonaError);
    expect(() => claimsFor('dr-lii', isPatient)).toThrow('Did you mean dr-li');
  });

  it('names all where nobody is called alike', () => {
    expect(() => claimsFor('xyzzy', isPatient)).toThrow('There are patient-chan, sdm-chan');
  });
});
