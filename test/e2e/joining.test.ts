/** Who may join, withdraw and say how a patient is told; and who may lead the life of recognitions. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHILD_CHAN, PATIENT_CHAN, PERSONAS } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

let graph: TestGraph;

beforeEach(async () => {
  graph = await startGraph();
});

afterEach(() => graph.close());

const WITHDRAW =
  'mutation ($p: ID!) { withdrawFromEHealth(patient: $p) { id joiningStatus birthDate } }';
const PREFER = `mutation ($p: ID!) {
  setNotificationPreference(patient: $p, input: { channel: SMS, language: "en", refusesAccessNotices: true }) { id }
}`;

/** The child with a token of their own. */
const child = (): PersonaClaims => {
  const chan = PERSONAS.find(({ name }) => name === 'patient-chan');
  if (chan === undefined) throw new Error('Expected the persona patient-chan');
  return { ...chan.claims, fhirUser: `Patient/${CHILD_CHAN}` };
};

const joiningOf = async (who: PersonaName | PersonaClaims, patient: string) => {
  const { data } = await graph.ask(who, 'query ($p: ID!) { patient(id: $p) { joiningStatus } }', {
    p: patient,
  });
  return data?.['patient'];
};

describe('withdrawing', () => {
  it('is refused to minors who read their own record all the same', async () => {
    expect(await joiningOf(child(), CHILD_CHAN)).toEqual({ joiningStatus: 'ACTIVE' });
    expect((await graph.ask(child(), WITHDRAW, { p: CHILD_CHAN })).data).toEqual({
      withdrawFromEHealth: null,
    });
  });

  it('is for the patient', async () => {
    const { data, errors } = await graph.ask('patient-chan', WITHDRAW, { p: PATIENT_CHAN });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ withdrawFromEHealth: { joiningStatus: 'WITHDRAWN' } });
    expect(await joiningOf('patient-chan', PATIENT_CHAN)).toEqual({ joiningStatus: 'WITHDRAWN' });
  });

  it("is for a minor's substitute decision maker", async () => {
    const { errors } = await graph.ask('sdm-chan', WITHDRAW, { p: CHILD_CHAN });
    expect(errors).toEqual([]);
    expect(await joiningOf('sdm-chan', CHILD_CHAN)).toEqual({ joiningStatus: 'WITHDRAWN' });
  });

  it.each<readonly [string, () => PersonaName | PersonaClaims, string, PersonaName]>([
    ['a minor', child, CHILD_CHAN, 'sdm-chan'],
    ['a caregiver', () => 'caregiver-chan', PATIENT_CHAN, 'patient-chan'],
    ['a stranger', () => 'sdm-chan', PATIENT_CHAN, 'patient-chan'],
    ['a provider', () => 'dr-wong', PATIENT_CHAN, 'patient-chan'],
    ['the Commissioner', () => 'commissioner', PATIENT_CHAN, 'patient-chan'],
  ])('is not for %s, nor are the preferences', async (_, who, patient, owner) => {
    for (const document of [WITHDRAW, PREFER]) {
      const { data } = await graph.ask(who(), document, { p: patient });
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(graph.dataRequestsTo('patients')).toEqual([]);
    }
    expect(await joiningOf(owner, patient)).toEqual({ joiningStatus: 'ACTIVE' });
  });
});

describe("the Commissioner's steps", () => {
  const CANCEL =
    'mutation ($id: ID!) { cancelRecognition(id: $id, reason: "A test") { status statusHistory { recordedBy } } }';

  const recognised = async () => {
    const { data } = await graph.ask(
      'commissioner',
      '{ recognitions(status: RECOGNISED, first: 1) { edges { node { id status } } } }',
    );
    const { recognitions } = data as {
      recognitions: { edges: readonly [{ node: { id: string; status: string } }] };
    };
    return recognitions.edges[0].node;
  };

  it.each<PersonaName>(['patient-chan', 'dr-wong', 'dr-li', 'secretary', 'auditor'])(
    'are not for %s, and nothing is asked of the register',
    async (who) => {
      const { id } = await recognised();
      const { data, errors } = await graph.ask(who, CANCEL, { id });
      expect(data).toEqual({ cancelRecognition: null });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
      expect(graph.dataRequestsTo('providers')).toEqual([]);
      expect(await recognised()).toMatchObject({ id });
    },
  );

  it('are for the Commissioner, and say to offices alone who took them', async () => {
    const { id } = await recognised();
    const { data } = await graph.ask('commissioner', CANCEL, { id });
    const by = expect.arrayContaining([{ recordedBy: expect.any(String) }]);
    expect(data).toEqual({ cancelRecognition: { status: 'CANCELLED', statusHistory: by } });
    const query = 'query ($id: ID!) { recognition(id: $id) { statusHistory { recordedBy } } }';
    expect((await graph.ask('auditor', query, { id })).data).toEqual({
      recognition: { statusHistory: by },
    });
    expect((await graph.ask('dr-li', query, { id })).text).not.toMatch(/"recordedBy":"/);
  });
});
