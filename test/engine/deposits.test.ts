/** How the gateway carries a deposit: on record before it is dispatched and when it is done, and reading nothing. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccessEvent, GrantFact } from '@causeway/schema';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consentFacts,
  grant,
  grantConsent,
  ownRequest,
  patientFacts,
} from '../../gateway/src/enforcement/testing/requests.js';
import { coded } from '../support/coded.js';
import { startSmallGraph } from '../support/small-graph.js';
import type { SmallGraph } from '../support/small-graph.js';

/** What was done, and what came on record, one after the other. */
const order: string[] = [];

const RECORDS = {
  types: `
    "Reads." type Query { "Open to everybody." hours: String @open }
    "Changes." type Mutation {
      "Deposits." deposit("The patient." patient: ID! @patientId(action: "DEPOSIT")): Receipt
      "Disputes." dispute("The patient." patient: ID! @patientId(action: "AUTHORISE")): Receipt
      "Withdraws." withdraw("The patient." patient: ID! @patientId(action: "DEPOSIT")): Receipt
    }
    "A receipt." type Receipt @key(fields: "id") @subject(id: "patient { id }", party: "organization") @consent(scope: "DEPOSIT") {
      "Its id." id: ID!
      "Whom it is about." patient: Patient
      "Who deposited." organization: String
      "What came of it." note: String
      "A record." report: String @consent(scope: "LAB_REPORT")
    }
    "A patient." type Patient @key(fields: "id", resolvable: false) @subject(id: "id") @consent(scope: "PERSON") { "The id." id: ID! }
  `,
  resolvers: {
    Query: { hours: () => 'all day' },
    Mutation: {
      deposit: (_: unknown, { patient }: { patient: string }) => {
        order.push(`deposit for ${patient}`);
        return {
          id: 'receipt',
          patient: { id: patient },
          organization: 'hospital-szh',
          note: 'kept',
          report: 'secret',
        };
      },
      dispute: () => {
        order.push('dispute');
        return { id: 'receipt', patient: { id: 'chan' }, organization: 'hospital-szh' };
      },
      withdraw: () => {
        order.push('withdraw');
        throw new Error('Expected a deposit, got none');
      },
    },
    Receipt: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
  },
};

const PATIENTS = {
  types: `
    "Reads." type Query { "A patient." patient("The id." id: ID! @patientId): Patient }
    "A patient." type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { "The id." id: ID! "The name." name: String }
  `,
  resolvers: {
    Query: { patient: (_: unknown, { id }: { id: string }) => ({ id, name: 'Chan' }) },
    Patient: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Chan' }) },
  },
};

const DR_ABROAD = abroadRequest().caller;

const granted = (changes: Partial<GrantFact> = {}) =>
  consentFacts({
    consents: [grantConsent()],
    grant: grant({
      permissions: ['READ', 'DEPOSIT'],
      deposit: { until: '2026-11-22T13:00:00+08:00' },
      ...changes,
    }),
  });

let graph: SmallGraph;

/** The graph with deposits in one of its subgraphs, and what comes on record in order. */
async function depositingAt(owner: 'records' | 'consents'): Promise<SmallGraph> {
  const started = await startSmallGraph(
    { [owner]: RECORDS, patients: PATIENTS },
    {
      facts: {
        patientFacts: patientFacts(),
        providerFacts: abroadFacts(),
        consentFacts: granted(),
      },
      now: NOW,
    },
  );
  started.beforeRecord = (events) => {
    for (const { release } of events) order.push(release);
  };
  return started;
}

beforeEach(async () => {
  order.length = 0;
  graph = await depositingAt('records');
});

afterEach(() => graph.close());

const DEPOSIT = 'mutation Deposit { deposit(patient: "chan") { id note } }';

describe('a deposit', () => {
  it('is on record before it is dispatched, and again when it is done', async () => {
    const answer = await graph.ask(DR_ABROAD, DEPOSIT);
    expect(answer).toEqual({ data: { deposit: { id: 'receipt', note: 'kept' } } });
    expect(order).toEqual(['INTENDED', 'deposit for chan', 'RELEASED']);
    const [intended, completed] = graph.events;
    const same = ({ patient, action, outcome, operation, basis, abroad }: AccessEvent) => ({
      patient,
      action,
      outcome,
      operation,
      basis,
      abroad,
    });
    if (intended === undefined || completed === undefined) throw new Error('Expected two events');
    expect(same(intended)).toEqual(same(completed));
    expect(intended.id).not.toBe(completed.id);
    expect(intended).toMatchObject({
      action: 'DEPOSIT',
      scopes: [],
      counts: {},
      basis: ['grant-consent', 'grant'],
    });
    expect(completed).toMatchObject({ scopes: ['DEPOSIT'], counts: { DEPOSIT: 1 } });
  });

  it('that cannot be put on record is not dispatched', async () => {
    graph.beforeRecord = () => {
      throw new Error('Expected room on the disk, got none');
    };
    const answer = await graph.ask(DR_ABROAD, DEPOSIT);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
      coded('POLICY_UNAVAILABLE'),
    ]);
    expect(order).toEqual([]);
    expect(graph.asked).toEqual([]);
  });

  it('that is revoked while it is put on record is not dispatched', async () => {
    graph.beforeRecord = (events) => {
      for (const { release, outcome } of events) order.push(`${outcome} ${release}`);
      graph.facts.consentFacts = granted({ state: 'REVOKED' });
    };
    const answer = await graph.ask(DR_ABROAD, DEPOSIT);
    expect(answer).toEqual({ data: { deposit: null } });
    expect(order).toEqual(['PERMIT INTENDED', 'DENY WITHHELD']);
    expect(graph.asked).toEqual([]);
  });

  it('that is revoked while it is made shows no receipt, and is on record as intended', async () => {
    graph.afterFetch = () => {
      graph.facts.consentFacts = granted({ state: 'REVOKED' });
    };
    const answer = await graph.ask(DR_ABROAD, DEPOSIT);
    expect(answer).toEqual({ data: { deposit: null } });
    expect(graph.events.map(({ outcome, release }) => [outcome, release])).toEqual([
      ['PERMIT', 'INTENDED'],
      ['DENY', 'WITHHELD'],
    ]);
  });

  it('that fails is on record twice as well', async () => {
    await graph.ask(DR_ABROAD, 'mutation { withdraw(patient: "chan") { id } }');
    expect(order).toEqual(['INTENDED', 'withdraw', 'WITHHELD']);
  });

  it('is intended once, however many changes one request makes of one patient', async () => {
    await graph.ask(
      DR_ABROAD,
      'mutation { one: deposit(patient: "chan") { id } two: deposit(patient: "chan") { id } }',
    );
    expect(order).toEqual(['INTENDED', 'deposit for chan', 'deposit for chan', 'RELEASED']);
  });

  it('for several patients at once is decided for each: a grant is for one', async () => {
    await graph.ask(
      DR_ABROAD,
      'mutation { one: deposit(patient: "chan") { id } two: deposit(patient: "wong") { id } }',
    );
    expect(order).toEqual(['INTENDED', 'deposit for chan', 'RELEASED', 'WITHHELD']);
    expect(graph.events.map(({ patient, outcome }) => [patient, outcome])).toEqual([
      ['chan', 'PERMIT'],
      ['chan', 'PERMIT'],
      ['wong', 'DENY'],
    ]);
  });

  it('that is denied is on record once, and is not dispatched', async () => {
    graph.facts.consentFacts = granted({ deposit: null });
    const answer = await graph.ask(DR_ABROAD, DEPOSIT);
    expect(answer).toEqual({ data: { deposit: null } });
    expect(order).toEqual(['WITHHELD']);
    expect(graph.events).toMatchObject([{ outcome: 'DENY', action: 'DEPOSIT' }]);
  });

  it('is on record twice wherever it is kept', async () => {
    const other = await depositingAt('consents');
    await other.ask(DR_ABROAD, DEPOSIT);
    await other.close();
    expect(order).toEqual(['INTENDED', 'deposit for chan', 'RELEASED']);
  });

  it('is nothing that a patient makes', async () => {
    await graph.ask(ownRequest().caller, DEPOSIT);
    expect(order).toEqual(['WITHHELD']);
  });

  it('that the patient disputes is on record: the trail is not where the dispute is kept', async () => {
    await graph.ask(ownRequest().caller, 'mutation { dispute(patient: "chan") { id } }');
    expect(order).toEqual(['dispute', 'RELEASED']);
    expect(graph.events).toMatchObject([{ action: 'AUTHORISE', scopes: ['DEPOSIT'] }]);
  });

  it('reads nothing, by whatever way its receipt leads there', async () => {
    const answer = await graph.ask(
      DR_ABROAD,
      'mutation { deposit(patient: "chan") { id report patient { id name } } }',
    );
    expect(answer.data).toEqual({ deposit: { id: 'receipt', report: null, patient: null } });
    expect(JSON.stringify(answer)).not.toMatch(/secret|Chan/);
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['records']);
    expect(graph.events.map(({ scopes }) => scopes)).toEqual([[], ['DEPOSIT']]);
  });
});
