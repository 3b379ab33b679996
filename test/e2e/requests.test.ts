/** How patients are asked and what they answer, through the gateway: by roles, by decisions, by what subgraphs are told. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBackground } from '@causeway/gateway';
import {
  BAUHINIA_CLINIC,
  CHILD_CHAN,
  LIANHUA_BAY_HOSPITAL,
  MINOR_WU,
  PATIENT_CHAN,
  PERSONAS,
} from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import type { NoticeTask } from '@causeway/schema';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const ISSUE = `mutation ($patient: ID!, $organization: ID!, $use: RequestCodeUse!) {
  issueRequestCode(patient: $patient, organization: $organization, use: $use) { code }
}`;

const REQUEST = `mutation ($input: RequestGrantInput!) {
  requestGrant(input: $input) { id state asked { scopes } }
}`;

const TERMS = {
  purpose: 'TREAT',
  scopes: ['ALLERGY_ADR', 'MEDICATION'],
  lookBack: 'P3Y',
  permissions: ['READ'],
  duration: 'P7D',
};

const REQUESTS = `query ($patient: ID!) {
  grantRequests(patient: $patient, first: 1) { id state explanation(language: ZH_HANT) }
}`;

const AUTHORISE = `mutation ($patient: ID!, $input: AuthoriseGrantInput!) {
  authoriseGrant(patient: $patient, input: $input) { id state authorised { scopes } }
}`;

const REQUEST_SHARING = `mutation ($code: String!) {
  requestSharingConsent(input: { code: $code }) { id status }
}`;

const RECORD = `query ($id: ID!) { patient(id: $id) {
  id
  allergyIntolerances(first: 1) { totalCount }
  medicationRequests(first: 1) { totalCount }
} }`;

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
  const failures: unknown[] = [];
  const hour = 3_600_000;
  const nowhere = { send: () => Promise.resolve() };
  const background = createBackground({
    call: graph.call,
    channels: { APP: nowhere, SMS: nowhere, EMAIL: nowhere, POST: nowhere },
    onError: (error) => failures.push(error),
    pauses: { relay: hour, anchor: hour, courier: hour },
  });
  await background.afterMutation(new Set(['providers']));
  await background.close();
  expect(failures).toEqual([]);
});

afterAll(() => graph.close());

const codes = ({ errors }: Answered) => errors.map(({ extensions }) => extensions?.['code']);

async function codeFor(
  who: PersonaName,
  patient: string,
  organization = LIANHUA_BAY_HOSPITAL,
  use = 'GRANT',
): Promise<string> {
  const { data } = await graph.ask(who, ISSUE, { patient, organization, use });
  return (data?.['issueRequestCode'] as { code: string }).code;
}

/** Dr Li, by a token that is bound to a grant. */
function drLi(grant: string): PersonaClaims {
  const claims = PERSONAS.find(({ name }) => name === 'dr-li')?.claims;
  if (claims === undefined) throw new Error('Expected Dr Li');
  return { ...claims, grant };
}

describe('a request from abroad', () => {
  let request: string;

  it('is made by the code of the patient, and tells nobody who that is', async () => {
    const code = await codeFor('patient-chan', PATIENT_CHAN);
    const { data, errors, text } = await graph.ask('dr-li', REQUEST, { input: { ...TERMS, code } });
    expect(errors).toEqual([]);
    expect(data?.['requestGrant']).toMatchObject({ state: 'REQUESTED' });
    expect(text).not.toContain(PATIENT_CHAN);
    request = (data?.['requestGrant'] as { id: string }).id;
    const again = await graph.ask('dr-li', REQUEST, { input: { ...TERMS, code } });
    const unknown = await graph.ask('dr-li', REQUEST, {
      input: { ...TERMS, code: 'ZZZZ-ZZZZ-ZZZZ' },
    });
    expect(codes(again)).toEqual(['NOT_FOUND']);
    expect(again.text).toBe(unknown.text);
  });

  it('by a code that was forwarded to another hospital is as by none', async () => {
    const code = await codeFor('patient-chan', PATIENT_CHAN);
    // Within the conditions of either hospital.
    const terms = { ...TERMS, scopes: ['ALLERGY_ADR'], lookBack: 'P1Y', duration: 'P1D' };
    const forwarded = await graph.ask('dr-zhao', REQUEST, { input: { ...terms, code } });
    const unknown = await graph.ask('dr-zhao', REQUEST, {
      input: { ...terms, code: 'ZZZZ-ZZZZ-ZZZZ' },
    });
    expect(codes(forwarded)).toEqual(['NOT_FOUND']);
    expect(forwarded.text).toBe(unknown.text);
  });

  it.each(['patient-chan', 'dr-wong', 'commissioner', 'dr-he'] as const)(
    'is not for %s, whose request reaches no subgraph',
    async (persona) => {
      graph.dataRequests();
      const input = { ...TERMS, code: 'ZZZZ-ZZZZ-ZZZZ' };
      expect(codes(await graph.ask(persona, REQUEST, { input }))).toEqual(['FORBIDDEN']);
      expect(graph.dataRequests()).toEqual([]);
    },
  );

  it('is read in plain words, narrowed and authorised by a caregiver', async () => {
    const { data } = await graph.ask('caregiver-chan', REQUESTS, { patient: PATIENT_CHAN });
    expect(data?.['grantRequests']).toEqual([
      { id: request, state: 'REQUESTED', explanation: expect.stringContaining('要求閱覽') },
    ]);
    const answer = await graph.ask('caregiver-chan', AUTHORISE, {
      patient: PATIENT_CHAN,
      input: { request, scopes: ['ALLERGY_ADR'] },
    });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.['authoriseGrant']).toEqual({
      id: request,
      state: 'AUTHORISED',
      authorised: { scopes: ['ALLERGY_ADR'] },
    });
  });

  it.each(['sdm-chan', 'dr-li', 'dr-wong', 'commissioner'] as const)(
    'is not for %s to read or to answer',
    async (persona) => {
      const read = await graph.ask(persona, REQUESTS, { patient: PATIENT_CHAN });
      expect(read.data).toEqual({ grantRequests: null });
      const variables = { patient: PATIENT_CHAN, input: { request } };
      const answer = await graph.ask(persona, AUTHORISE, variables);
      expect(answer.data).toEqual({ authoriseGrant: null });
    },
  );

  it('is answered for a child by who decides for it, and not by a caregiver of another', async () => {
    const code = await codeFor('sdm-chan', CHILD_CHAN);
    const { data } = await graph.ask('dr-li', REQUEST, { input: { ...TERMS, code } });
    const { id } = data?.['requestGrant'] as { id: string };
    const variables = { patient: CHILD_CHAN, input: { request: id } };
    const other = await graph.ask('caregiver-chan', AUTHORISE, variables);
    expect(other.data).toEqual({ authoriseGrant: null });
    const own = await graph.ask('sdm-chan', AUTHORISE, variables);
    expect(own.data?.['authoriseGrant']).toMatchObject({ state: 'AUTHORISED' });
  });

  it('is not for a minor to let be made', async () => {
    const claims = PERSONAS.find(({ name }) => name === 'patient-chan')?.claims;
    if (claims === undefined) throw new Error('Expected a patient');
    const answer = await graph.ask({ ...claims, fhirUser: `Patient/${MINOR_WU}` }, ISSUE, {
      patient: MINOR_WU,
      organization: LIANHUA_BAY_HOSPITAL,
      use: 'GRANT',
    });
    expect(answer.data).toEqual({ issueRequestCode: null });
  });

  it('that was authorised and redeemed is what decisions permit, and no more', async () => {
    const before = await graph.ask(drLi(request), RECORD, { id: PATIENT_CHAN });
    expect(before.data).toEqual({ patient: null });
    const issued = await graph.ask(
      'patient-chan',
      'mutation ($p: ID!, $g: ID!) { issueLink(patient: $p, grant: $g) { link } }',
      { p: PATIENT_CHAN, g: request },
    );
    const { link } = issued.data?.['issueLink'] as { link: string };
    const tasks = (await graph.call(
      'consents',
      'courier',
      'mutation { claimNotices(first: 100, leaseSeconds: 60) }',
      'claimNotices',
      {},
    )) as readonly NoticeTask[];
    const passcode = tasks.find(({ kind }) => kind === 'PASSCODE')?.secret;
    const redeemed = await graph.ask(
      'clerk-szh',
      'mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { state } }',
      { input: { link, passcode } },
    );
    expect(redeemed.data).toEqual({ redeemLink: { state: 'REDEEMED' } });
    const after = await graph.ask(drLi(request), RECORD, { id: PATIENT_CHAN });
    expect(after.data?.['patient']).toMatchObject({
      id: PATIENT_CHAN,
      allergyIntolerances: { totalCount: expect.any(Number) },
      medicationRequests: null,
    });
    expect(codes(after)).toEqual(['CONSENT_REQUIRED']);
  });
});

describe('a request at home', () => {
  it('is not let by a caregiver', async () => {
    const variables = { patient: PATIENT_CHAN, organization: BAUHINIA_CLINIC, use: 'SHARING' };
    expect(codes(await graph.ask('caregiver-chan', ISSUE, variables))).toEqual(['NOT_FOUND']);
  });

  it('is made by a code, and answered by the patient', async () => {
    const code = await codeFor('patient-chan', PATIENT_CHAN, BAUHINIA_CLINIC, 'SHARING');
    const { data, errors } = await graph.ask('dr-lee', REQUEST_SHARING, { code });
    expect(errors).toEqual([]);
    const { id } = data?.['requestSharingConsent'] as { id: string };
    const ANSWER = `mutation ($p: ID!, $id: ID!) {
      answerSharingRequest(patient: $p, input: { request: $id, answer: ACCEPT }) { id status }
    }`;
    const foreign = await graph.ask('caregiver-chan', ANSWER, { p: PATIENT_CHAN, id });
    expect(foreign.data).toEqual({ answerSharingRequest: null });
    const own = await graph.ask('patient-chan', ANSWER, { p: PATIENT_CHAN, id });
    expect(own.data).toEqual({ answerSharingRequest: { id, status: 'ACTIVE' } });
  });

  it.each(['dr-li', 'patient-chan', 'commissioner'] as const)('is not for %s', async (persona) => {
    graph.dataRequests();
    const answer = await graph.ask(persona, REQUEST_SHARING, { code: 'ZZZZ-ZZZZ-ZZZZ' });
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(graph.dataRequests()).toEqual([]);
  });
});

describe('a restriction', () => {
  const medication = async () => {
    const { data } = await graph.ask('dr-wong', RECORD, { id: PATIENT_CHAN });
    const patient = data?.['patient'] as Record<string, { totalCount: number } | null> | null;
    return patient?.['medicationRequests']?.totalCount;
  };

  it('takes a category away from everybody at once, and gives it back when it is lifted', async () => {
    const before = await medication();
    expect(before).toBeGreaterThan(0);
    const { data } = await graph.ask(
      'patient-chan',
      `mutation ($p: ID!) {
        restrictAccess(patient: $p, input: { scopes: [MEDICATION] }) { id status }
      }`,
      { p: PATIENT_CHAN },
    );
    const { id } = data?.['restrictAccess'] as { id: string };
    expect(await medication()).toBe(0);
    await graph.ask(
      'patient-chan',
      'mutation ($p: ID!, $id: ID!) { liftRestriction(patient: $p, id: $id) { status } }',
      { p: PATIENT_CHAN, id },
    );
    expect(await medication()).toBe(before);
  });
});
