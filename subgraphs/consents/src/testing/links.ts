/** Links, challenges and emergencies as operations, asked at the time of the clock, for tests. */
import { signedFetch } from '@causeway/kit';
import { TEST_KEY, personCaller } from '@causeway/kit/testing';
import type { Caller, FetchContext } from '@causeway/schema';
import type { ExecutionResult } from 'graphql';
import type { NewGrant } from '../repository/put-grant.js';
import { accessNotifications, outbox } from '../tables.js';
import { authority, consentOfGrant, drLi, grant } from './open.js';
import type { OpenConsents } from './open.js';

type Stated = Partial<FetchContext> & { readonly variables?: Readonly<Record<string, unknown>> };

/** Asks an operation as the gateway does at the time of the clock: by default for Dr Li, whose token names no grant. */
export function askNow(
  open: OpenConsents,
  query: string,
  { variables = {}, ...stated }: Stated = {},
): Promise<ExecutionResult> {
  const { now } = open.clock;
  const context: FetchContext = { use: 'data', caller: drLi(null), permits: [], now, ...stated };
  return signedFetch(open, { query, variables }, context, TEST_KEY, now);
}

/** An authorised grant without a link, unless told. */
export function authorisedGrant(
  id: string,
  patient: string,
  stated: Partial<NewGrant> = {},
): NewGrant {
  return grant(id, patient, {
    state: 'AUTHORISED',
    stateHistory: [
      { state: 'REQUESTED', since: '2026-06-01T09:00:00+08:00' },
      { state: 'AUTHORISED', since: '2026-06-01T09:05:00+08:00' },
    ],
    encounter: null,
    link: null,
    ...stated,
  });
}

/** Puts the grant g-1 of patient p-1 with its consent, from an hour before the time of tests on. */
export function putGrantOf(
  { repository, clock }: OpenConsents,
  made: NewGrant = authorisedGrant('g-1', 'p-1'),
): void {
  const before = clock.now - 3_600_000;
  repository.putConsent(consentOfGrant(made.id, made.patient), before);
  repository.putGrant(made, before);
}

/** Issues a link for a grant as its patient. */
export function issue(
  open: OpenConsents,
  id = 'g-1',
  patient = 'p-1',
  stated: Stated = {},
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($patient: ID!, $grant: ID!) {
      issueLink(patient: $patient, grant: $grant) { link qrCode expiresAt }
    }`,
    {
      caller: personCaller(patient),
      permits: [authority(patient)],
      variables: { patient, grant: id },
      ...stated,
    },
  );
}

/** A link that was issued for the grant, and its passcode, which the patient is sent. */
export async function issued(
  open: OpenConsents,
  id = 'g-1',
): Promise<{ link: string; passcode: string }> {
  const { data, errors } = await issue(open, id);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { link } = data?.['issueLink'] as { link: string };
  return { link, passcode: secretFor(open, 'PASSCODE') };
}

/** The latest code of a kind that waits to be sent to a patient; empty without one. */
export function secretFor(
  { database }: OpenConsents,
  kind: 'PASSCODE' | 'STEP_UP_CODE',
  patient = 'p-1',
): string {
  const { db } = database;
  const told = db.select().from(accessNotifications).all();
  const ids = told
    .filter((one) => one.kind === kind && one.patient === patient)
    .map(({ id }) => id);
  const waiting = db.select().from(outbox).all();
  return waiting.findLast(({ notification }) => ids.includes(notification))?.secret ?? '';
}

/** Another code of eight digits. */
export function wrong(code: string): string {
  return String((Number(code) + 1) % 10 ** 8).padStart(8, '0');
}

/** Redeems a link, as Dr Li unless told. */
export function redeem(
  open: OpenConsents,
  input: { readonly link: string; readonly passcode: string },
  caller: Caller = drLi(null),
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($input: RedeemLinkInput!) {
      redeemLink(input: $input) {
        id encounter state opensUntil scopes permissions period { start end }
      }
    }`,
    { caller, variables: { input } },
  );
}

/** Closes the encounter of a grant, as Dr Li unless told. */
export function closeEncounter(
  open: OpenConsents,
  id = 'g-1',
  caller: Caller = drLi(null),
): Promise<ExecutionResult> {
  return askNow(
    open,
    `mutation ($grant: ID!) {
      closeEncounter(grant: $grant) { id encounter state opensUntil }
    }`,
    { caller, variables: { grant: id } },
  );
}

/** Settles what time has done, as the relay does. */
export async function settle(open: OpenConsents): Promise<unknown> {
  const { data, errors } = await askNow(open, 'mutation { settleTime }', {
    use: 'relay',
    caller: null,
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.['settleTime'];
}

/** The code of the one error of an answer; undefined where there is none. */
export function codeOf({ errors }: ExecutionResult): unknown {
  return errors?.[0]?.extensions['code'];
}
