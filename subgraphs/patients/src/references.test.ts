import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import { openEmpty, patient, relatedPerson } from './testing/open.js';
import type { OpenPatients } from './testing/open.js';

let patients: OpenPatients;

beforeEach(() => {
  patients = openEmpty();
  for (const id of ['p-1', 'p-2', 'p-3']) {
    patients.repository.putPatient(patient(id));
    patients.repository.putRelatedPerson(relatedPerson(`rp-${id}`, id));
  }
});

afterEach(() => {
  patients.close();
});

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Patient { id hkid patientNumber relatedPersons { id identifier { value } patient { id birthDate } } }
    ... on RelatedPerson { id patient { id } }
  }
}`;

const entities = (__typename: string, ids: readonly string[]) => ({
  representations: ids.map((id) => ({ __typename, id })),
});

describe('references', () => {
  it('answers patients in the order asked, with null for the missing and those without a permit', async () => {
    const { data, errors } = await patients.ask(ENTITIES, {
      variables: entities('Patient', ['p-3', 'p-nobody', 'p-2', 'p-1', 'p-3']),
      permits: [permit('p-1'), permit('p-3'), permit('p-nobody')],
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [{ id: 'p-3' }, null, null, { id: 'p-1' }, { id: 'p-3' }],
    });
  });

  it.each([
    ['with a permit', [permit('p-1')], { id: 'rp-p-1', patient: { id: 'p-1' } }],
    ['without one', [permit('p-2')], null],
    ['with one for a caller abroad', [permit('p-1', { abroad: true })], null],
    ['with one without demographics', [permit('p-1', { scopes: ['CONSENT'] })], null],
  ])('answers a related person of a patient %s', async (_, permits, expected) => {
    const { data } = await patients.ask(ENTITIES, {
      variables: entities('RelatedPerson', ['rp-p-1', 'rp-nobody']),
      permits,
    });
    expect(data).toEqual({ _entities: [expected, null] });
  });

  it.each([[1], [3]])('runs four statements for %i patients and all below them', async (count) => {
    const ids = ['p-1', 'p-2', 'p-3'].slice(0, count);
    patients.statements.length = 0;
    await patients.ask(ENTITIES, {
      variables: entities('Patient', ids),
      permits: ids.map((id) => permit(id)),
    });
    // Patients, their identifiers, their related persons, and the identifiers of those.
    expect(patients.statements).toHaveLength(4);
  });
});
