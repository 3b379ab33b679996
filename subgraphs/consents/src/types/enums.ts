/** The enums of the consents subgraph. Inside, their values are the words of facts and FHIR codes. */
import type {
  AccessEvent,
  Action,
  ConsentFact,
  Gate,
  GrantFact,
  GrantState as GrantStateWord,
  NoticeDuty,
  NoticeKind,
} from '@causeway/schema';
import { wordEnum } from '@causeway/schema/datatypes';
import { registerEnumType } from 'type-graphql';
import type { SecureLinkStatus } from '../tables.js';

/** Kinds of consents. */
export const ConsentKind = wordEnum<ConsentFact['kind']>(
  'ConsentKind',
  'What a consent is about.',
  {
    JOINING: 'Joining the eHealth system.',
    SHARING: 'Access by a healthcare provider in Hong Kong.',
    CROSS_BORDER: 'Access or deposit by a recognised party outside Hong Kong, by a grant.',
    RESTRICTION: 'A restriction of what others may see.',
    DEPOSIT_OBJECTION: 'An objection to deposits by a provider.',
  },
);

/**
 * States of consents.
 *
 * @see https://hl7.org/fhir/R5/valueset-consent-state-codes.html
 */
export const ConsentStatus: Readonly<Record<string, ConsentFact['status']>> = {
  DRAFT: 'draft',
  PROPOSED: 'proposed',
  ACTIVE: 'active',
  REJECTED: 'rejected',
  INACTIVE: 'inactive',
  ENTERED_IN_ERROR: 'entered-in-error',
};

registerEnumType(ConsentStatus, {
  name: 'ConsentStatus',
  description:
    'The state of a consent (FHIR Consent.status). Whether it has expired is told by its period.',
  valuesConfig: {
    DRAFT: { description: 'In the making.' },
    PROPOSED: { description: 'Put to the patient, who has not answered.' },
    ACTIVE: { description: 'In force within its period.' },
    REJECTED: { description: 'The patient declined.' },
    INACTIVE: { description: 'Revoked or superseded.' },
    ENTERED_IN_ERROR: { description: 'Recorded by mistake.' },
  },
});

/** @see https://hl7.org/fhir/R5/valueset-consent-provision-type.html */
export const ConsentDecision: Readonly<Record<string, ConsentFact['decision']>> = {
  PERMIT: 'permit',
  DENY: 'deny',
};

registerEnumType(ConsentDecision, {
  name: 'ConsentDecision',
  description: 'What a consent or a provision says (FHIR R5 Consent.decision).',
  valuesConfig: {
    PERMIT: { description: 'It permits.' },
    DENY: { description: 'It denies.' },
  },
});

/** Whether a consent was verified. */
export const ConsentVerificationOutcome = wordEnum<'VERIFIED' | 'NOT_VERIFIED'>(
  'ConsentVerificationOutcome',
  'Whether a consent was verified.',
  { VERIFIED: 'It was verified.', NOT_VERIFIED: 'It was not verified.' },
);

/** States of grants. */
export const GrantState = wordEnum<GrantStateWord>(
  'GrantState',
  'Where a cross-border grant stands in its life.',
  {
    REQUESTED: 'A provider has asked for it.',
    AUTHORISED: 'The patient has authorised it.',
    LINK_ISSUED: 'Link and passcode are issued.',
    REDEEMED: 'Both were redeemed as the encounter opened; it can be used.',
    COMPLETED: 'The encounter has ended.',
    EXPIRED: 'Its period is over.',
    REVOKED: 'The patient has revoked it.',
    DECLINED: 'The patient has declined it.',
    LAPSED: 'The patient did not answer in time.',
    LOCKED: 'The passcode was given wrongly too often.',
    SUSPENDED: "The requester's recognition is suspended.",
  },
);

/** What a grant may permit. */
export const GrantPermission = wordEnum<GrantFact['permissions'][number]>(
  'GrantPermission',
  'What a cross-border grant lets its holder do.',
  { READ: 'Read within its scopes.', DEPOSIT: 'Deposit records of its encounter.' },
);

/** States of a grant's encounter. */
export const GrantEncounterStatus = wordEnum<'OPEN' | 'CLOSED'>(
  'GrantEncounterStatus',
  'Whether the patient is using the service now.',
  { OPEN: 'The encounter is going on.', CLOSED: 'The encounter has ended.' },
);

/** States of secure links. */
export const LinkStatus = wordEnum<SecureLinkStatus['status']>(
  'SecureLinkState',
  'Whether a secure link can be redeemed.',
  {
    ACTIVE: 'It can be redeemed.',
    USED: 'It has been redeemed.',
    EXPIRED: 'It was not redeemed in time.',
    LOCKED: 'No passcode attempts are left.',
    REVOKED: 'The grant was revoked.',
  },
);

/** @see https://hl7.org/fhir/R4/valueset-audit-event-action.html */
export const AuditEventAction = wordEnum<'CREATE' | 'UPDATE' | 'EXECUTE'>(
  'AuditEventAction',
  'What was done (FHIR AuditEvent.action).',
  { CREATE: 'Created (C).', UPDATE: 'Updated (U).', EXECUTE: 'Decided upon (E).' },
);

/** @see https://hl7.org/fhir/R4/valueset-audit-event-outcome.html */
export const AuditEventOutcome = wordEnum<AccessEvent['outcome']>(
  'AuditEventOutcome',
  'How it was decided (FHIR AuditEvent.outcome).',
  { PERMIT: 'Permitted (0).', DENY: 'Denied (8).' },
);

/** What a caller asked to do. */
export const AccessAction = wordEnum<Action>(
  'AccessAction',
  "What a caller asked to do with a patient's data.",
  {
    READ: 'To read.',
    DEPOSIT: 'To deposit a record.',
    AUTHORISE: 'To give, change or revoke consent.',
    EMERGENCY: 'To declare an emergency.',
  },
);

/** What became of an answer. */
export const AccessRelease = wordEnum<AccessEvent['release']>(
  'AccessRelease',
  'What became of the answer.',
  {
    INTENDED:
      'There is none yet: a deposit is on record before it begins, and again when it is done.',
    RELEASED: 'It was given.',
    WITHHELD: 'It was withheld.',
    CANCELLED: 'The caller went away before it was given.',
    FAILED: 'It could not be made.',
  },
);

/** Where an answer went. */
export const AccessReach = wordEnum<'DOMESTIC' | 'CROSS_BORDER'>(
  'AccessReach',
  'Where the answer was asked from.',
  { DOMESTIC: 'From within Hong Kong.', CROSS_BORDER: 'From across the boundary.' },
);

/** Kinds of notifications. */
export const NotificationKind = wordEnum<NoticeKind>(
  'NotificationKind',
  'What a patient is told of.',
  {
    ACCESS: 'Somebody had access to the record.',
    CONSENT_REQUESTED: 'A provider asked for a sharing consent.',
    CONSENT_GIVEN: 'A consent was given.',
    CONSENT_DECLINED: 'A sharing consent was declined.',
    CONSENT_REVOKED: 'A consent was revoked.',
    GRANT_REQUESTED: 'A party outside Hong Kong asked for a cross-border grant.',
    GRANT_AUTHORISED: 'A cross-border grant was authorised.',
    GRANT_DECLINED: 'A cross-border grant was declined.',
    GRANT_LAPSED: 'A request for a cross-border grant was not answered in time.',
    LINK_ISSUED: 'A secure link was issued.',
    LINK_LOCKED: 'A secure link was locked after too many wrong passcodes.',
    LINK_EXPIRED: 'A secure link was not redeemed in time; another one can be issued.',
    GRANT_REDEEMED: 'A secure link was redeemed, and the encounter opened.',
    GRANT_COMPLETED: 'The encounter of a cross-border grant ended.',
    GRANT_EXPIRED: 'The period of a cross-border grant is over.',
    GRANT_SUSPENDED: 'The recognition of the party to a grant was suspended or ended.',
    GRANT_RESUMED: 'The suspension of the party to a grant was lifted.',
    GRANT_REVOKED: 'A cross-border grant was revoked.',
    STEP_UP_REQUESTED: 'A professional asked for access to restricted records.',
    STEP_UP: 'A professional gained access to restricted records.',
    EMERGENCY_ACCESS: 'A professional declared an emergency.',
    DEPOSIT_AUTHORISED: 'The deposit of records of an encounter outside Hong Kong was authorised.',
    DEPOSITED: 'Records were deposited into the account.',
    JOINED: 'The patient joined the eHealth system.',
    WITHDRAWN: 'The patient withdrew from the eHealth system.',
    PASSCODE: 'The passcode of a secure link.',
    STEP_UP_CODE: 'The code by which the patient agrees to a step-up.',
  },
);

/** Whether a patient may decline a notification. */
export const NotificationDuty = wordEnum<NoticeDuty>(
  'NotificationDuty',
  'Whether the patient may decline to be told.',
  {
    PREFERENCE: 'It is sent as the patient prefers.',
    MANDATORY: 'It is sent whatever the patient prefers.',
  },
);

/** The gates of the decision, in their order. */
export const DecisionGate = wordEnum<Gate>(
  'DecisionGate',
  'A gate of the decision, in the order in which they are passed.',
  {
    CALLER: 'The token is bound to an organisation that the registry knows.',
    PRACTITIONER_ROLE: "The practitioner's role is active at the organisation.",
    ORGANIZATION: 'The organisation is registered or recognised, and the conditions are met.',
    PURPOSE: 'The purpose is one for which such a caller may ask.',
    JOINING: 'The patient takes part.',
    RELATION: 'The caller has to do with the patient now.',
    CONSENT: 'The patient has agreed.',
    CATEGORY: 'The category is within consent, conditions and profession.',
    DATA_PERIOD: 'The record is within the look-back period.',
    PROVISION: 'No consent denies it.',
    LABEL: 'Its confidentiality allows it.',
    OBLIGATION: 'It may go to where the caller stands.',
    AUDIT: 'It is on record.',
  },
);

/** Kinds of consents that can be supposed. */
export const SupposedConsentKind = wordEnum<'SHARING' | 'RESTRICTION' | 'CROSS_BORDER'>(
  'SupposedConsentKind',
  'A kind of consent that can be supposed.',
  {
    SHARING: 'Access by a healthcare provider in Hong Kong.',
    RESTRICTION: 'A restriction of what others may see.',
    CROSS_BORDER: 'The consent of the grant that the caller is bound to.',
  },
);
