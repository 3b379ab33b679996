import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { PatientFacts } from '@causeway/schema';
import { openEmpty, patient, relatedPerson } from './testing/open.js';
import type { OpenPatients } from './testing/open.js';

let patients: OpenPatients;

beforeEach(() => {
  patients = openEmpty();
});

afterEach(() => {
  patients.close();
});

const QUERY = 'query ($keys: [AccessFactsKey!]!) { patientFacts(keys: $keys) }';

const askFacts = (keys: readonly unknown[]) =>
  patients.ask(QUERY, { use: 'facts', caller: null, variables: { keys } });

const factsOf = (name: string, person: string | null = null): PatientFacts | null | undefined =>
  patients.repository.facts([{ patient: name, person }])[0];

describe('Query.patientFacts', () => {
  it('answers each key in order, with null for a patient who is not there', async () => {
    patients.repository.putPatient(patient('p-1'));
    patients.repository.putPatient(patient('p-2', { birthDate: '2016' }));
    patients.repository.setJoiningStatus('p-2', 'ACTIVE');
    patients.repository.putRelatedPerson(
      relatedPerson('rp-1', 'p-2', { person: 'p-1', period: { start: '2016', end: null } }),
    );
    const { data, errors } = await askFacts([
      { patient: 'p-2', person: 'p-1' },
      { patient: 'p-nobody', person: null },
      { patient: 'p-1', person: 'p-1' },
    ]);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      patientFacts: [
        {
          epoch: 3,
          joining: 'ACTIVE',
          birthDate: '2016',
          incapable: false,
          isTest: false,
          relations: [
            {
              role: 'SDM',
              basis: 'PARENT',
              active: true,
              period: { start: '2016', end: null },
            },
          ],
        },
        null,
        {
          epoch: 1,
          joining: 'NOT_JOINED',
          birthDate: '1960-05-17',
          incapable: false,
          isTest: false,
          relations: [],
        },
      ],
    });
  });

  it('answers what was registered at an instant that a key names, beside keys of the present', async () => {
    const then = TEST_NOW - 1_000;
    for (const id of ['p-1', 'p-2']) patients.repository.putPatient(patient(id), then);
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-2', { person: 'p-1' }), then);
    patients.repository.setJoiningStatus('p-2', 'ACTIVE');
    patients.repository.putRelatedPerson(
      relatedPerson('rp-1', 'p-2', { person: 'p-1', active: false }),
    );
    const key = { patient: 'p-2', person: 'p-1' };
    const { data } = await askFacts([{ ...key, at: then }, key, { ...key, at: then - 1 }]);
    expect(data).toMatchObject({
      patientFacts: [
        { joining: 'NOT_JOINED', relations: [{ active: true }] },
        { joining: 'ACTIVE', relations: [{ active: false }] },
        null,
      ],
    });
  });

  it('states only the relations of the person who asks to the patient asked of', () => {
    for (const id of ['p-1', 'p-2']) patients.repository.putPatient(patient(id));
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-1', { person: 'p-mother' }));
    patients.repository.putRelatedPerson(relatedPerson('rp-2', 'p-2', { person: 'p-father' }));
    const facts = patients.repository.facts([
      { patient: 'p-1', person: 'p-mother' },
      { patient: 'p-1', person: 'p-father' },
      { patient: 'p-2', person: 'p-mother' },
      { patient: 'p-1', person: null },
    ]);
    expect(facts.map((fact) => fact?.relations.length)).toEqual([1, 0, 0, 0]);
  });

  it('states that a relation is not active, and its period, without judging either', () => {
    patients.repository.putPatient(patient('p-1'));
    const period = { start: '2000-01-01', end: '2001-01-01' };
    patients.repository.putRelatedPerson(
      relatedPerson('rp-1', 'p-1', { person: 'p-mother', active: false, period }),
    );
    expect(factsOf('p-1', 'p-mother')?.relations).toMatchObject([{ active: false, period }]);
  });

  it('states a relation as it is registered now, and none of its past', () => {
    patients.repository.putPatient(patient('p-1'), TEST_NOW - 2);
    const put = (stated: Parameters<typeof relatedPerson>[2], at: number) =>
      patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-1', stated), at);
    put({ person: 'p-mother' }, TEST_NOW - 2);
    put({ person: 'p-mother', active: false }, TEST_NOW - 1);
    expect(factsOf('p-1', 'p-mother')?.relations).toMatchObject([{ active: false }]);
    put({ person: 'p-father' }, TEST_NOW);
    expect(factsOf('p-1', 'p-mother')?.relations).toEqual([]);
  });

  it('states no relation of a patient to themself', () => {
    patients.repository.putPatient(patient('p-1'));
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-1', { person: 'p-1' }));
    expect(factsOf('p-1', 'p-1')?.relations).toEqual([]);
  });

  it.each(['data', 'audit'] as const)('is refused in a fetch of use %s', async (use) => {
    patients.repository.putPatient(patient('p-1'));
    const { data, errors } = await patients.ask(QUERY, {
      use,
      variables: { keys: [{ patient: 'p-1', person: null }] },
    });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['a text', 'p-1'],
    ['null for the patient', { patient: null, person: null }],
    ['no person', { patient: 'p-1' }],
    ['a number', { patient: 'p-1', person: 1 }],
    ['a list', [{ patient: 'p-1', person: null }]],
  ])('refuses a malformed key: %s', async (_, key) => {
    const { errors } = await askFacts([{ patient: 'p-1', person: null }, key]);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([1, 50])('runs two statements for %i keys', (count) => {
    const keys = Array.from({ length: count }, (_, index) => ({
      patient: `p-${index}`,
      person: `p-${index + 1}`,
    }));
    for (const key of keys) patients.repository.putPatient(patient(key.patient));
    patients.statements.length = 0;
    patients.repository.facts(keys);
    expect(patients.statements).toHaveLength(2);
  });
});

describe('the epoch of a patient', () => {
  const changes: [string, (of: OpenPatients['repository']) => unknown][] = [
    ['the joining status', (repository) => repository.setJoiningStatus('p-1', 'ACTIVE')],
    ['the incapability', (repository) => repository.setIncapable('p-1', true)],
    [
      'the birth date',
      (repository) => repository.putPatient(patient('p-1', { birthDate: '1961' })),
    ],
    [
      'a relation',
      (repository) => repository.putRelatedPerson(relatedPerson('rp-1', 'p-1', { active: false })),
    ],
  ];

  beforeEach(() => {
    patients.repository.putPatient(patient('p-1'));
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-1'));
  });

  it.each(changes)('grows with a change of %s, and not when it is stated again', (_, change) => {
    const before = factsOf('p-1')?.epoch ?? 0;
    change(patients.repository);
    expect(factsOf('p-1')?.epoch).toBe(before + 1);
    change(patients.repository);
    expect(factsOf('p-1')?.epoch).toBe(before + 1);
  });

  it('stays when something changes that no decision reads, or another patient does', () => {
    const before = factsOf('p-1')?.epoch;
    patients.repository.putPatient(patient('p-1', { gender: 'female' }));
    patients.repository.putPatient(patient('p-2'));
    expect(factsOf('p-1')?.epoch).toBe(before);
  });

  it('grows for both patients when a relation moves from one to the other', () => {
    patients.repository.putPatient(patient('p-2'));
    const before = [factsOf('p-1')?.epoch ?? 0, factsOf('p-2')?.epoch ?? 0] as const;
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-2'));
    expect([factsOf('p-1')?.epoch, factsOf('p-2')?.epoch]).toEqual([before[0] + 1, before[1] + 1]);
  });

  it('stays when a transaction is rolled back', () => {
    const before = factsOf('p-1');
    expect(() =>
      patients.repository.inTransaction(() => {
        patients.repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW);
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect(factsOf('p-1')).toEqual(before);
  });
});
