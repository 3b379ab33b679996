import { describe, expect, it } from '@jest/globals';
import { PERSONAS } from '@causeway/seeds/personas';
import {
  UnknownPatientTokenError,
  UnknownPersonaError,
  claimsFor,
  claimsWithoutGrant,
} from './whose-token.js';

const isPatient = (id: string): Promise<boolean> => Promise.resolve(id === 'pat-1');

describe('claimsFor', () => {
  it.each(PERSONAS.map(({ name, claims }) => ({ name, claims })))(
    'gives $name their claims',
    async ({ name, claims }) => {
      expect(await claimsFor(name, isPatient)).toBe(claims);
    },
  );

  it('lets anybody be a patient of the database', async () => {
    expect(await claimsFor('patient:pat-1', isPatient)).toMatchObject({
      fhirUser: 'Patient/pat-1',
      purpose_of_use: ['PATRQT'],
    });
  });

  it('gives nothing for a patient who is not in the database', async () => {
    await expect(claimsFor('patient:pat-2', isPatient)).rejects.toThrow(UnknownPatientTokenError);
  });

  it('names those who are called alike', async () => {
    await expect(claimsFor('dr-lii', isPatient)).rejects.toThrow(UnknownPersonaError);
    await expect(claimsFor('dr-lii', isPatient)).rejects.toThrow('Did you mean dr-li');
  });

  it('names all where nobody is called alike', async () => {
    await expect(claimsFor('xyzzy', isPatient)).rejects.toThrow('There are patient-chan, sdm-chan');
  });
});

describe('claimsWithoutGrant', () => {
  it('leaves out the grant, and nothing else', async () => {
    const claims = await claimsFor('dr-li', isPatient);
    const { grant } = claims;
    expect(grant).toBeDefined();
    const own = claimsWithoutGrant(claims);
    expect(own).not.toHaveProperty('grant');
    expect({ ...own, grant }).toEqual(claims);
  });
});
