/** `npm run mock`: made-up subgraphs below the real gateway. */
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permit } from '@causeway/kit/testing';
import { CONTEXT_HEADER, signRequest } from '@causeway/schema';
import type { Caller, FetchContext, Permit, SubgraphName } from '@causeway/schema';
import { API_PATH } from '@causeway/schema/compose-files';
import {
  GRANT_LI,
  LIANHUA_BAY_HOSPITAL,
  LION_ROCK_HOSPITAL,
  PATIENT_CHAN,
  PEARL_ISLET_HOSPITAL,
  UNKNOWN_PATIENT,
} from '@causeway/seeds/ids';
import type { PersonaName } from '@causeway/seeds/personas';
import { society } from '@causeway/seeds/stage';
import { buildSchema, parse } from 'graphql';
import { MOCK_PASSCODE } from '../../start/src/mock/mock-grants.js';
import { mockSubgraph } from '../../start/src/mock/mock-subgraph.js';
import { MockSociety } from '../../start/src/mock/society-facts.js';
import { openEvents } from '../support/event-stream.js';
import { madeUpVariables } from '../support/made-up-variables.js';
import { mockFleet } from '../support/mock-fleet.js';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

const operation = (name: string): string => readFileSync(new URL(name, OPERATIONS), 'utf8');

/** What operations are asked about. */
const VALUES = {
  patient: PATIENT_CHAN,
  id: GRANT_LI,
  organization: LION_ROCK_HOSPITAL,
  grant: GRANT_LI,
  request: GRANT_LI,
};

const FAILURES: ReadonlySet<unknown> = new Set([
  'SUBGRAPH_FAILED',
  'INTERNAL_SERVER_ERROR',
  'POLICY_UNAVAILABLE',
]);

const QUESTION = operation('patient-record.graphql');

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph({ subgraphs: mockFleet });
}, 60_000);

afterAll(() => graph.close());

const ask = (persona: PersonaName, id = PATIENT_CHAN): Promise<Answered> =>
  graph.ask(persona, QUESTION, { id });

type Patient = Readonly<Record<string, unknown>>;

const patientOf = ({ data }: Answered): Patient => (data as { patient: Patient }).patient;

const LISTS = ['allergyIntolerances', 'medicationRequests', 'laboratoryReports'] as const;

const countsIn = (answer: Answered): readonly number[] =>
  LISTS.map((field) => (patientOf(answer)[field] as { totalCount: number }).totalCount);

const codes = ({ errors }: Answered) =>
  errors.map(({ path, extensions }) => [
    path?.join('.'),
    extensions?.['code'],
    extensions?.['scope'],
  ]);

const allMore = (some: readonly number[], others: readonly number[]): boolean =>
  some.every((count, index) => count > (others[index] ?? Infinity));

describe('the eight answers of a mock', () => {
  it('are values to the patient, to the doctor at home fewer, and to the doctor abroad fewer still', async () => {
    const [own, home, abroad] = [
      await ask('patient-chan'),
      await ask('dr-wong'),
      await ask('dr-li'),
    ];
    expect([codes(own), codes(home)]).toEqual([[], []]);
    expect(patientOf(own)).toMatchObject({ hkid: 'ZZ000001(8)' });
    expect(allMore(countsIn(own), countsIn(home))).toBe(true);
    expect(allMore(countsIn(home), countsIn(abroad))).toBe(true);
    expect(countsIn(abroad).every((count) => count > 0)).toBe(true);
  });

  it('say whether images may be downloaded', async () => {
    const actionsFor = async (persona: PersonaName): Promise<unknown> =>
      (patientOf(await ask(persona))['imagingStudies'] as { edges: readonly { node: object }[] })
        .edges[0]?.node;
    expect(await actionsFor('patient-chan')).toMatchObject({
      permittedActions: ['VIEW', 'DOWNLOAD'],
    });
    expect(await actionsFor('dr-wong')).toMatchObject({ permittedActions: ['VIEW'] });
  });

  it('refuse a pharmacist images without a step-up', async () => {
    expect(codes(await ask('pharmacist-ng'))).toEqual([
      ['patient.imagingStudies', 'STEP_UP_REQUIRED', 'RAD_IMAGE'],
    ]);
  });

  it('refuse a doctor abroad what the grant does not name, which is asked of no subgraph', async () => {
    expect(codes(await ask('dr-li'))).toEqual([
      ['patient.hkid', 'NOT_SHARABLE', undefined],
      ['patient.address', 'NOT_SHARABLE', undefined],
      ['patient.conditions', 'CONSENT_REQUIRED', 'DIAGNOSIS'],
      ['patient.imagingStudies', 'CONSENT_REQUIRED', 'RAD_IMAGE'],
    ]);
    const asked = graph.dataRequests().map(({ query }) => query);
    expect(asked.join()).not.toMatch(/hkid|address|conditions|imagingStudies/);
  });

  it.each(['dr-lee', 'dr-zhao', 'dr-he', 'dr-guo'] as const)(
    'are null to %s, as for an id that does not exist, and nothing is asked',
    async (persona) => {
      expect((await ask(persona)).text).toBe('{"data":{"patient":null}}\n');
      expect((await ask(persona, UNKNOWN_PATIENT)).text).toBe('{"data":{"patient":null}}\n');
      expect(graph.dataRequests()).toEqual([]);
    },
  );
});

describe('a mock', () => {
  it('answers with the same bytes when it is started anew', async () => {
    const first = await ask('patient-chan');
    const other = await startGraph({ subgraphs: mockFleet });
    const second = await other.ask('patient-chan', QUESTION, { id: PATIENT_CHAN });
    await other.close();
    expect(second.text).toBe(first.text);
  });

  it('pages through a list: every item once, and the count the same on each page', async () => {
    const seen: string[] = [];
    const counts = new Set<number>();
    let after: string | null = null;
    do {
      const answer: Answered = await graph.ask(
        'patient-chan',
        `query($id: ID!, $after: String) { patient(id: $id) { laboratoryReports(first: 3, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`,
        { id: PATIENT_CHAN, after },
      );
      const page = patientOf(answer)['laboratoryReports'] as {
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly edges: readonly { readonly node: { readonly id: string } }[];
      };
      seen.push(...page.edges.map(({ node }) => node.id));
      counts.add(page.totalCount);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect([...counts]).toEqual([new Set(seen).size]);
  });

  it('filters a list by what its arguments say', async () => {
    const answer = await graph.ask(
      'patient-chan',
      `query($id: ID!) { patient(id: $id) {
        all: laboratoryReports { totalCount }
        restricted: laboratoryReports(restricted: true) { totalCount }
        recent: laboratoryReports(period: { start: "2026" }) { edges { node { clinicalDate } } }
        none: laboratoryReports(code: [{ code: "no such code" }]) { totalCount } } }`,
      { id: PATIENT_CHAN },
    );
    const lists = patientOf(answer) as Readonly<Record<string, { readonly totalCount: number }>>;
    expect(answer.errors).toEqual([]);
    expect(lists['restricted']?.totalCount).toBeGreaterThan(0);
    expect(lists['restricted']?.totalCount).toBeLessThan(lists['all']?.totalCount ?? 0);
    expect(lists['none']?.totalCount).toBe(0);
  });
});

describe('the mutations of a mock', () => {
  it('stay: a grant that is revoked opens nothing from the next request on', async () => {
    const fresh = await startGraph({ subgraphs: mockFleet });
    const answerTo = async (): Promise<string> =>
      (
        await fresh.ask('dr-li', 'query($id: ID!) { patient(id: $id) { birthDate } }', {
          id: PATIENT_CHAN,
        })
      ).text;
    expect(await answerTo()).toContain('birthDate');
    const listed = await fresh.ask(
      'patient-chan',
      'query($id: ID!) { grants(patient: $id, state: [REDEEMED]) { edges { node { id requester { name } } } } }',
      { id: PATIENT_CHAN },
    );
    const { edges } = (
      listed.data as {
        grants: { edges: readonly { node: { id: string; requester: { name: string } } }[] };
      }
    ).grants;
    const grant = edges.find(({ node }) => node.requester.name.startsWith('Lianhua'))?.node.id;
    const revoked = await fresh.ask(
      'patient-chan',
      'mutation($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { state } }',
      { patient: PATIENT_CHAN, id: grant },
    );
    expect(revoked.text).toBe('{"data":{"revokeGrant":{"state":"REVOKED"}}}\n');
    expect(await answerTo()).toBe('{"data":{"patient":null}}\n');
    await fresh.close();
  });
});

describe('a grant in a mock', () => {
  it('is told of to whoever waits for it', async () => {
    const fresh = await startGraph({
      subgraphs: mockFleet,
      isServed: true,
      subscriptions: { perCaller: 2, inAll: 3, duration: 60_000, recheck: 40, pause: 20 },
    });
    const headers = await fresh.headersOf('dr-li');
    const query = 'subscription { myGrant { state } }';
    const events = await openEvents(`${fresh.url ?? ''}/graphql`, headers, { query });
    expect((await events.next()).body).toEqual({ data: { myGrant: { state: 'REDEEMED' } } });
    await fresh.ask(
      'patient-chan',
      'mutation($patient: ID!, $id: ID!) { revokeGrant(patient: $patient, id: $id) { state } }',
      { patient: PATIENT_CHAN, id: GRANT_LI },
    );
    const told = await events.next();
    events.close();
    expect(told).not.toMatchObject({ body: { data: { myGrant: { state: 'REDEEMED' } } } });
    await fresh.close();
  });

  it('goes its way: asked for by a code, authorised for less, redeemed by a link, closed', async () => {
    const fresh = await startGraph({ subgraphs: mockFleet });
    const as = async (persona: PersonaName, query: string, variables: object): Promise<unknown> => {
      const { data, errors } = await fresh.ask(persona, query, variables);
      expect(errors).toEqual([]);
      return Object.values(data ?? {})[0];
    };
    const patient = PATIENT_CHAN;
    const { code } = (await as(
      'patient-chan',
      'mutation($patient: ID!, $o: ID!) { issueRequestCode(patient: $patient, organization: $o, use: GRANT) { code } }',
      { patient, o: PEARL_ISLET_HOSPITAL },
    )) as { code: string };
    const ask = `mutation($code: String!) { requestGrant(input: { code: $code, purpose: TREAT, lookBack: "P3Y",
      scopes: [LAB_REPORT, MEDICATION], permissions: [READ], duration: "P7D" }) { id state asked { scopes } } }`;
    const withForeignCode = await fresh.ask('dr-li', ask, { code });
    expect(codes(withForeignCode)).toEqual([['requestGrant', 'NOT_FOUND', undefined]]);
    const asked = (await as('dr-zhao', ask, { code })) as { id: string };
    expect(asked).toMatchObject({
      state: 'REQUESTED',
      asked: { scopes: ['LAB_REPORT', 'MEDICATION'] },
    });
    expect(codes(await fresh.ask('dr-zhao', ask, { code }))).toEqual([
      ['requestGrant', 'NOT_FOUND', undefined],
    ]);
    const authorised = await as(
      'patient-chan',
      `mutation($patient: ID!, $r: ID!) { authoriseGrant(patient: $patient, input: { request: $r, scopes: [LAB_REPORT] }) {
        state authorised { scopes } } }`,
      { patient, r: asked.id },
    );
    expect(authorised).toEqual({
      state: 'AUTHORISED',
      authorised: { scopes: ['LAB_REPORT'] },
    });
    const see = 'query($id: ID!) { grantRequest(id: $id) { state } }';
    expect(await as('dr-zhao', see, { id: asked.id })).toEqual({ state: 'AUTHORISED' });
    expect(await as('dr-li', see, { id: asked.id })).toBeNull();
    const { link } = (await as(
      'patient-chan',
      'mutation($patient: ID!, $g: ID!) { issueLink(patient: $patient, grant: $g) { link } }',
      { patient, g: asked.id },
    )) as { link: string };
    const redeem =
      'mutation($link: String!, $passcode: String!) { redeemLink(input: { link: $link, passcode: $passcode }) { state } }';
    expect(codes(await fresh.ask('dr-li', redeem, { link, passcode: MOCK_PASSCODE }))).toEqual([
      ['redeemLink', 'LINK_NOT_FOUND', undefined],
    ]);
    expect(codes(await fresh.ask('dr-zhao', redeem, { link, passcode: '11111111' }))).toEqual([
      ['redeemLink', 'PASSCODE_INVALID', undefined],
    ]);
    expect(await as('dr-zhao', redeem, { link, passcode: MOCK_PASSCODE })).toEqual({
      state: 'REDEEMED',
    });
    const close = 'mutation($g: ID!) { closeEncounter(grant: $g) { state opensUntil } }';
    expect(await as('dr-zhao', close, { g: asked.id })).toEqual({
      state: 'COMPLETED',
      opensUntil: null,
    });
    await fresh.close();
  });
});

describe('the facts of a mock', () => {
  const grantFor = async (organization: string, patient: string | null): Promise<unknown> => {
    const keys = [{ patient, organization, practitionerRole: null, grant: GRANT_LI }];
    const query = 'query($keys: [AccessFactsKey!]!) { consentFacts(keys: $keys) }';
    const [facts] = (await graph.call('consents', 'facts', query, 'consentFacts', {
      keys,
    })) as readonly { readonly grant: unknown }[];
    return facts?.grant;
  };

  it('tell of a grant to the organisation that it names, and of the patient whose it is', async () => {
    expect(await grantFor(LIANHUA_BAY_HOSPITAL, PATIENT_CHAN)).toMatchObject({ id: GRANT_LI });
    expect(await grantFor(LIANHUA_BAY_HOSPITAL, null)).toMatchObject({ patient: PATIENT_CHAN });
    expect(await grantFor(PEARL_ISLET_HOSPITAL, PATIENT_CHAN)).toBeNull();
    expect(await grantFor(LIANHUA_BAY_HOSPITAL, UNKNOWN_PATIENT)).toBeNull();
  });
});

describe('consents in a mock', () => {
  it('are decided by: what a patient restricts is not there for the doctor, until it is lifted', async () => {
    const fresh = await startGraph({ subgraphs: mockFleet });
    const diagnoses = async (): Promise<unknown> =>
      patientOf(await fresh.ask('dr-wong', QUESTION, { id: PATIENT_CHAN }))['conditions'];
    const before = await diagnoses();
    expect(before).not.toMatchObject({ totalCount: 0 });
    const change = async (
      query: string,
      variables: object,
    ): Promise<{ id: string; status: string }> => {
      const { data } = await fresh.ask('patient-chan', query, { p: PATIENT_CHAN, ...variables });
      return Object.values(data ?? {})[0] as { id: string; status: string };
    };
    const restrict = `mutation($p: ID!, $o: ID!) { restrictAccess(patient: $p,
      input: { organization: $o, scopes: [DIAGNOSIS] }) { id status } }`;
    const { id, status } = await change(restrict, { o: LION_ROCK_HOSPITAL });
    expect(status).toBe('ACTIVE');
    expect(await diagnoses()).toEqual({ totalCount: 0, edges: [] });
    const lift =
      'mutation($p: ID!, $id: ID!) { liftRestriction(patient: $p, id: $id) { id status } }';
    expect(await change(lift, { id })).toEqual({ id, status: 'INACTIVE' });
    expect(await diagnoses()).toEqual(before);
    await fresh.close();
  });
});

/** Who asks every operation, and for what purpose where it is not their usual one. */
const ASKED_BY: readonly (readonly [PersonaName, string?])[] = [
  ['patient-chan'],
  ['dr-wong'],
  ['dr-wong', 'ETREAT'],
  ['dr-li'],
  ['clerk-szh'],
  ['commissioner'],
  ['secretary'],
  ['auditor'],
];

const SCHEMA = buildSchema(readFileSync(API_PATH, 'utf8'));

/** Those that change something come last, so that nothing is gone when it is asked for. */
const FILES = readdirSync(OPERATIONS).toSorted(
  (one, other) => Number(isMutation(one)) - Number(isMutation(other)),
);

function isMutation(file: string): boolean {
  return /^mutation /m.test(operation(file));
}

describe('the stored operations', () => {
  let changing: TestGraph;

  beforeAll(async () => {
    changing = await startGraph({ subgraphs: mockFleet });
  });

  afterAll(() => changing.close());

  it.each(FILES)('%s is answered, and no subgraph fails', async (file) => {
    // A subscription asks a query, which is all that a subgraph hears of it.
    const text = operation(file)
      .replace(/^subscription/m, 'query')
      .replace('myRequest(', 'grantRequest(');
    const named = text.includes('patient(id: $id)') ? { ...VALUES, id: PATIENT_CHAN } : VALUES;
    const variables = madeUpVariables(SCHEMA, parse(text), named);
    let isAnswered = false;
    for (const [persona, purpose] of ASKED_BY) {
      const answer = await changing.ask(persona, text, variables, purpose ? { purpose } : {});
      const found = codes(answer).map(([, code]) => code);
      expect([persona, found.filter((code) => FAILURES.has(code)), changing.failures]).toEqual([
        persona,
        [],
        [],
      ]);
      isAnswered ||= found.includes('NOT_FOUND') || found.includes('LINK_NOT_FOUND');
      isAnswered ||= Object.values(answer.data ?? {}).some((value) => value !== null);
    }
    expect(isAnswered).toBe(true);
  });
});

describe('a mock subgraph', () => {
  const reading = permit(PATIENT_CHAN, {
    scopes: ['PERSON', 'LAB_REPORT'],
    confidentiality: ['N', 'R', 'V'],
  });
  const RECORDS = `{ _entities(representations: [{ __typename: "Patient", id: "${PATIENT_CHAN}" }]) {
    ... on Patient { laboratoryReports { totalCount } conditions { totalCount } } } }`;

  /** What it answers to a fetch under these permits, past the gateway. */
  const answerTo = async (
    subgraph: SubgraphName,
    query: string,
    permits: readonly Permit[],
    { isSigned = true, caller = null }: { isSigned?: boolean; caller?: Caller | null } = {},
  ): Promise<unknown> => {
    const key = randomBytes(32);
    const handle = mockSubgraph({
      name: subgraph,
      society: new MockSociety(society(new Date(graph.time.now))),
      keys: [key],
      clock: () => graph.time.now,
      onError: () => undefined,
    });
    const context: FetchContext = { use: 'data', caller, permits, now: graph.time.now };
    const body = JSON.stringify({ query, extensions: { causeway: context } });
    const request = { method: 'POST', path: '/graphql', subgraph, body };
    const token = signRequest(request, isSigned ? key : randomBytes(32), graph.time.now);
    const answer = await handle({ ...request, headers: { [CONTEXT_HEADER]: token } });
    return JSON.parse(answer.body);
  };

  it('answers nobody but the gateway', async () => {
    expect(await answerTo('records', RECORDS, [reading], { isSigned: false })).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('gives a caller nothing of what is for the gateway alone', async () => {
    expect(await answerTo('consents', '{ lastGrantChange }', [])).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it.each<readonly [string, readonly Permit[], unknown]>([
    ['without a permit nobody', [], [null]],
    [
      'what the permit names alone',
      [reading],
      [{ laboratoryReports: { totalCount: expect.any(Number) }, conditions: null }],
    ],
    [
      'nothing from before the look-back',
      [{ ...reading, windowStart: Date.parse('2100-01-01') }],
      [{ laboratoryReports: { totalCount: 0 }, conditions: null }],
    ],
    [
      'nothing of a confidentiality that is not permitted',
      [{ ...reading, confidentiality: [] }],
      [{ laboratoryReports: { totalCount: 0 }, conditions: null }],
    ],
  ])('gives %s', async (_what, permits, expected) => {
    expect(await answerTo('records', RECORDS, permits)).toEqual({ data: { _entities: expected } });
  });

  it('gives what stays in Hong Kong to nobody abroad', async () => {
    const query = `{ patient(id: "${PATIENT_CHAN}") { birthDate hkid } }`;
    expect(await answerTo('patients', query, [{ ...reading, abroad: true }])).toEqual({
      data: { patient: { birthDate: expect.any(String), hkid: null } },
    });
  });

  it.each([
    ['reads', '{ me { id } }', { me: null }],
    ['reads by id', `{ patient(id: "${PATIENT_CHAN}") { id } }`, { patient: null }],
    [
      'changes',
      `mutation { withdrawFromEHealth(patient: "${PATIENT_CHAN}") { id } }`,
      { withdrawFromEHealth: null },
    ],
  ])('lets nobody without a permit be one who %s', async (_what, query, data) => {
    const caller: Caller = {
      kind: 'person',
      person: PATIENT_CHAN,
      subject: 's',
      client: 'c',
      purpose: 'PATRQT',
      tokenId: 't',
    };
    expect(await answerTo('patients', query, [], { caller })).toEqual({ data });
  });
});
