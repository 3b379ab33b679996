import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { permit, personCaller } from '@causeway/kit/testing';
import { IDENTIFIER_SYSTEMS } from '@causeway/schema';
import { openEmpty, patient, relatedPerson } from '../testing/open.js';
import type { OpenPatients } from '../testing/open.js';

let patients: OpenPatients;

beforeEach(() => {
  patients = openEmpty();
});

afterEach(() => {
  patients.close();
});

const EVERYTHING = `{
  id
  identifier { system value type { text } }
  hkid
  patientNumber
  name { text family given language }
  birthDate
  gender
  deceasedBoolean
  deceased
  address { text }
  telecom { value }
  preferredLanguage
  joiningStatus
  notificationPreference { channel language refusesAccessNotices }
  generalPractitioner { id }
  relatedPersons { id }
}`;

const chan = patient('p-chan', {
  identifier: [
    { system: IDENTIFIER_SYSTEMS.hkid, value: 'zz000001(8)', type: { text: 'HKID' } },
    { system: IDENTIFIER_SYSTEMS.patientNumber, value: '900000000001' },
  ],
  name: [
    { text: 'CHAN Tai Man', family: 'CHAN', given: ['Tai Man'], language: 'en' },
    { text: '陳大文', family: '陳', given: ['大文'], language: 'zh-Hant-HK' },
    { text: '陈大文', family: '陈', given: ['大文'], language: 'zh-Hans-CN' },
  ],
  gender: 'male',
  address: [{ text: '1 Invented Street, Sha Tin' }],
  telecom: [{ system: 'phone', value: '+852 0000 0001' }],
  preferredLanguage: 'zh-Hant-HK',
  notificationPreference: { channel: 'APP', language: 'zh-Hant-HK', refusesAccessNotices: false },
  generalPractitioner: 'o-clinic',
});

describe('Query.patient', () => {
  const query = `query ($id: ID!) { patient(id: $id) ${EVERYTHING} }`;

  it('answers everything of a patient with a permit at home', async () => {
    patients.repository.putPatient(chan);
    patients.repository.setJoiningStatus('p-chan', 'ACTIVE');
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-chan'));
    const { data, errors } = await patients.ask(query, {
      variables: { id: 'p-chan' },
      permits: [permit('p-chan')],
    });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      patient: {
        id: 'p-chan',
        identifier: [
          { system: IDENTIFIER_SYSTEMS.hkid, value: 'zz000001(8)', type: { text: 'HKID' } },
          { system: IDENTIFIER_SYSTEMS.patientNumber, value: '900000000001', type: null },
        ],
        hkid: 'ZZ000001(8)',
        patientNumber: '900000000001',
        name: chan.name,
        birthDate: '1960-05-17',
        gender: 'MALE',
        deceasedBoolean: null,
        deceased: null,
        address: [{ text: '1 Invented Street, Sha Tin' }],
        telecom: [{ value: '+852 0000 0001' }],
        preferredLanguage: 'zh-Hant-HK',
        joiningStatus: 'ACTIVE',
        notificationPreference: chan.notificationPreference,
        generalPractitioner: { id: 'o-clinic' },
        relatedPersons: [{ id: 'rp-1' }],
      },
    });
  });

  it('keeps every domestic value at home when the permit is for a caller abroad', async () => {
    patients.repository.putPatient(chan);
    patients.repository.putRelatedPerson(relatedPerson('rp-1', 'p-chan'));
    const { data } = await patients.ask(query, {
      variables: { id: 'p-chan' },
      permits: [permit('p-chan', { abroad: true })],
    });
    expect(data).toMatchObject({
      patient: {
        id: 'p-chan',
        name: chan.name,
        patientNumber: '900000000001',
        identifier: null,
        hkid: null,
        address: null,
        telecom: null,
        notificationPreference: null,
        relatedPersons: null,
      },
    });
  });

  it.each([
    ['there is no permit', []],
    ['the permit is for another patient', [permit('p-lee')]],
    ['the permit does not cover demographics', [permit('p-chan', { scopes: ['MEDICATION'] })]],
  ])('answers null when %s, without reading anything', async (_, permits) => {
    patients.repository.putPatient(chan);
    patients.statements.length = 0;
    const result = await patients.ask(query, { variables: { id: 'p-chan' }, permits });
    expect(result).toEqual({ data: { patient: null } });
    expect(patients.statements).toEqual([]);
  });

  it('answers null for an unknown id, as without a permit', async () => {
    const result = await patients.ask(query, {
      variables: { id: 'p-nobody' },
      permits: [permit('p-nobody')],
    });
    expect(result).toEqual({ data: { patient: null } });
  });

  it.each([
    ['A123456(4)', 'a card number with a wrong check digit'],
    ['', 'an empty card number'],
  ])('shows %j among the identifiers and not as HKID: %s', async (value) => {
    patients.repository.putPatient(
      patient('p-chan', { identifier: [{ system: IDENTIFIER_SYSTEMS.hkid, value }] }),
    );
    const { data } = await patients.ask('{ patient(id: "p-chan") { hkid identifier { value } } }', {
      permits: [permit('p-chan')],
    });
    expect(data).toEqual({ patient: { hkid: null, identifier: [{ value }] } });
  });

  it.each([
    [
      { isDeceased: null, deceased: null },
      { deceasedBoolean: null, deceased: null },
    ],
    [
      { isDeceased: false, deceased: null },
      { deceasedBoolean: false, deceased: null },
    ],
    [
      { isDeceased: true, deceased: null },
      { deceasedBoolean: true, deceased: null },
    ],
    [
      { isDeceased: null, deceased: '2025-02' },
      { deceasedBoolean: true, deceased: '2025-02' },
    ],
  ])('tells of %j as %j', async (stated, expected) => {
    patients.repository.putPatient(patient('p-chan', stated));
    const { data } = await patients.ask('{ patient(id: "p-chan") { deceasedBoolean deceased } }', {
      permits: [permit('p-chan')],
    });
    expect(data).toEqual({ patient: expected });
  });
});

describe('Query.me', () => {
  beforeEach(() => {
    patients.repository.putPatient(chan);
  });

  it("answers a person's own record", async () => {
    const result = await patients.ask('{ me { id } }', {
      caller: personCaller('p-chan'),
      permits: [permit('p-chan')],
    });
    expect(result).toEqual({ data: { me: { id: 'p-chan' } } });
  });

  it('answers null for a person without a permit', async () => {
    const result = await patients.ask('{ me { id } }', { caller: personCaller('p-chan') });
    expect(result).toEqual({ data: { me: null } });
  });

  it('answers null for a professional, whatever permits there are', async () => {
    const result = await patients.ask('{ me { id } }', { permits: [permit('p-chan')] });
    expect(result).toEqual({ data: { me: null } });
  });

  it("is refused in the gateway's own calls", async () => {
    const { errors } = await patients.ask('{ me { id } }', { use: 'facts', caller: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('Patient.relatedPersons', () => {
  it('answers the FHIR fields of each, and nothing of the internal link to a person', async () => {
    patients.repository.putPatient(chan);
    patients.repository.putRelatedPerson(
      relatedPerson('rp-1', 'p-chan', {
        person: 'p-mother',
        period: { start: '2020-01-01', end: null },
      }),
    );
    const { data, errors } = await patients.ask(
      `{ patient(id: "p-chan") { relatedPersons {
        id identifier { value } active patient { id } relationship { coding { code } } role basis name { text } telecom { value }
        gender birthDate address { text } period { start end }
      } } }`,
      { permits: [permit('p-chan')] },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      patient: {
        relatedPersons: [
          {
            id: 'rp-1',
            identifier: [],
            active: true,
            patient: { id: 'p-chan' },
            relationship: [{ coding: [{ code: 'MTH' }] }],
            role: 'SDM',
            basis: 'PARENT',
            name: [{ text: 'CHAN rp-1' }],
            telecom: [],
            gender: 'FEMALE',
            birthDate: null,
            address: [],
            period: { start: '2020-01-01', end: null },
          },
        ],
      },
    });
  });
});

describe('Patient.represents', () => {
  const query = '{ patient(id: "p-mother") { represents { patient role period { start end } } } }';

  beforeEach(() => {
    for (const id of ['p-mother', 'p-son', 'p-father']) patients.repository.putPatient(patient(id));
    const relations = [
      relatedPerson('rp-1', 'p-son', {
        person: 'p-mother',
        period: { start: '2020-01-01', end: null },
      }),
      relatedPerson('rp-2', 'p-father', { person: 'p-mother', role: 'CAREGIVER', basis: null }),
      relatedPerson('rp-3', 'p-father', { person: 'p-mother', role: 'CONTACT', basis: null }),
      relatedPerson('rp-4', 'p-father', { person: 'p-mother', active: false }),
      relatedPerson('rp-5', 'p-father', { person: 'p-son' }),
      relatedPerson('rp-6', 'p-father'),
    ];
    for (const relation of relations) patients.repository.putRelatedPerson(relation);
  });

  const representedTo = async (person: string, abroad = false): Promise<unknown> => {
    const { data } = await patients.ask(query, {
      caller: personCaller(person),
      permits: [permit('p-mother', { abroad })],
    });
    return (data as { readonly patient: { readonly represents: unknown } }).patient.represents;
  };

  it('lists whom the person may speak for, as substitute decision maker or caregiver', async () => {
    expect(await representedTo('p-mother')).toEqual([
      { patient: 'p-son', role: 'SDM', period: { start: '2020-01-01', end: null } },
      { patient: 'p-father', role: 'CAREGIVER', period: null },
    ]);
  });

  it('is told to nobody else, whatever their permit, and not abroad', async () => {
    expect(await representedTo('p-son')).toBeNull();
    expect(await representedTo('p-mother', true)).toBeNull();
  });
});
