import type { GrantState, RefusalCode } from '@causeway/client';

/** Why something is locked, for whoever reads the page. The codes are closed: none can be missed. */
export const REASONS: Readonly<Record<RefusalCode, string>> = {
  CONSENT_REQUIRED: 'The patient has not consented to share this with you.',
  ROLE_NOT_PERMITTED: 'Your role does not include this.',
  STEP_UP_REQUIRED: 'This is restricted: the patient has to confirm it with you.',
  NOT_SHARABLE: 'This does not leave Hong Kong.',
};

/** What a state of a request means to the one who asked. */
export const STATES: Readonly<Record<GrantState, string>> = {
  REQUESTED: 'The patient is asked. This page tells you when they answer.',
  AUTHORISED: 'The patient has consented. Open the encounter at the desk with their link.',
  LINK_ISSUED: 'The patient has a link. Open the encounter at the desk with it.',
  REDEEMED: 'The encounter is open: you see what the patient has consented to.',
  DECLINED: 'The patient has declined.',
  LAPSED: 'The patient did not answer in time.',
  LOCKED: 'The passcode was wrong too often. Ask the patient anew.',
  SUSPENDED: 'The recognition of your hospital is suspended.',
  REVOKED: 'The patient has revoked their consent.',
  COMPLETED: 'The encounter has ended.',
  EXPIRED: 'The time that the patient consented to is over.',
};
