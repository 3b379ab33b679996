import { FLAME_TREE_HOSPITAL, PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, refusedWith } from '../expectations.js';
import type { Stage } from '../stage.js';

const ISSUE_CODE = `mutation IssueRequestCode($patient: ID!, $organization: ID!) {
  issueRequestCode(patient: $patient, organization: $organization, use: GRANT) { code expiresAt }
}`;

const REQUEST = `mutation RequestGrant($input: RequestGrantInput!) {
  requestGrant(input: $input) { id state asked { scopes lookBack permissions } duration answerBy }
}`;

const issued = z.object({ issueRequestCode: z.object({ code: z.string() }) });
const requested = z.object({
  requestGrant: z.object({ id: z.string(), state: z.literal('REQUESTED') }),
});

const WISH = {
  scopes: ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT', 'RAD_REPORT', 'RAD_IMAGE'],
  lookBack: 'P3Y',
  permissions: ['READ', 'DEPOSIT'],
  duration: 'P7D',
  purpose: 'TREAT',
  reason: 'First visit to our cardiology clinic',
};

/** What any recognised hospital may ask for. */
const LITTLE = {
  ...WISH,
  scopes: ['ALLERGY_ADR'],
  lookBack: 'P1Y',
  permissions: ['READ'],
  duration: 'P1D',
};

/** The professional asks by a one-time code of the patient's. Returns the request's id. */
export async function ask(stage: Stage): Promise<string> {
  stage.scene('The patient is asked');
  stage.tell('Mr Chan (invented) visits the hospital. His app gives him a one-time code for it.');
  const { issueRequestCode } = answered(
    await stage.ask({
      as: 'patient-chan',
      document: ISSUE_CODE,
      variables: { patient: PATIENT_CHAN, organization: FLAME_TREE_HOSPITAL },
    }),
    issued,
  );
  const { code } = issueRequestCode;

  stage.tell('A code that was forwarded to another hospital is worth nothing there.');
  const input = { ...WISH, code };
  refusedWith(
    'NOT_FOUND',
    await stage.ask({
      as: 'dr-zhao',
      document: REQUEST,
      variables: { input: { ...LITTLE, code } },
    }),
  );

  stage.tell('More than the conditions allow cannot be asked for, and costs no code.');
  const tooMuch = { ...input, scopes: ['ALLERGY_ADR', 'BIRTH'] };
  refusedWith(
    'BAD_USER_INPUT',
    await stage.ask({ as: 'dr-guo', document: REQUEST, variables: { input: tooMuch } }),
  );

  stage.tell('Dr Guo asks. The answer says nothing of who the patient is.');
  const { requestGrant } = answered(
    await stage.ask({ as: 'dr-guo', document: REQUEST, variables: { input } }),
    requested,
  );
  return requestGrant.id;
}
