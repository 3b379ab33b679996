/** Parties, codes and requests, for tests. All of it is invented. */
import { TEST_NOW, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, ConditionFact, Party, PartyEvent, RecognitionFact } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import type { RequestCodeUse } from '../tables.js';
import { askNow } from './links.js';
import { authority, drLi } from './open.js';
import type { OpenConsents } from './open.js';

/** A recognition in force all year, without conditions, unless told. */
export function recognition(stated: Partial<RecognitionFact> = {}): RecognitionFact {
  return {
    id: 'rec-1',
    status: 'RECOGNISED',
    period: { start: '2026-01-01', end: '2026-12-31' },
    suspension: null,
    conditions: [],
    ...stated,
  };
}

/** A recognised hospital in Shenzhen, unless told. */
export function party(stated: Partial<Party> = {}): Party {
  return {
    id: 'o-shenzhen',
    kind: 'Organization',
    names: [
      { language: 'en', text: 'Lianhua Bay Hospital' },
      { language: 'zh-Hant', text: '蓮花灣醫院' },
      { language: 'zh-Hans', text: '莲花湾医院' },
    ],
    jurisdiction: 'CN-GD',
    recognition: recognition(),
    ...stated,
  };
}

/** A clinic in Hong Kong. */
export function clinic(): Party {
  return party({
    id: 'o-clinic',
    names: [{ language: 'en', text: 'Star Quay Clinic' }],
    jurisdiction: 'HK',
    recognition: null,
  });
}

/** A public health record system, recognised unless told. */
export function recordSystem(stated: Partial<Party> = {}): Party {
  return party({ id: 'phrs', kind: 'PublicHealthRecordSystem', ...stated });
}

/** Tells of parties, as the relay does; they are as told from now on. */
export function tellParties({ repository }: OpenConsents, ...told: readonly Party[]): void {
  const from = repository.feedPosition('providers');
  const events = told.map((one, index): PartyEvent => ({
    position: from + 1 + index,
    at: TEST_NOW,
    party: one,
  }));
  repository.takeParties(events);
}

/** Tells of the hospital as one that is recognised under conditions. */
export function tellConditions(open: OpenConsents, ...conditions: readonly ConditionFact[]): void {
  tellParties(open, party({ recognition: recognition({ conditions }) }));
}

/** A code that a patient issues to an organisation. */
export function codeOf(
  { repository }: OpenConsents,
  patient: string,
  organization = 'o-shenzhen',
  use: RequestCodeUse = 'GRANT',
): string {
  const caller = personCaller(patient);
  if (caller.kind !== 'person') throw new Error('Expected a person');
  const by = { caller, permit: authority(patient) };
  return repository.issueRequestCode(by, { organization, use }).code;
}

/** What is asked for, unless told: allergies and medication of three years, to read for a week. */
export const TERMS = {
  purpose: 'TREAT',
  scopes: ['ALLERGY_ADR', 'MEDICATION'],
  lookBack: 'P3Y',
  permissions: ['READ'],
  duration: 'P7D',
} as const;

/** What a request is answered with. */
export const REQUEST = `id state requester { id } purpose { code }
  asked { scopes lookBack permissions includesRestricted } duration
  authorised { scopes lookBack permissions includesRestricted }
  period { start end } reason requestedAt answerBy encounter`;

/** Asks for a grant as Dr Li, unless told. */
export async function request(
  open: OpenConsents,
  input: Readonly<Record<string, unknown>>,
  caller: Caller = drLi(null),
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($input: RequestGrantInput!) { requestGrant(input: $input) { ${REQUEST} } }`,
    { caller, variables: { input: { ...TERMS, ...input } } },
  );
}

/** The id of a request that Dr Li has made of a patient. */
export async function requested(
  open: OpenConsents,
  patient = 'p-1',
  stated: Readonly<Record<string, unknown>> = {},
  caller: Caller = drLi(null),
): Promise<string> {
  const code = codeOf(open, patient);
  const { data, errors } = await request(open, { code, ...stated }, caller);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data?.['requestGrant'] as { id: string }).id;
}

/** Authorises a request as a patient. */
export async function authorise(
  open: OpenConsents,
  input: Readonly<Record<string, unknown>>,
  patient = 'p-1',
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($patient: ID!, $input: AuthoriseGrantInput!) {
      authoriseGrant(patient: $patient, input: $input) { ${REQUEST} }
    }`,
    {
      caller: personCaller(patient),
      permits: [authority(patient)],
      variables: { patient, input },
    },
  );
}

/** Asks for a sharing consent as a professional of the clinic. */
export async function requestSharing(
  open: OpenConsents,
  input: Readonly<Record<string, unknown>>,
  caller: Caller = professionalCaller('o-clinic', 'r-lee'),
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($input: RequestSharingConsentInput!) {
      requestSharingConsent(input: $input) { id status requester { id } scopes period { end } requestedAt }
    }`,
    { caller, variables: { input } },
  );
}

/** The codes of the errors of an answer. */
export function codesOf({ errors }: ExecutionResult): unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions['code']);
}
