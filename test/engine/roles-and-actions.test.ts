/** What roles by facts and the actions of `@patientId` come to, over a graph small enough to see all of it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller, ProviderFacts } from '@causeway/schema';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consentFacts,
  domesticFacts,
  domesticRequest,
  ownRequest,
  patientFacts,
  recognition,
} from '../../gateway/src/enforcement/testing/requests.js';
import { startSmallGraph } from '../support/small-graph.js';
import type { SmallGraph } from '../support/small-graph.js';

const done: string[] = [];

const doing = (name: string) => () => {
  done.push(name);
  return { id: name, note: 'a note' };
};

const CONSENTS = {
  types: `
    "Reads." type Query {
      "The caller's own requests." mine: [Request!] @open @requiresScopes(scopes: [["provider:cross-border"]])
      "Requests to the patient." requests("The patient." patient: ID! @patientId(action: "AUTHORISE")): [Request!] @consent(scope: "GRANT")
      "Open to everybody." hours: String @open
    }
    "Changes." type Mutation {
      "Asks from abroad." ask: Request @open @requiresScopes(scopes: [["provider:cross-border"]])
      "Asks at home." askAtHome: Request @open @requiresScopes(scopes: [["provider:domestic"]])
      "Asks from anywhere." askAnywhere: Request @open @requiresScopes(scopes: [["provider:domestic"], ["provider:cross-border"]])
      "Declares an emergency." declare("The patient." patient: ID! @patientId(action: "EMERGENCY")): Declaration @consent(scope: "PERSON")
      "Answers a request." answer("The patient." patient: ID! @patientId(action: "AUTHORISE")): Request @consent(scope: "GRANT")
    }
    "A request, a value." type Request { "Its id." id: ID! "What it says." note: String }
    "A declaration, a value." type Declaration { "Its id." id: ID! "Whom it is about." patient: Patient }
    "A patient." type Patient @key(fields: "id", resolvable: false) @subject(id: "id") @consent(scope: "PERSON") { "The id." id: ID! }
  `,
  resolvers: {
    Query: {
      mine: () => [doing('mine')()],
      requests: () => [doing('requests')()],
      hours: () => 'all day',
    },
    Mutation: {
      ask: doing('ask'),
      askAtHome: doing('askAtHome'),
      askAnywhere: doing('askAnywhere'),
      declare: () => ({ ...doing('declare')(), patient: { id: 'chan' } }),
      answer: doing('answer'),
    },
  },
};

const PROVIDERS = {
  types: `
    "Reads." type Query { "Open to everybody." directory: String @open }
    "Changes." type Mutation { "Tells." tell: Told @open @requiresScopes(scopes: [["provider:cross-border"]]) }
    "What was told, a value." type Told { "Its id." id: ID! }
  `,
  resolvers: { Query: { directory: () => 'a list' }, Mutation: { tell: doing('tell') } },
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
const DR_AT_HOME = domesticRequest().caller;
const IN_EMERGENCY: Caller = { ...DR_AT_HOME, purpose: 'ETREAT' };
const CAREGIVER = { ...ownRequest().caller, person: 'daughter' } as Caller;

const SUSPENDED: ProviderFacts = abroadFacts({ recognition: recognition({ status: 'SUSPENDED' }) });

let graph: SmallGraph;

beforeEach(async () => {
  done.length = 0;
  graph = await startSmallGraph(
    { consents: CONSENTS, providers: PROVIDERS, patients: PATIENTS },
    {
      facts: {
        patientFacts: patientFacts({
          relations: [
            {
              role: 'CAREGIVER',
              basis: 'FAMILY',
              active: true,
              period: { start: null, end: null },
            },
          ],
        }),
        providerFacts: abroadFacts(),
        consentFacts: consentFacts(),
      },
      now: NOW,
    },
  );
});

afterEach(() => graph.close());

const codesOf = ({ errors = [] }: Awaited<ReturnType<SmallGraph['ask']>>) =>
  errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']]);

describe('a role by facts', () => {
  it.each([
    ['ask', DR_ABROAD, abroadFacts(), true],
    ['askAnywhere', DR_ABROAD, abroadFacts(), true],
    ['askAtHome', DR_ABROAD, abroadFacts(), false],
    ['ask', DR_ABROAD, SUSPENDED, false],
    ['askAtHome', DR_AT_HOME, domesticFacts(), true],
    ['askAnywhere', DR_AT_HOME, domesticFacts(), true],
    ['ask', DR_AT_HOME, domesticFacts(), false],
    ['askAtHome', DR_AT_HOME, domesticFacts({ registration: null }), false],
    ['askAnywhere', ownRequest().caller, null, false],
  ])('lets %s through or not: %#', async (field, caller, providerFacts, expected) => {
    graph.facts.providerFacts = providerFacts;
    const answer = await graph.ask(caller, `mutation { ${field} { id note } }`);
    expect(done).toEqual(expected ? [field] : []);
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(expected ? ['consents'] : []);
    expect(codesOf(answer)).toEqual(expected ? [] : [[field, 'FORBIDDEN']]);
    // Of no patient, so there is nobody in whose trail the gateway would record it.
    expect(graph.events).toEqual([]);
  });

  it('that is lost after one change does not let the next one through', async () => {
    graph.afterFetch = () => {
      graph.facts.providerFacts = SUSPENDED;
    };
    const answer = await graph.ask(DR_ABROAD, 'mutation { ask { id } tell { id } }');
    expect(done).toEqual(['ask']);
    expect(codesOf(answer)).toEqual([
      ['ask', 'FORBIDDEN'],
      ['tell', 'FORBIDDEN'],
    ]);
  });

  it('that is lost while a query runs shows nothing of what was fetched', async () => {
    graph.afterFetch = () => {
      graph.facts.providerFacts = SUSPENDED;
    };
    const answer = await graph.ask(DR_ABROAD, '{ hours mine { id } }');
    expect(answer.data).toEqual({ hours: 'all day', mine: null });
    expect(codesOf(answer)).toEqual([['mine', 'FORBIDDEN']]);
  });
});

describe('a caregiver', () => {
  it('is shown the values of a field under GRANT, and that is on record', async () => {
    const answer = await graph.ask(CAREGIVER, '{ requests(patient: "chan") { id note } }');
    expect(answer).toEqual({ data: { requests: [{ id: 'requests', note: 'a note' }] } });
    expect(graph.events).toMatchObject([
      { patient: 'chan', action: 'AUTHORISE', release: 'RELEASED', scopes: ['GRANT'], counts: {} },
    ]);
  });

  it('answers, which is on record by its own transaction', async () => {
    await graph.ask(CAREGIVER, 'mutation { answer(patient: "chan") { id } }');
    expect(done).toEqual(['answer']);
    expect(graph.events).toEqual([]);
  });
});

describe('a declared emergency', () => {
  beforeEach(() => {
    graph.facts.providerFacts = domesticFacts();
  });

  it('is on record by its own transaction', async () => {
    const answer = await graph.ask(IN_EMERGENCY, 'mutation { declare(patient: "chan") { id } }');
    expect(answer).toEqual({ data: { declare: { id: 'declare' } } });
    expect(graph.events).toEqual([]);
  });

  it('is on record as an access too where its result is a way to the patient', async () => {
    const query = 'mutation { declare(patient: "chan") { id patient { name } } }';
    const answer = await graph.ask(IN_EMERGENCY, query);
    expect(answer).toEqual({ data: { declare: { id: 'declare', patient: { name: 'Chan' } } } });
    expect(graph.events).toMatchObject([
      {
        action: 'EMERGENCY',
        outcome: 'PERMIT',
        release: 'RELEASED',
        counts: { PERSON: 1 },
        caller: { purpose: 'ETREAT' },
      },
    ]);
  });

  it('is not declared by a caregiver', async () => {
    const answer = await graph.ask(CAREGIVER, 'mutation { declare(patient: "chan") { id } }');
    expect(answer).toEqual({ data: { declare: null } });
    expect(done).toEqual([]);
    expect(graph.events).toMatchObject([{ action: 'EMERGENCY', outcome: 'DENY' }]);
  });
});
