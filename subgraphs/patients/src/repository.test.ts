import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HistoryError, SourceConflictError } from '@causeway/kit';
import { TEST_NOW } from '@causeway/kit/testing';
import { IDENTIFIER_SYSTEMS } from '@causeway/schema';
import { TestPatientError, UnknownPatientError } from './index.js';
import type { PatientRepository } from './index.js';
import { openEmpty, patient, relatedPerson } from './testing/open.js';
import type { OpenPatients } from './testing/open.js';

const DAY = 86_400_000;
const LAST_YEAR = TEST_NOW - 365 * DAY;
const YESTERDAY = TEST_NOW - DAY;

let patients: OpenPatients;
let repository: PatientRepository;

beforeEach(() => {
  patients = openEmpty();
  ({ repository } = patients);
});

afterEach(() => {
  patients.close();
});

describe('putPatient', () => {
  it('says whether it created, updated or found everything as stated', () => {
    const entry = patient('p-1', { identifier: [{ system: 'urn:x', value: '1' }] });
    expect(repository.putPatient(entry)).toBe('created');
    expect(repository.putPatient(entry)).toBe('unchanged');
    expect(repository.putPatient({ ...entry, gender: 'male' })).toBe('updated');
    expect(repository.putPatient({ ...entry, gender: 'male', identifier: [] })).toBe('updated');
    expect(repository.putPatient({ ...entry, gender: 'male', identifier: [] })).toBe('unchanged');
  });

  it('joins nobody, and leaves the joining status of a known patient alone', () => {
    repository.putPatient(patient('p-1'), LAST_YEAR);
    repository.setJoiningStatus('p-1', 'ACTIVE', YESTERDAY);
    repository.putPatient(patient('p-1', { birthDate: '1961-01-01' }));
    expect(repository.standingsOf('p-1')).toMatchObject([
      { joining: 'NOT_JOINED', birthDate: '1960-05-17', validFrom: LAST_YEAR, validTo: YESTERDAY },
      { joining: 'ACTIVE', birthDate: '1960-05-17', validFrom: YESTERDAY, validTo: TEST_NOW },
      { joining: 'ACTIVE', birthDate: '1961-01-01', validFrom: TEST_NOW, validTo: null },
    ]);
  });
});

describe('a patient of a test', () => {
  const isTest = () => repository.facts([{ patient: 'p-1', person: null }])[0]?.isTest;

  it('is one from the first writing on, and stays so whatever else is written', () => {
    repository.putPatient(patient('p-1', { isTest: true }), LAST_YEAR);
    repository.setJoiningStatus('p-1', 'ACTIVE', YESTERDAY);
    repository.putPatient(patient('p-1', { birthDate: '1961-01-01' }));
    expect(isTest()).toBe(true);
    expect(repository.putPatient(patient('p-1', { birthDate: '1961-01-01', isTest: true }))).toBe(
      'unchanged',
    );
  });

  it.each([
    [true, false],
    [false, true],
    [undefined, true],
  ])('first written as %p, is never written as %p', (first, then) => {
    repository.putPatient(patient('p-1', first === undefined ? {} : { isTest: first }), YESTERDAY);
    expect(() => repository.putPatient(patient('p-1', { isTest: then, gender: 'male' }))).toThrow(
      TestPatientError,
    );
    expect(isTest()).toBe(first ?? false);
    expect(repository.putPatient(patient('p-1'))).toBe('unchanged');
  });
});

describe('the history of a standing', () => {
  beforeEach(() => {
    repository.putPatient(patient('p-1'), LAST_YEAR);
  });

  it('is the same after it is replayed', () => {
    const replay = (): void => {
      repository.putPatient(patient('p-1'), LAST_YEAR);
      repository.setJoiningStatus('p-1', 'ACTIVE', LAST_YEAR + DAY);
      repository.setIncapable('p-1', true, LAST_YEAR + 2 * DAY);
      repository.setJoiningStatus('p-1', 'SUSPENDED', YESTERDAY);
    };
    replay();
    const history = repository.standingsOf('p-1');
    const facts = repository.facts([{ patient: 'p-1', person: null }]);
    replay();
    expect(repository.standingsOf('p-1')).toEqual(history);
    expect(repository.facts([{ patient: 'p-1', person: null }])).toEqual(facts);
    expect(history.map(({ joining, incapable }) => [joining, incapable])).toEqual([
      ['NOT_JOINED', false],
      ['ACTIVE', false],
      ['ACTIVE', true],
      ['SUSPENDED', true],
    ]);
  });

  it('is not rewritten', () => {
    repository.setJoiningStatus('p-1', 'ACTIVE', YESTERDAY);
    expect(() => repository.setJoiningStatus('p-1', 'WITHDRAWN', YESTERDAY - DAY)).toThrow(
      HistoryError,
    );
  });

  it('does not anticipate the future', () => {
    expect(() => repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW + 1)).toThrow(HistoryError);
  });

  it('is of patients who are there', () => {
    expect(() => repository.setJoiningStatus('p-nobody', 'ACTIVE')).toThrow(UnknownPatientError);
    expect(() => repository.setIncapable('p-nobody', true)).toThrow(UnknownPatientError);
    expect(repository.facts([{ patient: 'p-nobody', person: null }])).toEqual([null]);
  });
});

describe('putRelatedPerson', () => {
  it('keeps the history of the relation', () => {
    repository.putPatient(patient('p-1'));
    repository.putRelatedPerson(relatedPerson('rp-1', 'p-1'), LAST_YEAR);
    expect(
      repository.putRelatedPerson(relatedPerson('rp-1', 'p-1', { active: false }), YESTERDAY),
    ).toBe('updated');
    expect(repository.relationStandingsOf('rp-1')).toMatchObject([
      { active: true, validFrom: LAST_YEAR, validTo: YESTERDAY },
      { active: false, validFrom: YESTERDAY, validTo: null },
    ]);
  });
});

describe('looking up', () => {
  it('finds a patient by an identifier however it is typed, and by nothing else', () => {
    repository.putPatient(
      patient('p-1', { identifier: [{ system: IDENTIFIER_SYSTEMS.hkid, value: 'ZZ000001(8)' }] }),
    );
    const ids = (system: string, value: string): string[] =>
      repository.idsByIdentifier('Patient', system, value);
    expect(ids(IDENTIFIER_SYSTEMS.hkid, 'ｚｚ０００００１（８）')).toEqual(['p-1']);
    expect(ids(IDENTIFIER_SYSTEMS.hkid, 'ZZ000002(6)')).toEqual([]);
    expect(ids('urn:another', 'ZZ000001(8)')).toEqual([]);
    expect(
      repository.idsByIdentifier('RelatedPerson', IDENTIFIER_SYSTEMS.hkid, 'ZZ000001(8)'),
    ).toEqual([]);
  });

  it('matches a Home Return Permit of 11 characters with one of 9', () => {
    const system = IDENTIFIER_SYSTEMS.homeReturnPermit;
    repository.putPatient(patient('p-1', { identifier: [{ system, value: 'H1234567801' }] }));
    expect(repository.idsByIdentifier('Patient', system, 'H12345678')).toEqual(['p-1']);
    expect(repository.idsByIdentifier('Patient', system, 'H1234567802')).toEqual(['p-1']);
  });

  it('does not take an identifier without a system for one of a system', () => {
    repository.putPatient(patient('p-1', { identifier: [{ value: '1' }, { system: 'urn:x' }] }));
    expect(repository.idsByIdentifier('Patient', '', '1')).toEqual([]);
    expect(repository.identifiersOf(['p-1'])).toMatchObject([
      { system: null, value: '1' },
      { system: 'urn:x', value: null },
    ]);
  });

  it('finds a patient by every resource it was merged from', () => {
    repository.putPatient(patient('p-1', { source: { namespace: 'a', id: '1' } }));
    expect(repository.addSource('Patient', 'p-1', { namespace: 'b', id: '2' })).toBe(true);
    expect(repository.addSource('Patient', 'p-1', { namespace: 'b', id: '2' })).toBe(false);
    expect(repository.idOfSource('Patient', { namespace: 'a', id: '1' })).toBe('p-1');
    expect(repository.idOfSource('Patient', { namespace: 'b', id: '2' })).toBe('p-1');
    expect(repository.idOfSource('Patient', { namespace: 'a', id: '2' })).toBeNull();
    expect(repository.idOfSource('RelatedPerson', { namespace: 'a', id: '1' })).toBeNull();
  });

  it('refuses to give one resource to two patients, and writes nothing', () => {
    repository.putPatient(patient('p-1', { source: { namespace: 'a', id: '1' } }));
    expect(() =>
      repository.putPatient(patient('p-2', { source: { namespace: 'a', id: '1' } })),
    ).toThrow(SourceConflictError);
    expect(repository.patientsById(['p-1', 'p-2']).map(({ id }) => id)).toEqual(['p-1']);
  });
});
