import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { accessNotifications, auditEvents, consents } from '../tables.js';
import { clinic, codeOf, codesOf, party, requestSharing, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow } from '../testing/links.js';
import { authority, consent, drLi, importedConsent, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, clinic(), party());
});

afterEach(() => {
  open.close();
});

const asking = (stated: Readonly<Record<string, unknown>> = {}, patient = 'p-1') =>
  requestSharing(open, { code: codeOf(open, patient, 'o-clinic', 'SHARING'), ...stated });

async function asked(stated: Readonly<Record<string, unknown>> = {}, patient = 'p-1') {
  const { data, errors } = await asking(stated, patient);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data?.['requestSharingConsent'] as { id: string }).id;
}

const answer = (
  input: Readonly<Record<string, unknown>>,
  patient = 'p-1',
  permits: Permit[] = [authority(patient)],
) =>
  askNow(
    open,
    `mutation ($patient: ID!, $input: AnswerSharingRequestInput!) {
      answerSharingRequest(patient: $patient, input: $input) {
        id status kind grantor decision provision { type category } period { end } version
      }
    }`,
    { caller: personCaller(patient), permits, variables: { patient, input } },
  );

/** The consents in force, by their ids. */
function statuses(): Record<string, string> {
  const rows = open.database.db.select().from(consents).all();
  return Object.fromEntries(
    rows.filter(({ validTo }) => validTo === null).map(({ owner, status }) => [owner, status]),
  );
}

describe('requestSharingConsent', () => {
  it('proposes a consent to the patient whom the code names, without a word of who that is', async () => {
    const { data } = await asking({ scopes: ['LAB_REPORT'], period: { end: '2026-12-31' } });
    expect(data?.['requestSharingConsent']).toEqual({
      id: expect.any(String),
      status: 'PROPOSED',
      requester: { id: 'o-clinic' },
      scopes: ['PERSON', 'LAB_REPORT'],
      period: { end: '2026-12-31' },
      requestedAt: new Date(TEST_NOW).toISOString(),
    });
    expect(JSON.stringify(data)).not.toContain('p-1');
    expect(open.database.db.select().from(consents).all()).toMatchObject([
      {
        kind: 'SHARING',
        status: 'proposed',
        origin: 'LAYER',
        grantor: null,
        grantee: ['o-clinic'],
      },
    ]);
  });

  it('asks for every category where none is named', async () => {
    expect((await asking()).data).toMatchObject({ requestSharingConsent: { scopes: null } });
  });

  it('is audited at home, and told', async () => {
    const id = await asked();
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({
      change: 'CONSENT_REQUESTED',
      changed: `Consent/${id}`,
      abroad: false,
      patient: 'p-1',
    });
    expect(db.select().from(accessNotifications).all()).toMatchObject([
      { kind: 'CONSENT_REQUESTED', duty: 'PREFERENCE', organization: 'o-clinic' },
    ]);
  });

  it('takes the place of a former request, and leaves a consent in force alone', async () => {
    open.repository.putConsent(consent('c-1', 'p-1'));
    const former = await asked();
    const next = await asked();
    expect(statuses()).toEqual({ 'c-1': 'active', [former]: 'inactive', [next]: 'proposed' });
    expect(codesOf(await answer({ request: former, answer: 'ACCEPT' }))).toEqual(['CONFLICT']);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['no category', { scopes: [] }],
    ['a period in the past', { period: { end: '2026-05-31' } }],
    ['a period that ends before it begins', { period: { start: '2026-08-01', end: '2026-07-01' } }],
  ])('refuses %s, whatever the code', async (_case, stated) => {
    const code = codeOf(open, 'p-1', 'o-clinic', 'SHARING');
    const answers = [
      await requestSharing(open, { code, ...stated }),
      await requestSharing(open, { code: 'ZZZZ-ZZZZ-ZZZZ', ...stated }),
    ];
    expect(answers.map(codesOf)).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
    expect(open.database.db.select().from(consents).all()).toEqual([]);
  });

  it('takes a code once', async () => {
    const code = codeOf(open, 'p-1', 'o-clinic', 'SHARING');
    expect(codesOf(await requestSharing(open, { code }))).toEqual([]);
    expect(codesOf(await requestSharing(open, { code }))).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['a person', personCaller('p-1')],
    ['a system', { ...drLi(null), kind: 'system', system: 'phrs' } as ReturnType<typeof drLi>],
  ])('is not for %s', async (_case, caller) => {
    const code = codeOf(open, 'p-1', 'o-clinic', 'SHARING');
    const mutation = `mutation { requestSharingConsent(input: { code: "${code}" }) { id } }`;
    expect(codesOf(await askNow(open, mutation, { caller }))).toEqual(['FORBIDDEN']);
  });
});

describe('answerSharingRequest', () => {
  it('accepts: the proposal is in force, in place of a former consent to the organisation', async () => {
    open.repository.putConsent(consent('c-1', 'p-1'));
    const request = await asked();
    const { data } = await answer({ request, answer: 'ACCEPT' });
    expect(data?.['answerSharingRequest']).toEqual({
      id: request,
      status: 'ACTIVE',
      kind: 'SHARING',
      grantor: 'Patient/p-1',
      decision: 'PERMIT',
      provision: [],
      period: null,
      version: 2,
    });
    expect(statuses()).toEqual({ 'c-1': 'inactive', [request]: 'active' });
    const told = open.database.db.select().from(accessNotifications).all();
    expect(told.at(-1)).toMatchObject({ kind: 'CONSENT_GIVEN', organization: 'o-clinic' });
  });

  it('accepts less than was asked for', async () => {
    const request = await asked({ scopes: ['LAB_REPORT', 'MEDICATION'] });
    const { data } = await answer({
      request,
      answer: 'ACCEPT',
      scopes: ['LAB_REPORT'],
      period: { end: '2026-07-01' },
    });
    expect(data?.['answerSharingRequest']).toMatchObject({
      decision: 'DENY',
      provision: [{ type: 'PERMIT', category: ['PERSON', 'LAB_REPORT'] }],
      period: { end: '2026-07-01' },
    });
  });

  it('accepts what was asked for, categories and period alike, where nothing else is said', async () => {
    const request = await asked({ scopes: ['MEDICATION'], period: { end: '2026-07-01' } });
    const { data } = await answer({ request, answer: 'ACCEPT' });
    expect(data?.['answerSharingRequest']).toMatchObject({
      provision: [{ type: 'PERMIT', category: ['PERSON', 'MEDICATION'] }],
      period: { end: '2026-07-01' },
    });
  });

  it('declines: nothing is shared, and a consent in force stays', async () => {
    open.repository.putConsent(consent('c-1', 'p-1'));
    const request = await asked();
    const { data } = await answer({ request, answer: 'DECLINE' });
    expect(data?.['answerSharingRequest']).toMatchObject({ status: 'REJECTED' });
    expect(statuses()).toEqual({ 'c-1': 'active', [request]: 'rejected' });
    const told = open.database.db.select().from(accessNotifications).all();
    expect(told.at(-1)).toMatchObject({ kind: 'CONSENT_DECLINED', organization: 'o-clinic' });
  });

  it('permits nothing before it is accepted', async () => {
    await asked();
    const [facts] = open.repository.facts(
      [{ patient: 'p-1', organization: 'o-clinic', practitionerRole: 'r-lee', grant: null }],
      TEST_NOW,
    );
    expect(facts?.consents.map(({ status }) => status)).toEqual(['proposed']);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['a category that was not asked for', { scopes: ['LAB_REPORT', 'MEDICATION'] }],
    ['no category', { scopes: [] }],
    ['a period in the past', { period: { end: '2026-05-31' } }],
  ])('refuses %s, and changes nothing', async (_case, stated) => {
    const request = await asked({ scopes: ['LAB_REPORT'] });
    const before = everything(open);
    const answered = await answer({ request, answer: 'ACCEPT', ...stated });
    expect(codesOf(answered)).toEqual(['BAD_USER_INPUT']);
    expect(everything(open)).toEqual(before);
  });

  it.each(['ACCEPT', 'DECLINE'])('%s is given once', async (word) => {
    const request = await asked();
    await answer({ request, answer: word });
    const before = everything(open);
    expect(codesOf(await answer({ request, answer: 'ACCEPT' }))).toEqual(['CONFLICT']);
    expect(codesOf(await answer({ request, answer: 'DECLINE' }))).toEqual(['CONFLICT']);
    expect(everything(open)).toEqual(before);
  });

  it('of another’s request, of another source’s, and of none are alike', async () => {
    const other = await asked({}, 'p-2');
    open.repository.putConsent(importedConsent('imported', 'p-1', { status: 'proposed' }));
    open.repository.putConsent(
      consent('restriction', 'p-1', { kind: 'RESTRICTION', status: 'proposed' }),
    );
    const ids = [other, 'imported', 'restriction', 'unknown'];
    const answers = await Promise.all(ids.map((request) => answer({ request, answer: 'ACCEPT' })));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(codesOf(answers[0] ?? {})).toEqual(['NOT_FOUND']);
  });

  it.each<readonly [string, Permit[]]>([
    ['may only read', [authority('p-1', { action: 'READ' })]],
    ['may authorise grants alone', [authority('p-1', { scopes: ['GRANT'] })]],
    ['is permitted nothing', []],
  ])('by a person who %s is as of none', async (_case, permits) => {
    const request = await asked();
    const answered = await answer({ request, answer: 'ACCEPT' }, 'p-1', permits);
    expect(codesOf(answered)).toEqual(['NOT_FOUND']);
    expect(statuses()).toEqual({ [request]: 'proposed' });
  });
});
