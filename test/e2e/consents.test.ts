import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BAUHINIA_CLINIC,
  CHILD_CHAN,
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  PATIENT_CHAN,
  UNKNOWN_PATIENT,
  expectedCount,
} from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';
const NAMES = [{ text: 'CHAN Tai Man' }, { text: '陳大文' }, { text: '陈大文' }];
const REVOKE =
  'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { id state } }';
const GIVE = `mutation ($patient: ID!, $organization: ID!) {
  giveSharingConsent(patient: $patient, organization: $organization) { id kind status grantee { id } }
}`;
const REVOKE_CONSENT =
  'mutation ($patient: ID!, $id: ID!) { revokeSharingConsent(patient: $patient, id: $id) { id status } }';

let graph: TestGraph;

beforeEach(async () => {
  graph = await startGraph();
});

afterEach(() => graph.close());

describe('a patient', () => {
  it('revokes a grant, and the next request under it is refused without a fetch', async () => {
    expect((await graph.ask('dr-li', NAME, { id: PATIENT_CHAN })).data).toEqual({
      patient: { name: NAMES },
    });
    const revoked = await graph.ask('patient-chan', REVOKE, {
      patient: PATIENT_CHAN,
      id: GRANT_LI,
    });
    expect(revoked.errors).toEqual([]);
    expect(revoked.data).toEqual({ revokeGrant: { id: GRANT_LI, state: 'REVOKED' } });
    const after = await graph.ask('dr-li', NAME, { id: PATIENT_CHAN });
    expect(after.text).toBe('{"data":{"patient":null}}\n');
    expect(graph.dataRequests()).toEqual([]);
  });

  it('gives and revokes a sharing consent, which counts for the next request', async () => {
    expect((await graph.ask('dr-lee', NAME, { id: PATIENT_CHAN })).data).toEqual({ patient: null });
    const given = await graph.ask('patient-chan', GIVE, {
      patient: PATIENT_CHAN,
      organization: BAUHINIA_CLINIC,
    });
    expect(given.errors).toEqual([]);
    const consent = (given.data as { giveSharingConsent: { id: string } }).giveSharingConsent;
    expect(consent).toMatchObject({ kind: 'SHARING', status: 'ACTIVE' });
    expect((await graph.ask('dr-lee', NAME, { id: PATIENT_CHAN })).data).toEqual({
      patient: { name: NAMES },
    });
    const revoked = await graph.ask('patient-chan', REVOKE_CONSENT, {
      patient: PATIENT_CHAN,
      id: consent.id,
    });
    expect(revoked.errors).toEqual([]);
    expect((await graph.ask('dr-lee', NAME, { id: PATIENT_CHAN })).data).toEqual({ patient: null });
  });

  it('gives a sharing consent for some categories, and the others stay refused', async () => {
    const given = await graph.ask(
      'patient-chan',
      `mutation ($patient: ID!, $organization: ID!) {
        giveSharingConsent(patient: $patient, organization: $organization, scopes: [ALLERGY_ADR]) { status }
      }`,
      { patient: PATIENT_CHAN, organization: BAUHINIA_CLINIC },
    );
    expect(given.errors).toEqual([]);
    const query =
      'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances { totalCount } conditions { totalCount } } }';
    const { data, errors } = await graph.ask('dr-lee', query, { id: PATIENT_CHAN });
    expect(data).toEqual({
      patient: {
        name: NAMES,
        allergyIntolerances: {
          totalCount: expectedCount('allergyIntolerances', ['N'], 'UNBOUNDED'),
        },
        conditions: null,
      },
    });
    expect(
      errors.map(({ path, extensions }) => [
        path,
        extensions?.['code'],
        extensions?.['requestable'],
      ]),
    ).toEqual([[['patient', 'conditions'], 'CONSENT_REQUIRED', true]]);
  });

  it('sees each access with its time, organisation, purpose and scopes', async () => {
    await graph.ask(
      'dr-li',
      'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances { totalCount } conditions { totalCount } } }',
      { id: PATIENT_CHAN },
    );
    graph.time.now += 1_000;
    await graph.ask('dr-zhao', NAME, { id: PATIENT_CHAN });
    const { data, errors } = await graph.ask(
      'patient-chan',
      `{ me { auditEvents(first: 2) { edges { node {
      recorded outcome purposeOfEvent { coding { code } } scopes agent { organization { id names { text } } }
    } } } } }`,
    );
    expect(errors).toEqual([]);
    const events = (
      data as { me: { auditEvents: { edges: { node: Record<string, unknown> }[] } } }
    ).me.auditEvents.edges.map(({ node }) => node);
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events[0])).toContain('DENY');
    expect(events[1]).toMatchObject({ scopes: ['ALLERGY_ADR', 'PERSON'] });
    expect(JSON.stringify(events[1])).toContain(LIANHUA_BAY_HOSPITAL);
    expect(JSON.stringify(events[1])).toContain('TREAT');
    expect(String(events[1]?.['recorded'])).toMatch(/^2026-11-22T/);
  });

  it.each([
    ['another patient’s id', CHILD_CHAN, GRANT_LI],
    ['an id that does not exist', UNKNOWN_PATIENT, GRANT_LI],
  ])('changes nothing with %s', async (_name, patient, id) => {
    const answer = await graph.ask('patient-chan', REVOKE, { patient, id });
    expect(answer.text).toBe('{"data":{"revokeGrant":null}}\n');
    expect(graph.dataRequests()).toEqual([]);
    expect((await graph.ask('dr-li', NAME, { id: PATIENT_CHAN })).data).toEqual({
      patient: { name: NAMES },
    });
  });

  it('learns the same of a grant that is another’s as of one that is not there', async () => {
    const unknown = await graph.ask('patient-chan', REVOKE, {
      patient: PATIENT_CHAN,
      id: UNKNOWN_PATIENT,
    });
    expect(unknown.errors.map(({ extensions }) => extensions)).toEqual([coded('NOT_FOUND')]);
  });

  it('does not revoke twice', async () => {
    await graph.ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
    const again = await graph.ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
    expect(again.errors.map(({ extensions }) => extensions)).toEqual([coded('CONFLICT')]);
  });
});

describe('nobody else', () => {
  it.each(['dr-wong', 'dr-li', 'sdm-chan', 'commissioner'] as const)(
    '%s revokes the patient’s grant',
    async (persona) => {
      const answer = await graph.ask(persona, REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
      expect(answer.data).toEqual({ revokeGrant: null });
      expect(graph.dataRequests()).toEqual([]);
      expect((await graph.ask('dr-li', NAME, { id: PATIENT_CHAN })).data).toEqual({
        patient: { name: NAMES },
      });
    },
  );
});

describe('a revocation during a read', () => {
  it('stops the very next fetch and releases nothing that was fetched before', async () => {
    graph.intercept = async (name, request, answer) => {
      const response = await answer();
      if (name === 'patients' && request.body.includes('"use":"data"')) {
        graph.intercept = (_name, _request, next) => next();
        await graph.ask('patient-chan', REVOKE, { patient: PATIENT_CHAN, id: GRANT_LI });
      }
      return response;
    };
    const answer = await graph.ask(
      'dr-li',
      'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances { totalCount } } }',
      { id: PATIENT_CHAN },
    );
    expect(graph.dataRequestsTo('records')).toEqual([]);
    expect(answer.text).toBe('{"data":{"patient":null}}\n');
  });
});
