/** Labels at any depth, and at every root field. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BAUHINIA_CLINIC, PATIENT_CHAN, UNKNOWN_PATIENT } from '@causeway/seeds';
import { API, CHAN, listOf, startSecretWorld } from './secret-world.js';
import type { SecretWorld } from './secret-world.js';

let world: SecretWorld;

beforeAll(async () => {
  world = await startSecretWorld();
});

afterAll(() => world.close());

describe('a label within another', () => {
  it('aws-appsync-community#275: counts for the nested field alone', async () => {
    const { data, errors } = await world.ask(
      'dr-li',
      listOf('medicationRequests', 'id reasonCode { text } requester { display }', 'first: 1'),
    );
    expect(JSON.stringify(data)).toMatch(/"id":"[^"]+","reasonCode":null,"requester":null/);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
      'CONSENT_REQUIRED',
      'NOT_SHARABLE',
    ]);
    expect(world.graph.dataRequests().some(({ query }) => /reasonCode|requester/.test(query))).toBe(
      false,
    );
  });

  it('hasura/graphql-engine#10711: holds at any depth as at the first', async () => {
    const wanted = 'id hkid address { text } conditions { totalCount }';
    const around = (selection: string): string =>
      listOf('allergyIntolerances', `patient { ${selection} }`, 'first: 1');
    for (const selection of [
      around(wanted),
      around(around(wanted)),
      around(around(around(wanted))),
    ]) {
      const { text, errors } = await world.ask('dr-li', selection);
      expect(text).toContain('"hkid":null,"address":null,"conditions":null');
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'NOT_SHARABLE',
        'NOT_SHARABLE',
        'CONSENT_REQUIRED',
      ]);
    }
  });

  it.each([
    [['MEDICATION'], 'CONSENT_REQUIRED', false],
    [['DIAGNOSIS'], 'CONSENT_REQUIRED', true],
    [['MEDICATION', 'DIAGNOSIS'], undefined, false],
  ])(
    'CVE-2026-19869: the type’s and the field’s both count: %j',
    async (scopes, code, isListRefused) => {
      const give = `mutation ($patient: ID!, $organization: ID!, $scopes: [ConsentScope!]) {
        giveSharingConsent(patient: $patient, organization: $organization, scopes: $scopes) { id }
      }`;
      world.graph.time.now += 1_000;
      const given = await world.graph.ask('patient-chan', give, {
        patient: PATIENT_CHAN,
        organization: BAUHINIA_CLINIC,
        scopes,
      });
      expect(given.errors).toEqual([]);
      const { data, errors } = await world.ask(
        'dr-lee',
        listOf('medicationRequests', 'id reasonCode { text }', 'first: 1'),
      );
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(
        code === undefined ? [] : [code],
      );
      const { patient } = data as { patient: { medicationRequests: unknown } };
      expect(patient.medicationRequests === null).toBe(isListRefused);
      const { id } = (given.data as { giveSharingConsent: { id: string } }).giveSharingConsent;
      world.graph.time.now += 1_000;
      await world.graph.ask(
        'patient-chan',
        'mutation ($patient: ID!, $id: ID!) { revokeSharingConsent(patient: $patient, id: $id) { id } }',
        { patient: PATIENT_CHAN, id },
      );
    },
  );
});

describe('every root field', () => {
  /** How each is asked for all it might say of the patient. */
  const WORDS = 'id name { text } hkid allergyIntolerances { totalCount }';
  const ROOTS: Readonly<Record<string, string>> = {
    patient: `query ($id: ID!) { patient(id: $id) { ${WORDS} } }`,
    me: `{ me { ${WORDS} } }`,
    myGrant: `{ myGrant { patient { ${WORDS} } consent { subject { ${WORDS} } } } }`,
    myPatients: `{ myPatients { ${WORDS} } }`,
    auditEvents: `{ auditEvents { edges { node { patient { ${WORDS} } } } } }`,
    giveSharingConsent: `mutation ($id: ID!) { giveSharingConsent(patient: $id, organization: "${BAUHINIA_CLINIC}") { subject { ${WORDS} } } }`,
    revokeSharingConsent: `mutation ($id: ID!) { revokeSharingConsent(patient: $id, id: "${UNKNOWN_PATIENT}") { subject { ${WORDS} } } }`,
    revokeGrant: `mutation ($id: ID!) { revokeGrant(patient: $id, id: "${UNKNOWN_PATIENT}") { patient { ${WORDS} } } }`,
  };

  /** Those about nobody. */
  const OPEN = [
    'organization',
    'organizations',
    'practitioner',
    'practitionerRole',
    'publicHealthRecordSystem',
    'recognition',
    'recognitions',
    'recordTypes',
  ];

  it('CVE-2026-92681: is one of those that are tried here', () => {
    const roots = [API.getQueryType(), API.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(roots.sort()).toEqual([...Object.keys(ROOTS), ...OPEN].sort());
  });

  it.each(Object.entries(ROOTS))(
    'CVE-2026-92681: %s says nothing of the patient to those without a permit',
    async (_root, query) => {
      for (const who of ['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo', 'auditor', 'sdm-chan'] as const) {
        const { text } = await world.graph.ask(who, query, CHAN);
        expect([who, /CHAN Tai Man|陳大文|ZZ000001/.test(text)]).toEqual([who, false]);
      }
    },
  );

  it.each(Object.entries(ROOTS))(
    'CVE-2026-92681: %s keeps at home what stays at home',
    async (_root, query) => {
      const { text } = await world.graph.ask('dr-li', query, CHAN);
      expect(text).not.toContain('ZZ000001');
    },
  );
});
