import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHILD_CHAN, PATIENT_CHAN } from '@causeway/seeds';
import type { NoticeTask } from '@causeway/schema';
import { startGraph } from '../support/start-graph.js';
import type { Answered, TestGraph } from '../support/start-graph.js';

const GRANTS = `query ($id: ID!) {
  patient(id: $id) { crossBorderGrants { edges { node {
    id state encounter { status } link { status remainingAttempts } consent { status }
  } } } }
}`;

const ISSUE = `mutation ($patient: ID!, $grant: ID!) {
  issueLink(patient: $patient, grant: $grant) { link qrCode expiresAt }
}`;

const REDEEM = `mutation ($input: RedeemLinkInput!) {
  redeemLink(input: $input) { id encounter state opensUntil scopes permissions }
}`;

const CLOSE = 'mutation ($grant: ID!) { closeEncounter(grant: $grant) { id state opensUntil } }';

const REQUEST_STEP_UP = `mutation ($patient: ID!) {
  requestStepUp(patient: $patient, reason: "An operation is planned") { id expiresAt }
}`;

const CONFIRM_STEP_UP = `mutation ($patient: ID!, $challenge: ID!, $code: String!) {
  confirmStepUp(patient: $patient, challenge: $challenge, code: $code) { until }
}`;

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph.close());

const codes = ({ errors }: Answered) => errors.map(({ extensions }) => extensions?.['code']);

/** The code of a kind that the courier is given for a patient. */
async function codeFor(patient: string, kind: NoticeTask['kind']): Promise<string> {
  const tasks = (await graph.call(
    'consents',
    'courier',
    'mutation { claimNotices(first: 100, leaseSeconds: 60) }',
    'claimNotices',
    {},
  )) as readonly NoticeTask[];
  return tasks.find((task) => task.patient === patient && task.kind === kind)?.secret ?? '';
}

const wrong = (code: string): string => String((Number(code) + 1) % 10 ** 8).padStart(8, '0');

describe('a link, through the gateway', () => {
  const patient = CHILD_CHAN;
  let grant: string;
  let input: { readonly link: string; readonly passcode: string };

  const grantNow = async (): Promise<Record<string, unknown> | undefined> => {
    const { data } = await graph.ask('sdm-chan', GRANTS, { id: patient });
    const { crossBorderGrants } = data?.['patient'] as {
      crossBorderGrants: { edges: { node: Record<string, unknown> }[] };
    };
    return crossBorderGrants.edges[0]?.node;
  };

  it('is issued by who decides for the patient, and shown once', async () => {
    const before = await grantNow();
    expect(before).toMatchObject({ state: 'AUTHORISED', link: null });
    grant = String(before?.['id']);
    const { data, errors } = await graph.ask('sdm-chan', ISSUE, { patient, grant });
    expect(errors).toEqual([]);
    const { link, qrCode } = data?.['issueLink'] as Record<string, string>;
    expect(qrCode).toMatch(/^<svg /);
    input = { link: link ?? '', passcode: await codeFor(patient, 'PASSCODE') };
    expect(input.passcode).toMatch(/^\d{8}$/);
    expect(await grantNow()).toMatchObject({ state: 'LINK_ISSUED', link: { status: 'ACTIVE' } });
  });

  it('is not issued by anybody else', async () => {
    for (const persona of ['patient-chan', 'dr-wong', 'dr-li', 'commissioner'] as const) {
      const { data } = await graph.ask(persona, ISSUE, { patient, grant });
      expect(data).toEqual({ issueLink: null });
    }
    expect(graph.dataRequests()).toEqual([]);
  });

  it('that was forwarded to another hospital does not exist there', async () => {
    const forwarded = await graph.ask('dr-zhao', REDEEM, { input });
    const unknown = await graph.ask('dr-zhao', REDEEM, {
      input: { ...input, link: 'A'.repeat(43) },
    });
    expect(codes(unknown)).toEqual(codes(forwarded));
    expect(forwarded.text).toBe(unknown.text);
    expect(await grantNow()).toMatchObject({ link: { remainingAttempts: 5 } });
  });

  it.each(['patient-chan', 'sdm-chan', 'dr-wong', 'commissioner'] as const)(
    'is not for %s to redeem',
    async (persona) => {
      expect(codes(await graph.ask(persona, REDEEM, { input }))).toEqual(['FORBIDDEN']);
      expect(graph.dataRequests()).toEqual([]);
    },
  );

  it('tells its own hospital how many attempts are left', async () => {
    const guess = { ...input, passcode: wrong(input.passcode) };
    const { data, errors } = await graph.ask('clerk-szh', REDEEM, { input: guess });
    expect(data).toEqual({ redeemLink: null });
    expect(errors).toMatchObject([
      { extensions: { code: 'PASSCODE_INVALID', remainingAttempts: 4 } },
    ]);
  });

  it('opens the encounter for the clerk who redeems it, once', async () => {
    const answers = await Promise.all([
      graph.ask('clerk-szh', REDEEM, { input }),
      graph.ask('dr-li', REDEEM, { input }),
    ]);
    expect(answers.flatMap(codes)).toEqual(['LINK_NOT_FOUND']);
    const won = answers.find(({ errors }) => errors.length === 0);
    expect(won?.data).toMatchObject({
      redeemLink: { id: grant, state: 'REDEEMED', permissions: ['READ'] },
    });
    expect(won?.text).not.toContain(patient);
    expect(await grantNow()).toMatchObject({ state: 'REDEEMED', encounter: { status: 'OPEN' } });
  });

  it('ends with the encounter, which its own hospital alone can close', async () => {
    expect(codes(await graph.ask('dr-zhao', CLOSE, { grant }))).toEqual(['NOT_FOUND']);
    const { data } = await graph.ask('clerk-szh', CLOSE, { grant });
    expect(data).toMatchObject({ closeEncounter: { state: 'COMPLETED', opensUntil: null } });
    expect(codes(await graph.ask('clerk-szh', CLOSE, { grant }))).toEqual(['CONFLICT']);
    expect(await grantNow()).toMatchObject({
      state: 'COMPLETED',
      encounter: { status: 'CLOSED' },
      consent: { status: 'INACTIVE' },
    });
  });
});

describe('a step-up, through the gateway', () => {
  const patient = PATIENT_CHAN;

  it('takes the code that the patient is sent', async () => {
    const asked = await graph.ask('dr-wong', REQUEST_STEP_UP, { patient });
    expect(asked.errors).toEqual([]);
    const { id: challenge } = asked.data?.['requestStepUp'] as { id: string };
    const code = await codeFor(patient, 'STEP_UP_CODE');
    const confirm = (text: string) =>
      graph.ask('dr-wong', CONFIRM_STEP_UP, { patient, challenge, code: text });
    expect((await confirm(wrong(code))).errors).toMatchObject([
      { extensions: { code: 'PASSCODE_INVALID', remainingAttempts: 2 } },
    ]);
    expect((await confirm(code)).errors).toEqual([]);
    expect(codes(await confirm(code))).toEqual(['NOT_FOUND']);
  });

  it.each(['patient-chan', 'dr-li', 'clerk-szh', 'commissioner'] as const)(
    'is not for %s to ask for',
    async (persona) => {
      const { data } = await graph.ask(persona, REQUEST_STEP_UP, { patient });
      expect(data).toEqual({ requestStepUp: null });
      expect(graph.dataRequests()).toEqual([]);
    },
  );
});
