import { PATIENT_CHAN } from '@causeway/seeds/ids';
import { z } from 'zod';
import { answered, holds } from '../expectations.js';
import type { Stage } from '../stage.js';

const REQUESTS = `query GrantRequests($patient: ID!) {
  grantRequests(patient: $patient) { id state explanation(language: EN) }
}`;

const AUTHORISE = `mutation AuthoriseGrant($patient: ID!, $input: AuthoriseGrantInput!) {
  authoriseGrant(patient: $patient, input: $input) { id state authorised { scopes permissions } period { end } }
}`;

const ISSUE_LINK = `mutation IssueLink($patient: ID!, $grant: ID!) {
  issueLink(patient: $patient, grant: $grant) { link expiresAt }
}`;

const seen = z.object({
  grantRequests: z.array(
    z.object({ id: z.string(), state: z.string(), explanation: z.string().nullable() }),
  ),
});
const authorised = z.object({
  authoriseGrant: z.object({
    state: z.literal('AUTHORISED'),
    authorised: z.object({ scopes: z.array(z.string()) }),
  }),
});
const link = z.object({ issueLink: z.object({ link: z.string() }) });

/** What the two people need at the desk: the link on the patient's screen, and the passcode that was sent. */
export interface Handed {
  readonly link: string;
  readonly passcode: string;
}

/** The patient reads who asks for what, narrows it, authorises, and gets link and passcode by two ways. */
export async function authorise(stage: Stage, request: string): Promise<Handed> {
  stage.scene('The patient narrows and authorises');
  stage.tell(
    'His daughter cares for him and sees in plain words who asks for what. She reads no record.',
  );
  const { grantRequests } = answered(
    await stage.ask({
      as: 'caregiver-chan',
      document: REQUESTS,
      variables: { patient: PATIENT_CHAN },
    }),
    seen,
  );
  const open = grantRequests.find(({ id }) => id === request);
  holds(open?.explanation?.includes('Flame Tree') === true, 'the request in plain words', open);

  stage.tell(
    'He leaves his medication out, and authorises the rest. Joining or sharing consents are never taken for this.',
  );
  const { authoriseGrant } = answered(
    await stage.ask({
      as: 'patient-chan',
      document: AUTHORISE,
      variables: {
        patient: PATIENT_CHAN,
        input: { request, scopes: ['ALLERGY_ADR', 'LAB_REPORT', 'RAD_REPORT', 'RAD_IMAGE'] },
      },
    }),
    authorised,
  );
  holds(!authoriseGrant.authorised.scopes.includes('MEDICATION'), 'no medication', authoriseGrant);

  stage.tell('The link appears on his screen, once; the passcode is sent to him another way.');
  const { issueLink } = answered(
    await stage.ask({
      as: 'patient-chan',
      document: ISSUE_LINK,
      variables: { patient: PATIENT_CHAN, grant: request },
    }),
    link,
  );
  const { secret } = await stage.messageTo(PATIENT_CHAN, 'PASSCODE');
  holds(
    secret !== null && !issueLink.link.includes(secret),
    'a passcode apart from the link',
    null,
  );
  return { link: issueLink.link, passcode: secret ?? '' };
}
