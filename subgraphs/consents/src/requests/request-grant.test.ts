import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import type { Caller, Party } from '@causeway/schema';
import { accessNotifications, auditEvents } from '../tables.js';
import {
  REQUEST,
  codeOf,
  codesOf,
  party,
  recognition,
  recordSystem,
  request,
  requested,
  tellConditions,
  tellParties,
} from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow } from '../testing/links.js';
import { drLi, openEmpty, own } from '../testing/open.js';
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

const throughSystem: Caller = { ...drLi(null), kind: 'system', system: 'phrs' } as Caller;

/** What asking for something answers: the codes of its errors, and its message. */
async function asking(
  stated: Readonly<Record<string, unknown>>,
  caller?: Caller,
  code = codeOf(open, 'p-1'),
) {
  const answer = await request(open, { code, ...stated }, caller);
  return { codes: codesOf(answer), message: answer.errors?.[0]?.message ?? '' };
}

describe('requestGrant', () => {
  it('asks the patient whom the code names, without a word of who that is', async () => {
    const code = codeOf(open, 'p-1');
    const { data, errors } = await request(open, { code, reason: ' Before an operation ' });
    expect(errors).toBeUndefined();
    expect(data?.['requestGrant']).toEqual({
      id: expect.any(String),
      state: 'REQUESTED',
      requester: { id: 'o-shenzhen' },
      purpose: { code: 'TREAT' },
      asked: {
        scopes: ['ALLERGY_ADR', 'MEDICATION'],
        lookBack: 'P3Y',
        permissions: ['READ'],
        includesRestricted: false,
      },
      duration: 'P7D',
      authorised: null,
      period: null,
      reason: 'Before an operation',
      requestedAt: new Date(TEST_NOW).toISOString(),
      answerBy: new Date(TEST_NOW + DAY).toISOString(),
      encounter: null,
    });
    expect(JSON.stringify(data)).not.toContain('p-1');
  });

  it('is audited as asked from abroad, and told to the patient in any case', async () => {
    const id = await requested(open);
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({
      patient: 'p-1',
      caller: drLi(null),
      organization: 'o-shenzhen',
      change: 'GRANT_REQUESTED',
      changed: `CrossBorderGrant/${id}`,
      abroad: true,
      basis: [],
    });
    expect(db.select().from(accessNotifications).all()).toMatchObject([
      { patient: 'p-1', kind: 'GRANT_REQUESTED', duty: 'MANDATORY', organization: 'o-shenzhen' },
    ]);
  });

  it('permits nothing: it is no fact for any decision', async () => {
    const id = await requested(open);
    const [facts] = open.repository.facts(
      [{ patient: 'p-1', organization: 'o-shenzhen', practitionerRole: 'r-li', grant: id }],
      TEST_NOW,
    );
    expect(facts).toMatchObject({ grant: null, consents: [] });
  });

  it('keeps categories and permissions once each, in the order of the catalogue', async () => {
    const code = codeOf(open, 'p-1');
    const { data } = await request(open, {
      code,
      scopes: ['MEDICATION', 'ALLERGY_ADR', 'MEDICATION'],
      permissions: ['DEPOSIT', 'READ', 'READ'],
    });
    expect(data?.['requestGrant']).toMatchObject({
      asked: { scopes: ['ALLERGY_ADR', 'MEDICATION'], permissions: ['READ', 'DEPOSIT'] },
    });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['no category', { scopes: [] }, 'ALLERGY_ADR'],
    ['medical certificates', { scopes: ['MED_CERT'] }, 'ALLERGY_ADR'],
    ['birth records that no condition lists', { scopes: ['BIRTH'] }, 'ALLERGY_ADR'],
    ['no permission', { permissions: [] }, 'READ, DEPOSIT'],
    ['a look-back of four years', { lookBack: 'P4Y' }, 'P3Y'],
    ['a look-back of three years and a day', { lookBack: 'P3Y1D' }, 'P3Y'],
    ['no look-back', { lookBack: 'P0D' }, 'P3Y'],
    ['a look-back in hours', { lookBack: 'PT12H' }, 'P3Y'],
    ['a look-back that is none', { lookBack: 'three years' }, 'P3Y'],
    ['a duration of none', { duration: 'P0D' }, 'P90D'],
    ['a duration that is none', { duration: '-P1D' }, 'P90D'],
    ['a duration of 91 days', { duration: 'P91D' }, 'P90D'],
    ['a duration beyond all dates', { duration: 'P9999Y' }, 'P90D'],
    ['a reason of 501 characters', { reason: 'x'.repeat(501) }, '500'],
    ['a reason of two lines', { reason: 'One\nTwo' }, 'one line'],
    ['a reason that turns the writing round', { reason: 'One \u202E two' }, 'one line'],
  ])('refuses %s, and says what can be asked for', async (_case, stated, allowed) => {
    const code = codeOf(open, 'p-1');
    const before = everything(open);
    const { codes, message } = await asking(stated, undefined, code);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(message).toContain(allowed);
    expect(everything(open)).toEqual(before);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['a look-back of three years', { lookBack: 'P36M' }],
    ['a duration of ninety days', { duration: 'P90D' }],
    ['a duration of hours', { duration: 'PT4H' }],
    ['a reason of 500 characters', { reason: 'x'.repeat(500) }],
    ['an empty reason', { reason: '  ' }],
    ['a reason in Chinese', { reason: '手術前檢查（左膝）' }],
    ['restricted records', { includesRestricted: true }],
  ])('takes %s', async (_case, stated) => {
    expect((await asking(stated)).codes).toEqual([]);
  });

  it.each<readonly [string, string, Readonly<Record<string, unknown>>, string, string[]]>([
    ['ALLOWED_SCOPES', 'ALLERGY_ADR', {}, 'ALLERGY_ADR, got MEDICATION', ['BAD_USER_INPUT']],
    ['ALLOWED_SCOPES', 'ALLERGY_ADR,MEDICATION', {}, '', []],
    ['ALLOWED_SCOPES', 'BIRTH', { scopes: ['BIRTH'] }, '', []],
    ['ALLOWED_SCOPES', 'MED_CERT', { scopes: ['MED_CERT'] }, 'none', ['BAD_USER_INPUT']],
    ['MAX_LOOKBACK', 'P1Y', {}, 'P1Y', ['BAD_USER_INPUT']],
    ['MAX_LOOKBACK', 'P1Y', { lookBack: 'P1Y' }, '', []],
    // What no condition widens: three years stay three years.
    ['MAX_LOOKBACK', 'P5Y', { lookBack: 'P4Y' }, 'P3Y', ['BAD_USER_INPUT']],
    ['READ_ALLOWED', 'false', {}, 'among DEPOSIT, got READ', ['BAD_USER_INPUT']],
    ['READ_ALLOWED', 'false', { permissions: ['DEPOSIT'] }, '', []],
    ['DEPOSIT_ALLOWED', 'false', { permissions: ['READ', 'DEPOSIT'] }, 'READ', ['BAD_USER_INPUT']],
    ['MAX_GRANT_DURATION', 'P3D', {}, 'P3D', ['BAD_USER_INPUT']],
    ['MAX_GRANT_DURATION', 'P7D', {}, '', []],
    ['MAX_GRANT_DURATION', 'P120D', { duration: 'P100D' }, '', []],
    ['NO_RESTRICTED_LABEL', 'true', { includesRestricted: true }, 'without', ['BAD_USER_INPUT']],
    ['NO_RESTRICTED_LABEL', 'true', {}, '', []],
    ['ALLOWED_PURPOSES', 'CAREMGT', {}, 'CAREMGT', ['BAD_USER_INPUT']],
    ['ALLOWED_PURPOSES', 'TREAT', {}, '', []],
    ['VALIDITY_PERIOD', '2026-01-01/2026-06-03', {}, '2026-06-03', ['BAD_USER_INPUT']],
    ['VALIDITY_PERIOD', '2026-06-02', {}, 'VALIDITY_PERIOD', ['BAD_USER_INPUT']],
    ['SOMETHING_NEW', 'true', {}, 'SOMETHING_NEW', ['BAD_USER_INPUT']],
    ['READ_ALLOWED', 'perhaps', {}, 'READ_ALLOWED', ['BAD_USER_INPUT']],
  ])(
    'under the condition %s of %s is judged as it says: %j',
    async (kind, value, stated, allowed, codes) => {
      tellConditions(open, { kind, value });
      const answer = await asking(stated);
      expect(answer.codes).toEqual(codes);
      expect(answer.message).toContain(allowed);
    },
  );

  const SUSPENDED = recognition({
    status: 'SUSPENDED',
    suspension: { start: '2026-05-20', end: '2026-06-10' },
  });

  it.each<readonly [string, Partial<Party>, string[]]>([
    ['recognised', {}, []],
    ['not recognised', { recognition: null }, ['BAD_USER_INPUT']],
    ['applied', { recognition: recognition({ status: 'APPLIED' }) }, ['BAD_USER_INPUT']],
    ['cancelled', { recognition: recognition({ status: 'CANCELLED' }) }, ['BAD_USER_INPUT']],
    ['expired', { recognition: recognition({ status: 'EXPIRED' }) }, ['BAD_USER_INPUT']],
    ['withdrawn', { recognition: recognition({ status: 'WITHDRAWN' }) }, ['BAD_USER_INPUT']],
    ['refused', { recognition: recognition({ status: 'REFUSED' }) }, ['BAD_USER_INPUT']],
    ['suspended', { recognition: SUSPENDED }, ['BAD_USER_INPUT']],
    [
      'recognised until yesterday',
      { recognition: recognition({ period: { start: null, end: '2026-05-31' } }) },
      ['BAD_USER_INPUT'],
    ],
    [
      'recognised until the week is over',
      { recognition: recognition({ period: { start: null, end: '2026-06-08' } }) },
      [],
    ],
    [
      'recognised for less than the week',
      { recognition: recognition({ period: { start: null, end: '2026-06-07' } }) },
      ['BAD_USER_INPUT'],
    ],
    ['in Hong Kong', { jurisdiction: 'HK' }, ['BAD_USER_INPUT']],
  ])('by an organisation that is %s answers', async (_case, stated, codes) => {
    const code = codeOf(open, 'p-1');
    tellParties(open, party(stated));
    expect(codesOf(await request(open, { code }))).toEqual(codes);
  });

  it('by an organisation that nobody has told of is refused', async () => {
    const stranger = { ...drLi(null), organization: 'o-stranger' } as Caller;
    expect((await asking({}, stranger)).codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each<readonly [string, Partial<Party>, Partial<Party> | null, string[]]>([
    ['recognised both', {}, {}, []],
    ['recognised by the system alone', { recognition: null }, {}, []],
    ['of a system that is not recognised', {}, { recognition: null }, ['BAD_USER_INPUT']],
    ['of a system that nobody has told of', {}, null, ['BAD_USER_INPUT']],
    ['with a suspended recognition of its own', { recognition: SUSPENDED }, {}, ['BAD_USER_INPUT']],
    [
      'under a condition of its own',
      { recognition: recognition({ conditions: [{ kind: 'READ_ALLOWED', value: 'false' }] }) },
      {},
      ['BAD_USER_INPUT'],
    ],
    [
      'under a condition of the system',
      {},
      { recognition: recognition({ conditions: [{ kind: 'READ_ALLOWED', value: 'false' }] }) },
      ['BAD_USER_INPUT'],
    ],
  ])('through a system by a member %s answers', async (_case, own, system, codes) => {
    const code = codeOf(open, 'p-1');
    tellParties(open, party(own), ...(system === null ? [] : [recordSystem(system)]));
    expect(codesOf(await request(open, { code }, throughSystem))).toEqual(codes);
  });

  it('refuses another purpose than is declared', async () => {
    const { codes } = await asking({}, { ...drLi(null), purpose: 'CAREMGT' });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it('is not for persons', async () => {
    expect((await asking({}, personCaller('p-1'))).codes).toEqual(['FORBIDDEN']);
  });

  it('leaves nothing behind where it cannot be told', async () => {
    const code = codeOf(open, 'p-1');
    const before = everything(open);
    open.database.db.run(
      "create trigger full before insert on outbox begin select raise(abort, 'disk full'); end",
    );
    await expect(request(open, { code })).rejects.toThrow();
    expect(everything(open)).toEqual(before);
    open.database.db.run('drop trigger full');
    expect(codesOf(await request(open, { code }))).toEqual([]);
  });
});

describe('the asker’s own requests', () => {
  const mine = (caller: Caller = drLi(null)) =>
    askNow(open, `{ myGrantRequests { ${REQUEST} } }`, { caller });

  const one = (id: string, caller: Caller = drLi(null)) =>
    askNow(open, `{ grantRequest(id: "${id}") { ${REQUEST} } }`, { caller });

  it('are told newest first, and one by one', async () => {
    const first = await requested(open, 'p-1');
    open.clock.now += 1;
    const second = await requested(open, 'p-2');
    const { data } = await mine();
    const list = data?.['myGrantRequests'] as { id: string }[];
    expect(list.map(({ id }) => id)).toEqual([second, first]);
    expect((await one(first)).data).toEqual({ grantRequest: list[1] });
    expect(JSON.stringify(data)).not.toMatch(/p-[12]/);
  });

  it.each<readonly [string, Partial<Record<string, unknown>>]>([
    ['another organisation', { organization: 'o-lagoon' }],
    ['another professional', { practitionerRole: 'r-deng' }],
    ['a system', { kind: 'system', system: 'phrs' }],
  ])('are unknown to %s', async (_case, stated) => {
    const id = await requested(open);
    const caller = { ...drLi(null), ...stated };
    expect(await one(id, caller)).toEqual(await one('unknown', caller));
    expect((await one(id, caller)).data).toEqual({ grantRequest: null });
    expect((await mine(caller)).data).toEqual({ myGrantRequests: [] });
  });

  it('through one system are unknown through another, and without any', async () => {
    tellParties(open, recordSystem(), recordSystem({ id: 'phrs-2' }));
    const id = await requested(open, 'p-1', {}, throughSystem);
    const other = { ...throughSystem, system: 'phrs-2' } as Caller;
    expect((await one(id, throughSystem)).data?.['grantRequest']).not.toBeNull();
    expect((await one(id, other)).data?.['grantRequest']).toBeNull();
    expect((await one(id)).data?.['grantRequest']).toBeNull();
  });

  it('lapse after a day without an answer, whether or not that is recorded', async () => {
    const id = await requested(open);
    open.clock.now += DAY - 1;
    expect((await one(id)).data).toMatchObject({ grantRequest: { state: 'REQUESTED' } });
    open.clock.now += 1;
    expect((await one(id)).data).toMatchObject({ grantRequest: { state: 'LAPSED' } });
    const list = await askNow(
      open,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Patient {
        crossBorderGrants { edges { node { state } } }
      } } }`,
      {
        caller: personCaller('p-1'),
        permits: [own('p-1')],
        variables: { of: [{ __typename: 'Patient', id: 'p-1' }] },
      },
    );
    expect(JSON.stringify(list.data)).toContain('LAPSED');
  });

  it.each([0, -1, 101])('refuse a page of %d', async (first) => {
    const answer = await askNow(open, `{ myGrantRequests(first: ${first}) { id } }`);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('are told so many at most', async () => {
    for (const patient of ['p-1', 'p-2', 'p-3']) await requested(open, patient);
    const { data } = await askNow(open, '{ myGrantRequests(first: 2) { id } }');
    expect(data?.['myGrantRequests']).toHaveLength(2);
  });

  it('are not for persons', async () => {
    expect(codesOf(await mine(personCaller('p-1')))).toEqual(['FORBIDDEN']);
    expect(codesOf(await one('g', personCaller('p-1')))).toEqual(['FORBIDDEN']);
  });
});
