import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GRANT_LI, PATIENT_CHAN, PERSONAS, UNKNOWN_PATIENT } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import type { ProviderFacts } from '@causeway/schema';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const CLOSE = 'mutation ($grant: ID!) { closeEncounter(grant: $grant) { id } }';

const REDEEM = `mutation ($link: String!) {
  redeemLink(input: { link: $link, passcode: "00000000" }) { id }
}`;

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close());

const codes = ({ errors }: Answered) => errors.map(({ extensions }) => extensions?.['code']);

const asked = () => graph.dataRequests().map(({ subgraph }) => subgraph);

const factsAsked = () =>
  graph.asked.filter(({ context }) => context.use === 'facts').map(({ subgraph }) => subgraph);

/** The claims of a persona, with other ones in their place. */
const claimsOf = (name: PersonaName, changes: Partial<PersonaClaims> = {}): PersonaClaims => {
  const claims = PERSONAS.find((persona) => persona.name === name)?.claims;
  if (claims === undefined) throw new Error(`Expected a persona, got ${name}`);
  return { ...claims, ...changes };
};

/** Lets the providers subgraph's facts pass through a change. */
const tamper = (change: (facts: ProviderFacts, reading: number) => ProviderFacts): void => {
  let readings = 0;
  graph.intercept = async (name, request, answer) => {
    const response = await answer();
    if (name !== 'providers' || !request.body.includes('"use":"facts"')) return response;
    readings += 1;
    const { data } = JSON.parse(response.body) as { data: { providerFacts: ProviderFacts[] } };
    const providerFacts = data.providerFacts.map((facts) => change(facts, readings));
    return { ...response, body: JSON.stringify({ data: { providerFacts } }) };
  };
};

const suspended = (facts: ProviderFacts): ProviderFacts => {
  const recognition = facts.organization?.recognition;
  if (facts.organization === null || recognition == null) return facts;
  return {
    ...facts,
    organization: {
      ...facts.organization,
      recognition: { ...recognition, status: 'SUSPENDED', suspension: null },
    },
  };
};

describe('a mutation that is for providers abroad', () => {
  it('is dispatched for a professional of a recognised hospital', async () => {
    const answer = await graph.ask('dr-li', CLOSE, { grant: UNKNOWN_PATIENT });
    expect(codes(answer)).toEqual(['NOT_FOUND']);
    expect(asked()).toEqual(['consents']);
    // Once before it was sent, and once before the answer was released; of no patient.
    expect(factsAsked()).toEqual(['providers', 'providers']);
  });

  it('is dispatched for a clerk, who reads nothing, and without any permit', async () => {
    const answer = await graph.ask('clerk-szh', REDEEM, { link: 'x'.repeat(43) });
    expect(codes(answer)).toEqual(['LINK_NOT_FOUND']);
    expect(graph.dataRequests()).toMatchObject([
      { subgraph: 'consents', context: { permits: [], caller: { kind: 'professional' } } },
    ]);
  });

  it('is dispatched for a recognised system', async () => {
    const answer = await graph.ask('phrs-gd', CLOSE, { grant: UNKNOWN_PATIENT });
    expect(codes(answer)).toEqual(['NOT_FOUND']);
  });

  it.each<PersonaName>([
    'dr-he',
    'dr-guo',
    'dr-wong',
    'pharmacist-ng',
    'patient-chan',
    'caregiver-chan',
    'commissioner',
    'auditor',
  ])('is dispatched to nobody for %s', async (persona) => {
    for (const [query, variables] of [
      [CLOSE, { grant: GRANT_LI }],
      [REDEEM, { link: 'x'.repeat(43) }],
    ] as const) {
      const answer = await graph.ask(persona, query, variables);
      expect(codes(answer)).toEqual(['FORBIDDEN']);
      expect(asked()).toEqual([]);
    }
  });

  it.each<readonly [string, PersonaClaims]>([
    ['another client than the designated one', claimsOf('dr-li', { client_id: 'another' })],
    [
      'an organisation that the role is not at',
      claimsOf('dr-li', { organization: claimsOf('dr-zhao').organization ?? '' }),
    ],
  ])('is dispatched to nobody for %s', async (_name, claims) => {
    const answer = await graph.ask(claims, CLOSE, { grant: GRANT_LI });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(asked()).toEqual([]);
  });

  it('is dispatched to nobody where facts cannot be had', async () => {
    graph.intercept = (name, _request, answer) =>
      name === 'providers' ? Promise.resolve({ status: 500, body: '' }) : answer();
    const answer = await graph.ask('dr-li', CLOSE, { grant: GRANT_LI });
    expect(answer.data ?? null).toBeNull();
    expect(codes(answer)).toEqual(['POLICY_UNAVAILABLE']);
    expect(asked()).toEqual([]);
  });

  it('shows nothing of its result where the recognition was suspended meanwhile', async () => {
    tamper((facts, reading) => (reading > 1 ? suspended(facts) : facts));
    const answer = await graph.ask('dr-li', CLOSE, { grant: UNKNOWN_PATIENT });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(asked()).toEqual(['consents']);
  });

  it('reads no facts of providers where none is named', async () => {
    await graph.ask('commissioner', '{ __typename }');
    expect(factsAsked()).toEqual([]);
  });
});

describe('a query that is for providers abroad', () => {
  const MINE = '{ myGrantRequests { id state } }';

  it('is answered to them, with their own', async () => {
    const answer = await graph.ask('clerk-szh', MINE);
    expect(answer.errors).toEqual([]);
    expect(asked()).toEqual(['consents']);
  });

  it.each<PersonaName>(['dr-wong', 'dr-he', 'patient-chan', 'commissioner'])(
    'is refused to %s, and asked of nobody',
    async (persona) => {
      const answer = await graph.ask(persona, MINE);
      expect([answer.data, codes(answer)]).toEqual([{ myGrantRequests: null }, ['FORBIDDEN']]);
      expect(asked()).toEqual([]);
    },
  );
});

describe('what is asked of a patient', () => {
  const REQUESTS = 'query ($patient: ID!) { grantRequests(patient: $patient) { id state } }';

  it.each<PersonaName>(['patient-chan', 'caregiver-chan'])(
    'is shown to %s, who answers it, and that is on record',
    async (persona) => {
      const answer = await graph.ask(persona, REQUESTS, { patient: PATIENT_CHAN });
      expect(answer.errors).toEqual([]);
      expect(answer.data?.['grantRequests']).toEqual(expect.any(Array));
      expect(
        graph.asked
          .filter(({ context }) => context.use === 'audit')
          .flatMap(({ variables }) => variables['events']),
      ).toMatchObject([
        { action: 'AUTHORISE', outcome: 'PERMIT', release: 'RELEASED', scopes: ['GRANT'] },
      ]);
    },
  );

  it.each<PersonaName>(['dr-li', 'dr-wong', 'sdm-chan', 'commissioner'])(
    'is not shown to %s',
    async (persona) => {
      const answer = await graph.ask(persona, REQUESTS, { patient: PATIENT_CHAN });
      expect([answer.data, answer.errors]).toEqual([{ grantRequests: null }, []]);
      expect(asked()).toEqual([]);
    },
  );
});

describe('the attempts that a wrong passcode leaves', () => {
  const answering = (extensions: object) => {
    graph.intercept = (name, request, answer) =>
      name === 'consents' && request.body.includes('"use":"data"')
        ? Promise.resolve({
            status: 200,
            body: JSON.stringify({
              data: { redeemLink: null },
              errors: [{ message: 'secret', path: ['redeemLink'], extensions }],
            }),
          })
        : answer();
  };

  it.each([
    [
      { code: 'PASSCODE_INVALID', remainingAttempts: 3, patient: 'secret' },
      { remainingAttempts: 3 },
    ],
    [{ code: 'PASSCODE_INVALID', remainingAttempts: 'secret' }, {}],
    [{ code: 'LINK_LOCKED', remainingAttempts: 3 }, {}],
  ])('reach the client, and nothing else does: %j', async (extensions, expected) => {
    answering(extensions);
    const answer = await graph.ask('clerk-szh', REDEEM, { link: 'x'.repeat(43) });
    expect(answer.errors.map((error) => error.extensions)).toEqual([
      coded(extensions.code, expected),
    ]);
    expect(answer.text).not.toContain('secret');
  });
});
