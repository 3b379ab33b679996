import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { Caller, Party, Permit } from '@causeway/schema';
import { accessNotifications, auditEvents, consents, grants } from '../tables.js';
import {
  REQUEST,
  authorise,
  codesOf,
  party,
  recognition,
  recordSystem,
  requested,
  tellConditions,
  tellParties,
} from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow, issue } from '../testing/links.js';
import { authority, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, party());
});

afterEach(() => {
  open.close();
});

const DAY = 24 * 60 * 60_000;
const instant = (after: number): string => new Date(TEST_NOW + after).toISOString();

const decline = (request: string, patient = 'p-1', permits = [authority(patient)]) =>
  askNow(
    open,
    `mutation { declineGrant(patient: "${patient}", request: "${request}") { id state } }`,
    {
      caller: personCaller(patient),
      permits,
    },
  );

const inForce = () => ({
  grants: open.database.db
    .select()
    .from(grants)
    .all()
    .filter(({ validTo }) => validTo === null),
  consents: open.database.db
    .select()
    .from(consents)
    .all()
    .filter(({ validTo }) => validTo === null),
});

describe('authoriseGrant', () => {
  it('authorises what was asked for, from now on, without restricted records', async () => {
    const id = await requested(open, 'p-1', { includesRestricted: true });
    const { data, errors } = await authorise(open, { request: id });
    expect(errors).toBeUndefined();
    expect(data?.['authoriseGrant']).toMatchObject({
      id,
      state: 'AUTHORISED',
      asked: { includesRestricted: true },
      authorised: {
        scopes: ['ALLERGY_ADR', 'MEDICATION'],
        lookBack: 'P3Y',
        permissions: ['READ'],
        includesRestricted: false,
      },
      period: { start: instant(0), end: instant(7 * DAY) },
      encounter: null,
    });
  });

  it('materialises it as a consent to the organisation, which says no more than the grant', async () => {
    await authorise(open, { request: await requested(open), scopes: ['ALLERGY_ADR'] });
    const { grants: kept, consents: given } = inForce();
    expect(given).toMatchObject([
      {
        patient: 'p-1',
        kind: 'CROSS_BORDER',
        status: 'active',
        origin: 'LAYER',
        grantor: 'Patient/p-1',
        grantee: ['o-shenzhen'],
        period: { start: instant(0), end: instant(7 * DAY) },
        decision: 'permit',
        provision: [
          { type: 'deny', category: CLINICAL_SCOPES.filter((scope) => scope !== 'ALLERGY_ADR') },
        ],
      },
    ]);
    expect(kept).toMatchObject([{ state: 'AUTHORISED', consent: given[0]?.owner }]);
  });

  it('is audited as the patient’s, and told to the patient in any case', async () => {
    const id = await requested(open);
    await authorise(open, { request: id });
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({
      change: 'GRANT_AUTHORISED',
      changed: `CrossBorderGrant/${id}`,
      caller: personCaller('p-1'),
      action: 'AUTHORISE',
      abroad: false,
    });
    expect(db.select().from(accessNotifications).all().at(-1)).toMatchObject({
      kind: 'GRANT_AUTHORISED',
      duty: 'MANDATORY',
      organization: 'o-shenzhen',
    });
  });

  it('leads to a link', async () => {
    const id = await requested(open);
    await authorise(open, { request: id });
    expect(codesOf(await issue(open, id))).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    ['fewer categories', { scopes: ['MEDICATION'] }, { scopes: ['MEDICATION'] }],
    ['a shorter look-back', { lookBack: 'P6M' }, { lookBack: 'P6M' }],
    ['the same look-back in other words', { lookBack: 'P36M' }, { lookBack: 'P36M' }],
    ['reading alone', { permissions: ['READ'] }, { permissions: ['READ'] }],
    ['restricted records', { includesRestricted: true }, { includesRestricted: true }],
  ])('narrows it to %s', async (_case, narrowing, authorised) => {
    const request = await requested(open, 'p-1', {
      permissions: ['READ', 'DEPOSIT'],
      includesRestricted: true,
    });
    const { data } = await authorise(open, { request, ...narrowing });
    expect(data?.['authoriseGrant']).toMatchObject({ authorised });
    expect(inForce().grants).toMatchObject([authorised]);
  });

  it('narrows how long it lasts', async () => {
    const request = await requested(open);
    const { data } = await authorise(open, { request, duration: 'P2D' });
    expect(data?.['authoriseGrant']).toMatchObject({ period: { end: instant(2 * DAY) } });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['another category', { scopes: ['ALLERGY_ADR', 'LAB_REPORT'] }],
    ['no category', { scopes: [] }],
    ['a longer look-back', { lookBack: 'P3Y1D' }],
    ['a look-back that is none', { lookBack: 'all' }],
    ['a look-back of nothing', { lookBack: 'P0D' }],
    ['another permission', { permissions: ['READ', 'DEPOSIT'] }],
    ['no permission', { permissions: [] }],
    ['restricted records that were not asked for', { includesRestricted: true }],
    ['a longer duration', { duration: 'P7DT1S' }],
    ['no duration', { duration: 'P0D' }],
    ['a duration that is none', { duration: 'for ever' }],
  ])('refuses %s, and changes nothing', async (_case, wider) => {
    const request = await requested(open);
    const before = everything(open);
    expect(codesOf(await authorise(open, { request, ...wider }))).toEqual(['BAD_USER_INPUT']);
    expect(everything(open)).toEqual(before);
  });

  it('refuses a look-back that the recognition allows, and nobody asked for', async () => {
    const request = await requested(open, 'p-1', { lookBack: 'P1Y' });
    const codes = codesOf(await authorise(open, { request, lookBack: 'P2Y' }));
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each<readonly [string, string, Readonly<Record<string, unknown>>, string[]]>([
    ['ALLOWED_SCOPES', 'ALLERGY_ADR', {}, ['BAD_USER_INPUT']],
    ['ALLOWED_SCOPES', 'ALLERGY_ADR', { scopes: ['ALLERGY_ADR'] }, []],
    ['MAX_LOOKBACK', 'P1Y', {}, ['BAD_USER_INPUT']],
    ['MAX_GRANT_DURATION', 'P3D', {}, ['BAD_USER_INPUT']],
    ['MAX_GRANT_DURATION', 'P3D', { duration: 'P3D' }, []],
    ['READ_ALLOWED', 'false', {}, ['BAD_USER_INPUT']],
    ['ALLOWED_PURPOSES', 'CAREMGT', {}, ['BAD_USER_INPUT']],
    ['SOMETHING_NEW', 'true', {}, ['CONFLICT']],
  ])('stays within a condition that came since: %s of %s', async (kind, value, stated, codes) => {
    const request = await requested(open);
    tellConditions(open, { kind, value });
    expect(codesOf(await authorise(open, { request, ...stated }))).toEqual(codes);
  });

  it.each<readonly [string, Partial<Party>]>([
    ['is not recognised any more', { recognition: null }],
    ['is suspended', { recognition: recognition({ status: 'SUSPENDED' }) }],
    ['is cancelled', { recognition: recognition({ status: 'CANCELLED' }) }],
  ])('is refused where the party %s', async (_case, stated) => {
    const request = await requested(open);
    tellParties(open, party(stated));
    const before = everything(open);
    expect(codesOf(await authorise(open, { request }))).toEqual(['CONFLICT']);
    expect(everything(open)).toEqual(before);
  });

  it('is refused where a recognition has ended by the clock, told or not', async () => {
    tellParties(
      open,
      party({ recognition: recognition({ period: { start: null, end: '2026-06-01' } }) }),
    );
    const request = await requested(open, 'p-1', { duration: 'PT4H' });
    open.clock.now += 12 * 60 * 60_000;
    expect(codesOf(await authorise(open, { request }))).toEqual(['CONFLICT']);
  });

  it('ends no later than the recognition', async () => {
    const end = '2026-06-08T12:00:00+08:00';
    tellParties(open, party({ recognition: recognition({ period: { start: null, end } }) }));
    const request = await requested(open);
    open.clock.now += 60 * 60_000;
    const { data } = await authorise(open, { request });
    expect(data?.['authoriseGrant']).toMatchObject({
      period: { end: new Date(end).toISOString() },
    });
  });

  it('of a system binds its practitioner, and asks for the system’s recognition too', async () => {
    tellParties(open, party({ recognition: null }), recordSystem());
    const system = { ...drLi(null), kind: 'system', system: 'phrs' } as Caller;
    const one = await requested(open, 'p-1', {}, system);
    const other = await requested(open, 'p-2', {}, system);
    expect(codesOf(await authorise(open, { request: one }))).toEqual([]);
    expect(inForce().grants).toContainEqual(
      expect.objectContaining({ owner: one, practitionerRole: 'r-li' }),
    );
    tellParties(open, recordSystem({ recognition: recognition({ status: 'SUSPENDED' }) }));
    expect(codesOf(await authorise(open, { request: other }, 'p-2'))).toEqual(['CONFLICT']);
  });

  it('binds the organisation, and not the one who asked', async () => {
    await authorise(open, { request: await requested(open) });
    expect(inForce().grants).toMatchObject([{ practitionerRole: null }]);
  });

  it('revokes a former grant to the same organisation, and tells of it', async () => {
    const former = await requested(open);
    await authorise(open, { request: former });
    await issue(open, former);
    const elsewhere = await requested(open, 'p-2');
    await authorise(open, { request: elsewhere }, 'p-2');
    open.clock.now += 1;
    const next = await requested(open);
    await authorise(open, { request: next });
    const states = Object.fromEntries(
      inForce().grants.map(({ owner, state, link }) => [owner, [state, link?.status]]),
    );
    expect(states).toEqual({
      [former]: ['REVOKED', 'REVOKED'],
      [elsewhere]: ['AUTHORISED', undefined],
      [next]: ['AUTHORISED', undefined],
    });
    const told = open.database.db.select().from(accessNotifications).all();
    expect(told.filter(({ kind }) => kind === 'GRANT_REVOKED')).toHaveLength(1);
    const active = inForce().consents.filter(({ status }) => status === 'active');
    expect(active).toHaveLength(2);
  });

  it('leaves another request of the same organisation to be answered', async () => {
    const [one, other] = [await requested(open), await requested(open)];
    await authorise(open, { request: one });
    expect(codesOf(await authorise(open, { request: other }))).toEqual([]);
  });
});

describe('an answer', () => {
  const ANSWERS = [
    ['authoriseGrant', (id: string, patient?: string) => authorise(open, { request: id }, patient)],
    ['declineGrant', (id: string, patient?: string) => decline(id, patient)],
  ] as const;

  it.each(ANSWERS)('by %s of another’s request is as of none', async (_field, answer) => {
    const id = await requested(open, 'p-2');
    const before = everything(open);
    expect(JSON.stringify(await answer(id))).toBe(JSON.stringify(await answer('unknown')));
    expect(codesOf(await answer(id))).toEqual(['NOT_FOUND']);
    expect(everything(open)).toEqual(before);
  });

  it.each(ANSWERS)('by %s is given once', async (_field, answer) => {
    const [authorised, declined] = [await requested(open), await requested(open)];
    await authorise(open, { request: authorised });
    await decline(declined);
    const before = everything(open);
    expect(codesOf(await answer(authorised))).toEqual(['CONFLICT']);
    expect(codesOf(await answer(declined))).toEqual(['CONFLICT']);
    expect(everything(open)).toEqual(before);
  });

  it.each(ANSWERS)('by %s comes within a day', async (_field, answer) => {
    const [one, other] = [await requested(open), await requested(open)];
    open.clock.now += DAY - 1;
    expect(codesOf(await answer(one))).toEqual([]);
    open.clock.now += 1;
    const late = await answer(other);
    expect(codesOf(late)).toEqual(['CONFLICT']);
    expect(late.errors?.[0]?.message).toContain('lapsed');
  });

  it.each<readonly [string, Permit[]]>([
    ['may only read', [authority('p-1', { action: 'READ' })]],
    ['may not answer for grants', [authority('p-1', { scopes: ['CONSENT'] })]],
    ['is permitted nothing, as a minor', []],
  ])('of a person who %s is as of none', async (_case, permits) => {
    const id = await requested(open);
    const before = everything(open);
    const context = { caller: personCaller('p-1'), permits };
    const answers = [
      await decline(id, 'p-1', permits),
      await askNow(
        open,
        `mutation { authoriseGrant(patient: "p-1", input: { request: "${id}" }) { id } }`,
        context,
      ),
      await askNow(open, '{ grantRequests(patient: "p-1") { id } }', context),
    ];
    expect(answers.map(codesOf)).toEqual([['NOT_FOUND'], ['NOT_FOUND'], ['NOT_FOUND']]);
    expect(everything(open)).toEqual(before);
  });

  it('of a provider is none, whatever it is permitted', async () => {
    const id = await requested(open);
    const answer = await askNow(
      open,
      `mutation { authoriseGrant(patient: "p-1", input: { request: "${id}" }) { id } }`,
      { permits: [authority('p-1')] },
    );
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
  });

  it('may be a caregiver’s, who may authorise grants alone', async () => {
    const caregiver = authority('p-1', { scopes: ['GRANT'], administrativeBasis: 'PARTY' });
    const id = await requested(open);
    const context = { caller: personCaller('p-daughter'), permits: [caregiver] };
    const { data } = await askNow(open, '{ grantRequests(patient: "p-1") { id } }', context);
    expect(data).toEqual({ grantRequests: [{ id }] });
    const answer = await askNow(
      open,
      `mutation { authoriseGrant(patient: "p-1", input: { request: "${id}" }) { state } }`,
      context,
    );
    expect(answer.data).toEqual({ authoriseGrant: { state: 'AUTHORISED' } });
    expect(inForce().consents).toMatchObject([{ grantor: 'Patient/p-daughter' }]);
  });

  it('by declineGrant is audited and told, and gives nothing', async () => {
    const id = await requested(open);
    expect((await decline(id)).data).toEqual({ declineGrant: { id, state: 'DECLINED' } });
    expect(inForce().consents).toEqual([]);
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({ change: 'GRANT_DECLINED' });
    expect(db.select().from(accessNotifications).all().at(-1)).toMatchObject({
      kind: 'GRANT_DECLINED',
      duty: 'MANDATORY',
    });
  });
});

describe('grantRequests', () => {
  it('tells what a patient was asked for, newest first, and of no other patient', async () => {
    const first = await requested(open);
    open.clock.now += 1;
    const second = await requested(open);
    await requested(open, 'p-2');
    const { data } = await askNow(open, `{ grantRequests(patient: "p-1") { ${REQUEST} } }`, {
      caller: personCaller('p-1'),
      permits: [authority('p-1')],
    });
    const list = data?.['grantRequests'] as { id: string }[];
    expect(list.map(({ id }) => id)).toEqual([second, first]);
  });

  it.each([
    [1, 1, []],
    [0, undefined, ['BAD_USER_INPUT']],
    [101, undefined, ['BAD_USER_INPUT']],
  ])('takes a page of %d', async (first, length, codes) => {
    await requested(open);
    await requested(open);
    const answer = await askNow(open, `{ grantRequests(patient: "p-1", first: ${first}) { id } }`, {
      caller: personCaller('p-1'),
      permits: [authority('p-1')],
    });
    expect(codesOf(answer)).toEqual(codes);
    expect((answer.data?.['grantRequests'] as unknown[] | null)?.length).toBe(length);
  });
});
