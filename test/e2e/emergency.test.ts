import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, PERSONAS } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const DECLARE = `mutation ($patient: ID!) {
  declareEmergency(patient: $patient, reason: "Unconscious on arrival") { id until }
}`;

const STEP_UP = `mutation ($patient: ID!) {
  requestStepUp(patient: $patient, reason: "An operation is planned") { id }
}`;

const READ = `query ($patient: ID!) {
  patient(id: $patient) { name { text } allergyIntolerances(first: 100) { totalCount } }
}`;

const patient = PATIENT_CHAN;
const EMERGENCY = { purpose: 'ETREAT' };

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph.close());

/** The claims of a persona whose token is good for emergencies too. */
const inEmergencies = (name: PersonaName): PersonaClaims => {
  const claims = PERSONAS.find((persona) => persona.name === name)?.claims;
  if (claims === undefined) throw new Error(`Expected a persona, got ${name}`);
  return { ...claims, purpose_of_use: [...claims.purpose_of_use, 'ETREAT', 'BTG'] };
};

const events = () =>
  graph.asked
    .filter(({ context }) => context.use === 'audit')
    .flatMap(({ variables }) => variables['events'] as Record<string, unknown>[]);

const codes = ({ errors }: Answered) => errors.map(({ extensions }) => extensions?.['code']);

const asked = () => graph.dataRequests().map(({ subgraph }) => subgraph);

const declaredIn = ({ data }: Answered): unknown => data?.['declareEmergency'];

/** Dr Lee treats Chan Tai Man at home without his sharing consent. */
const DR_LEE = inEmergencies('dr-lee');

describe('an emergency', () => {
  it('that nobody has declared opens nothing', async () => {
    const answer = await graph.ask(DR_LEE, READ, { patient }, EMERGENCY);
    expect(answer.data).toEqual({ patient: null });
    expect(answer.errors).toEqual([]);
    expect(asked()).toEqual([]);
    expect(events()).toMatchObject([
      { action: 'READ', outcome: 'DENY', gate: 'RELATION', caller: EMERGENCY },
    ]);
  });

  it.each<readonly [PersonaName, string]>([
    ['dr-li', 'ETREAT'],
    ['dr-li', 'BTG'],
    ['dr-li', 'TREAT'],
    ['phrs-gd', 'ETREAT'],
    ['dr-lee', 'TREAT'],
    ['dr-lee', 'BTG'],
    ['patient-chan', 'ETREAT'],
    ['patient-chan', 'PATRQT'],
    ['caregiver-chan', 'PATRQT'],
    ['auditor', 'HOPERAT'],
  ])('is not declared by %s for %s: nothing is dispatched', async (persona, purpose) => {
    const answer = await graph.ask(inEmergencies(persona), DECLARE, { patient }, { purpose });
    expect([answer.data, answer.errors]).toEqual([{ declareEmergency: null }, []]);
    expect(asked()).toEqual([]);
    expect(events()).toMatchObject([{ action: 'EMERGENCY', outcome: 'DENY', patient }]);
  });

  it('is not declared and used in one operation', async () => {
    const both = `mutation ($patient: ID!) {
      declareEmergency(patient: $patient, reason: "Unconscious on arrival") { id }
      requestStepUp(patient: $patient, reason: "An operation is planned") { id }
    }`;
    const answer = await graph.ask(DR_LEE, both, { patient }, EMERGENCY);
    expect(answer.data).toEqual({ declareEmergency: null, requestStepUp: null });
    expect(asked()).toEqual([]);
    expect(events()).toMatchObject([{ outcome: 'DENY', reason: 'two actions at once' }]);
  });

  it('leaves its event to the transaction of its declaration, and goes along as one', async () => {
    const answer = await graph.ask(DR_LEE, DECLARE, { patient }, EMERGENCY);
    expect(answer.errors).toEqual([]);
    expect(declaredIn(answer)).toMatchObject({ id: expect.any(String) });
    expect(events()).toEqual([]);
    expect(graph.dataRequests()).toMatchObject([
      {
        subgraph: 'consents',
        context: {
          caller: EMERGENCY,
          permits: [{ patient, action: 'EMERGENCY', scopes: ['PERSON'] }],
        },
      },
    ]);
  });

  it('opens the record to who declared it, for that purpose, and is on record by it', async () => {
    const declared = await graph.ask(DR_LEE, DECLARE, { patient }, EMERGENCY);
    const answer = await graph.ask(DR_LEE, READ, { patient }, EMERGENCY);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      patient: { allergyIntolerances: { totalCount: expect.any(Number) } },
    });
    const { until } = declaredIn(declared) as { until: string };
    expect(events()).toMatchObject([
      {
        action: 'READ',
        outcome: 'PERMIT',
        release: 'RELEASED',
        scopes: ['ALLERGY_ADR', 'PERSON'],
        abroad: false,
        caller: EMERGENCY,
        basis: [expect.any(String)],
      },
    ]);
    expect(Date.parse(until)).toBeGreaterThan(graph.time.now);
  });

  it('opens nothing for treatment, to others, or abroad', async () => {
    for (const [who, purpose] of [
      [DR_LEE, 'TREAT'],
      [inEmergencies('pharmacist-ng'), 'ETREAT'],
      [inEmergencies('dr-li'), 'ETREAT'],
    ] as const) {
      const answer = await graph.ask(who, READ, { patient }, { purpose });
      expect(answer.data).toEqual({ patient: null });
      expect(asked()).toEqual([]);
    }
  });

  it('opens nothing once it is over', async () => {
    const now = graph.time.now;
    graph.time.now = now + 4 * 3_600_000 + 1;
    const answer = await graph.ask(DR_LEE, READ, { patient }, EMERGENCY);
    graph.time.now = now;
    expect(answer.data).toEqual({ patient: null });
    expect(asked()).toEqual([]);
  });
});

describe('a mutation under a permit to read', () => {
  it('is on record as a read, beside what its own transaction records', async () => {
    const answer = await graph.ask('dr-wong', STEP_UP, { patient });
    expect(codes(answer)).toEqual([]);
    expect(events()).toMatchObject([
      { action: 'READ', outcome: 'PERMIT', release: 'RELEASED', scopes: ['PERSON'], counts: {} },
    ]);
  });

  it('is denied to who may not read, and not dispatched', async () => {
    const answer = await graph.ask('dr-lee', STEP_UP, { patient });
    expect(answer.data).toEqual({ requestStepUp: null });
    expect(asked()).toEqual([]);
  });
});
