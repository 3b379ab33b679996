/** Why somebody may see something: asked of the running graph, by those who may ask. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BAUHINIA_CLINIC,
  CHILD_CHAN,
  DR_LEE,
  DR_LI,
  DR_WONG,
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  LION_ROCK_HOSPITAL,
  PATIENT_CHAN,
} from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { TODAY } from '../support/seeded-world.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const EXPLAIN = readFileSync(
  new URL('../../schema/operations/explain-access.graphql', import.meta.url),
  'utf8',
);
const MINUTE = 60_000;

const LI = {
  caller: { organization: LIANHUA_BAY_HOSPITAL, practitionerRole: DR_LI, grant: GRANT_LI },
  purpose: 'TREAT',
};
const WONG = {
  caller: { organization: LION_ROCK_HOSPITAL, practitionerRole: DR_WONG },
  purpose: 'TREAT',
};
const LEE = {
  caller: { organization: BAUHINIA_CLINIC, practitionerRole: DR_LEE },
  purpose: 'TREAT',
};

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const asked = (who: PersonaName, input: object, patient = PATIENT_CHAN) =>
  graph.ask(who, EXPLAIN, { patient, input });

async function explained(input: object, who: PersonaName = 'patient-chan') {
  const { data, errors } = await asked(who, input);
  expect(errors).toEqual([]);
  return data?.['explainAccess'];
}

/** The ids and dates of the patient's own laboratory reports, the oldest first. */
async function ownReports(): Promise<readonly { id: string; clinicalDate: string }[]> {
  const { data } = await graph.ask(
    'patient-chan',
    '{ me { laboratoryReports(last: 20) { edges { node { id clinicalDate } } } } }',
  );
  const { me } = data as {
    me: { laboratoryReports: { edges: { node: { id: string; clinicalDate: string } }[] } };
  };
  return me.laboratoryReports.edges
    .map(({ node }) => node)
    .toSorted((one, other) => (one.clinicalDate < other.clinicalDate ? -1 : 1));
}

describe('a patient', () => {
  it('is told on what consent and grant somebody reads, and for how long', async () => {
    expect(await explained(LI)).toMatchObject({
      outcome: 'PERMIT',
      gate: null,
      grant: GRANT_LI,
      consents: [{ provision: null }],
      scopes: expect.arrayContaining(['PERSON', 'LAB_REPORT']),
      obligations: ['NO_ONWARD_TRANSFER', 'NO_REUSE', 'NO_IMAGE_DOWNLOAD'],
      supposing: null,
    });
  });

  it.each([
    ['Patient.hkid', 'OBLIGATION', 12, 'NOT_SHARABLE'],
    ['Patient.conditions', 'CATEGORY', 8, 'CONSENT_REQUIRED'],
  ])('is told why a field is not given: %s', async (coordinate, gate, number, refusal) => {
    expect(await explained({ ...LI, coordinate })).toMatchObject({
      outcome: 'DENY',
      gate,
      number,
      refusal,
    });
  });

  it('is told why a record is not given, and of one of somebody else that there is none', async () => {
    const [oldest] = await ownReports();
    const input = { ...LI, record: oldest?.id };
    expect(await explained(input)).toMatchObject({ gate: 'DATA_PERIOD', number: 9 });
    expect(await explained({ ...WONG, record: oldest?.id })).toMatchObject({ outcome: 'PERMIT' });
    const { data, errors } = await asked('sdm-chan', input, CHILD_CHAN);
    expect([data, errors]).toEqual([{ explainAccess: null }, []]);
    expect(await explained({ ...LI, record: 'nothing' })).toBeNull();
  });

  it('is told what a consent would change', async () => {
    const supposing = { kind: 'SHARING', organization: BAUHINIA_CLINIC, scopes: ['LAB_REPORT'] };
    expect(await explained({ ...LEE, supposing })).toMatchObject({
      outcome: 'DENY',
      gate: 'CONSENT',
      scopes: [],
      supposing: { outcome: 'PERMIT', gate: null, lost: [] },
    });
  });

  it('asks several questions at once, each answered by itself', async () => {
    const { data } = await graph.ask(
      'patient-chan',
      `query ($patient: ID!, $one: ExplainAccessInput!, $two: ExplainAccessInput!) {
        lee: explainAccess(patient: $patient, input: $two) { outcome }
        li: explainAccess(patient: $patient, input: $one) { outcome }
      }`,
      { patient: PATIENT_CHAN, one: LI, two: LEE },
    );
    expect(data).toEqual({ lee: { outcome: 'DENY' }, li: { outcome: 'PERMIT' } });
  });

  it('is told in the own language', async () => {
    const { data } = await graph.ask(
      'patient-chan',
      EXPLAIN,
      { patient: PATIENT_CHAN, input: LEE },
      { language: 'zh-Hant' },
    );
    expect(JSON.stringify(data)).toContain('於第 7 關被拒');
  });

  it.each([
    ['nobody', { ...LI, caller: {} }],
    ['a purpose that is none', { ...LI, purpose: 'CURIOSITY' }],
    ['a field that is none', { ...LI, coordinate: 'Patient.secret' }],
    ['a time to come', { ...LI, at: '2999-01-01' }],
  ])('is told what is wrong with a question about %s', async (_what, input) => {
    const { data, errors } = await asked('patient-chan', input);
    expect(data).toEqual({ explainAccess: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('leaves a trace of having asked', async () => {
    const trail =
      '{ me { auditEvents(first: 1) { edges { node { scopes outcome } } totalCount } } }';
    // Events of one instant stand in no order.
    graph.time.now += 1_000;
    await explained(LI);
    const { data } = await graph.ask('patient-chan', trail);
    expect(data).toMatchObject({
      me: { auditEvents: { edges: [{ node: { scopes: ['AUDIT'], outcome: 'PERMIT' } }] } },
    });
  });
});

describe('a condition of the recognition', () => {
  it('is named with what it says where it denies', async () => {
    const caller = { ...LI.caller, client: 'some-other-viewer' };
    expect(await explained({ ...LI, caller })).toMatchObject({
      gate: 'ORGANIZATION',
      reason: 'condition DESIGNATED_CLIENT',
      conditions: [{ kind: 'DESIGNATED_CLIENT', value: 'cross-boundary-viewer' }],
    });
  });
});

describe('others', () => {
  it('are told where an office lets them oversee access', async () => {
    expect(await explained(LI, 'auditor')).toMatchObject({ outcome: 'PERMIT', grant: GRANT_LI });
  });

  it.each(['dr-wong', 'dr-li'] as const)(
    'are refused by role alone, and nothing is looked up: %s',
    async (who) => {
      graph.asked.length = 0;
      const answers = await Promise.all([asked(who, LI), asked(who, LEE)]);
      for (const { data, errors } of answers) {
        expect(data).toEqual({ explainAccess: null });
        expect(errors).toMatchObject([
          { extensions: { code: 'ROLE_NOT_PERMITTED', scope: 'AUDIT' } },
        ]);
      }
      expect(graph.asked.filter(({ context }) => context.use === 'data')).toEqual([]);
      const about = graph.asked.filter(
        ({ subgraph, context }) => subgraph === 'providers' && context.use === 'facts',
      );
      expect(JSON.stringify(about)).not.toContain(DR_LEE);
    },
  );

  it.each(['dr-zhao', 'sdm-chan', 'caregiver-chan'] as const)(
    'learn nothing at all where nothing is permitted: %s',
    async (who) => {
      const { data } = await asked(who, LI);
      expect(data).toEqual({ explainAccess: null });
    },
  );
});

describe('a past access', () => {
  it('is explained as it was decided, whatever became of the grant since', async () => {
    const record = 'query ($id: ID!) { patient(id: $id) { name { text } } }';
    const before = graph.time.now;
    for (const who of ['dr-li', 'dr-wong', 'dr-lee'] as const)
      await graph.ask(who, record, { id: PATIENT_CHAN });
    graph.time.now = TODAY + 10 * MINUTE;
    await graph.ask(
      'patient-chan',
      'mutation ($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { id } }',
      { patient: PATIENT_CHAN, id: GRANT_LI },
    );
    const at = new Date(before).toISOString();
    expect(await explained(LI)).toMatchObject({
      gate: 'RELATION',
      number: 6,
      reason: 'encounter closed',
    });
    expect(await explained({ ...LI, at })).toMatchObject({ outcome: 'PERMIT', grant: GRANT_LI });
    expect(await explained({ ...WONG, at })).toMatchObject({ outcome: 'PERMIT' });
    expect(await explained({ ...LEE, at })).toMatchObject({ outcome: 'DENY', gate: 'CONSENT' });
  });
});
