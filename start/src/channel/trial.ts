import { LOTUS_LAGOON_HOSPITAL, PATIENT_CHAN, TRIAL_PATIENT } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered } from '../story/expectations.js';
import { StoryError } from '../story/stage.js';
import type { Reply, Session, Speaker, Stage } from '../story/stage.js';
import { bundleOfTrial } from './bundle-of-trial.js';

/** One thing that a trial looks at, and how it turned out. */
export interface TrialCheck {
  readonly what: string;
  readonly outcome: 'PASSED' | 'FAILED';
  /** What was got, where it is not what was expected. */
  readonly got?: unknown;
}

const TEST = 'HTEST';

/**
 * Tries a channel from end to end, through a recognised public health record system, with an invented patient: what is
 * deposited is marked as test data, is seen by the purpose of tests alone, and never meets real records.
 *
 * @throws StoryError where the channel does not come so far that something could be checked
 */
export async function tryChannel(stage: Stage): Promise<readonly TrialCheck[]> {
  const grant = await authorise(stage);
  const session = await redeem(stage, grant);
  const receipt = await depositTestData(stage, grant, session);
  return check(stage, session, receipt);
}

const CODE = `mutation TrialCode($patient: ID!, $organization: ID!, $use: RequestCodeUse!) {
  issueRequestCode(patient: $patient, organization: $organization, use: $use) { code }
}`;

async function codeFor(stage: Stage, use: 'GRANT' | 'DEPOSIT'): Promise<string> {
  const variables = { patient: TRIAL_PATIENT, organization: LOTUS_LAGOON_HOSPITAL, use };
  const reply = await stage.ask({ as: 'patient-trial', document: CODE, variables });
  const shape = z.object({ issueRequestCode: z.object({ code: z.string() }) });
  return answered(reply, shape).issueRequestCode.code;
}

async function authorise(stage: Stage): Promise<string> {
  stage.scene('The invented patient is asked, and authorises');
  const input = {
    code: await codeFor(stage, 'GRANT'),
    scopes: ['ALLERGY_ADR'],
    purpose: TEST,
    lookBack: 'P1Y',
    permissions: ['READ', 'DEPOSIT'],
    duration: 'P1D',
    reason: 'Trial of the channel',
  };
  const requested = await stage.ask({
    as: 'phrs-trial',
    document:
      'mutation TrialRequest($input: RequestGrantInput!) { requestGrant(input: $input) { id } }',
    variables: { input },
  });
  const shape = z.object({ requestGrant: z.object({ id: z.string() }) });
  const grant = answered(requested, shape).requestGrant.id;
  const authorised = await stage.ask({
    as: 'patient-trial',
    document: `mutation TrialAuthorise($patient: ID!, $request: ID!) {
  authoriseGrant(patient: $patient, input: { request: $request }) { state }
}`,
    variables: { patient: TRIAL_PATIENT, request: grant },
  });
  answered(authorised, z.object({ authoriseGrant: z.object({ state: z.literal('AUTHORISED') }) }));
  return grant;
}

async function redeem(stage: Stage, grant: string): Promise<Session> {
  stage.scene('Link and passcode are redeemed by the system');
  const issued = await stage.ask({
    as: 'patient-trial',
    document: `mutation TrialLink($patient: ID!, $grant: ID!) {
  issueLink(patient: $patient, grant: $grant) { link }
}`,
    variables: { patient: TRIAL_PATIENT, grant },
  });
  const { link } = answered(
    issued,
    z.object({ issueLink: z.object({ link: z.string() }) }),
  ).issueLink;
  const { secret } = await stage.messageTo(TRIAL_PATIENT, 'PASSCODE');
  const redeemed = await stage.ask({
    as: 'phrs-trial',
    document:
      'mutation TrialRedeem($input: RedeemLinkInput!) { redeemLink(input: $input) { state } }',
    variables: { input: { link, passcode: secret ?? '' } },
  });
  answered(redeemed, z.object({ redeemLink: z.object({ state: z.literal('REDEEMED') }) }));
  const session = await stage.openSession('phrs-trial', grant);
  if (session === null) throw new StoryError('a session of the system', session);
  return session;
}

async function depositTestData(stage: Stage, grant: string, session: Session): Promise<unknown> {
  stage.scene('Test data is deposited');
  const own = await stage.ask({
    as: session,
    document: '{ myGrant { encounter { id } } }',
    purpose: TEST,
  });
  const shape = z.object({ myGrant: z.object({ encounter: z.object({ id: z.string() }) }) });
  const encounter = answered(own, shape).myGrant.encounter.id;
  const identityCheck = { document: 'PASSPORT', attested: true };
  const presented = await stage.ask({
    as: 'phrs-trial',
    document: `mutation TrialPresent($input: PresentDepositCodeInput!) {
  presentDepositCode(input: $input) { until }
}`,
    variables: { input: { grant, code: await codeFor(stage, 'DEPOSIT'), identityCheck } },
  });
  answered(presented, z.object({ presentDepositCode: z.object({ until: z.string() }) }));
  const bundle = bundleOfTrial({
    patient: TRIAL_PATIENT,
    organization: LOTUS_LAGOON_HOSPITAL,
    encounter,
  });
  const deposited = await stage.ask({
    as: session,
    purpose: TEST,
    document: `mutation TrialDeposit($input: DepositRecordsInput!) {
  depositRecords(input: $input) { id isTest resources { type digest } }
}`,
    variables: { input: { patient: TRIAL_PATIENT, idempotencyKey: `trial-${grant}`, bundle } },
  });
  return answered(deposited, z.object({ depositRecords: z.unknown() })).depositRecords;
}

const READ = `query TrialRead($id: ID!) {
  patient(id: $id) {
    allergyIntolerances { totalCount edges { node { security { code } } } }
  }
}`;

async function check(
  stage: Stage,
  session: Session,
  receipt: unknown,
): Promise<readonly TrialCheck[]> {
  stage.scene('What was deposited is looked at from every side');
  const read = (as: Speaker, id: string, purpose: string): Promise<Reply> =>
    stage.ask({ as, document: READ, variables: { id }, purpose });
  const marked = z.object({
    patient: z.object({
      allergyIntolerances: z.object({
        totalCount: z.number().min(1),
        edges: z.array(
          z.object({
            node: z.object({
              security: z
                .array(z.object({ code: z.string() }))
                .refine((labels) => labels.some(({ code }) => code === TEST)),
            }),
          }),
        ),
      }),
    }),
  });
  const nothing = z.object({ patient: z.null() });
  const checked = (what: string, shape: z.ZodType, got: unknown): TrialCheck =>
    shape.safeParse(got).success ? { what, outcome: 'PASSED' } : { what, outcome: 'FAILED', got };
  const own = await read('patient-trial', TRIAL_PATIENT, 'PATRQT');
  const bySystem = await read(session, TRIAL_PATIENT, TEST);
  const atHome = await read('dr-wong', TRIAL_PATIENT, 'TREAT');
  const ofReal = await read(session, PATIENT_CHAN, TEST);
  return [
    checked(
      'The receipt says that it is test data',
      z.object({ isTest: z.literal(true) }),
      receipt,
    ),
    checked('Every record is marked HTEST', marked, own.data),
    checked('The system reads it for the purpose of tests', marked, bySystem.data),
    checked('A hospital at home does not see it when it treats', nothing, atHome.data),
    checked('No real patient is there for the purpose of tests', nothing, ofReal.data),
  ];
}
