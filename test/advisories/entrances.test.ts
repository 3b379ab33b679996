/** Labels at any depth, and at every root field. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BAUHINIA_CLINIC, PATIENT_CHAN } from '@causeway/seeds';
import { parse, validate } from 'graphql';
import { rootOperations } from './root-operations.js';
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

/** Who, by root field, may ask it of the patient all the same. */
const PERMITTED: Readonly<Record<string, string>> = {
  // Joining lets any provider who cares for the patient deposit; it lets nobody read.
  depositRecords: 'dr-lee',
  // Why somebody was permitted is part of the audit trail, which the auditor reads.
  explainAccess: 'auditor',
};

describe('every root field', () => {
  const all = rootOperations();
  const about = all.filter(({ leadsTo }) => leadsTo !== 'open');
  const named = about.filter(({ leadsTo }) => leadsTo === 'patientId');

  const REFUSED = ['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo', 'auditor', 'sdm-chan'] as const;

  it('CVE-2026-92681: is open, or is tried here', () => {
    expect(all.length).toBeGreaterThan(40);
    for (const { text } of all) expect(validate(API, parse(text))).toEqual([]);
    expect(named.filter(({ text }) => !text.includes('$id'))).toEqual([]);
  });

  it.each(about.map((root) => [root.name, root] as const))(
    'CVE-2026-92681: %s says nothing of the patient to those without a permit',
    async (_name, { text: operation }) => {
      for (const who of REFUSED) {
        const { text } = await world.graph.ask(who, operation, CHAN);
        expect([who, /CHAN Tai Man|陳大文|ZZ000001/.test(text)]).toEqual([who, false]);
      }
    },
  );

  it.each(named.map((root) => [root.name, root] as const))(
    'CVE-2026-92681: %s asks no subgraph for those without a permit',
    async (name, { text: operation }) => {
      const refused = REFUSED.filter((who) => who !== PERMITTED[name]);
      for (const who of refused) {
        await world.graph.ask(who, operation, CHAN);
        expect([who, world.graph.dataRequests()]).toEqual([who, []]);
      }
    },
  );

  it.each(about.map((root) => [root.name, root] as const))(
    'CVE-2026-92681: %s keeps at home what stays at home',
    async (_name, { text: operation }) => {
      const { text } = await world.graph.ask('dr-li', operation, CHAN);
      expect(text).not.toContain('ZZ000001');
    },
  );
});
