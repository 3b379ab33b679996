import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, ConsentFacts } from '@causeway/schema';
import { accessNotifications, auditEvents } from '../tables.js';
import { clinic, codeOf, codesOf, party, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow, closeEncounter, putGrantOf } from '../testing/links.js';
import { drLi, grant, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

const HOUR = 3_600_000;

/** When the encounter of the grant ends by itself. */
const ENDS = TEST_NOW + 2 * HOUR;

const MAY_DEPOSIT = { permissions: ['READ', 'DEPOSIT'], encounterEndsAt: ENDS } as const;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, party(), party({ id: 'o-lagoon' }), clinic());
  putGrantOf(open, grant('g-1', 'p-1', MAY_DEPOSIT));
});

afterEach(() => {
  open.close();
});

const ATTESTED = { document: 'HKID_CARD', attested: true };

const present = (input: Readonly<Record<string, unknown>>, caller: Caller = drLi(null)) =>
  askNow(
    open,
    `mutation ($input: PresentDepositCodeInput!) {
      presentDepositCode(input: $input) { grant encounter until }
    }`,
    { caller, variables: { input: { grant: 'g-1', identityCheck: ATTESTED, ...input } } },
  );

const depositCode = (patient = 'p-1', organization = 'o-shenzhen') =>
  codeOf(open, patient, organization, 'DEPOSIT');

async function depositFact(now = open.clock.now, id = 'g-1'): Promise<unknown> {
  const key = { patient: 'p-1', organization: 'o-shenzhen', practitionerRole: 'r-li' };
  const { data } = await askNow(
    open,
    'query ($keys: [AccessFactsKey!]!) { consentFacts(keys: $keys) }',
    { use: 'facts', caller: null, now, variables: { keys: [{ ...key, grant: id }] } },
  );
  const [facts] = data?.['consentFacts'] as ConsentFacts[];
  return facts?.grant?.deposit;
}

describe('presentDepositCode', () => {
  it('authorises the deposit of what the encounter brings, until it ends', async () => {
    expect(await depositFact()).toBeNull();
    const until = new Date(ENDS).toISOString();
    expect(await present({ code: depositCode() })).toEqual({
      data: { presentDepositCode: { grant: 'g-1', encounter: 'e-g-1', until } },
    });
    expect(await depositFact()).toEqual({ until });
    expect(await depositFact(ENDS - 1)).toEqual({ until });
    expect(await depositFact(ENDS)).toBeNull();
  });

  it('lasts no longer than the grant where the encounter has no end of its own', async () => {
    putGrantOf(open, grant('g-2', 'p-1', { permissions: ['DEPOSIT'] }));
    const { data } = await present({ grant: 'g-2', code: depositCode() });
    const until = '2026-06-30T16:00:00.000Z';
    expect(data?.['presentDepositCode']).toMatchObject({ until });
    expect(await depositFact(Date.parse(until) - 1, 'g-2')).toEqual({ until });
    expect(await depositFact(Date.parse(until), 'g-2')).toBeNull();
  });

  it('is over as soon as the encounter is closed', async () => {
    await present({ code: depositCode() });
    await closeEncounter(open);
    expect(await depositFact()).toBeNull();
  });

  it('is open to a system that acts for the organisation', async () => {
    const system = { ...drLi(null), kind: 'system', system: 'phrs' } as Caller;
    expect(codesOf(await present({ code: depositCode() }, system))).toEqual([]);
  });

  it('is audited, with the document that was checked, and told', async () => {
    await present({ code: depositCode(), identityCheck: { ...ATTESTED, document: 'PASSPORT' } });
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({
      patient: 'p-1',
      caller: drLi(null),
      action: 'DEPOSIT',
      change: 'DEPOSIT_AUTHORISED',
      changed: 'CrossBorderGrant/g-1',
      reason: 'identity checked by PASSPORT',
      basis: ['c-g-1'],
      abroad: true,
    });
    expect(db.select().from(accessNotifications).all()).toMatchObject([
      { kind: 'DEPOSIT_AUTHORISED', duty: 'MANDATORY', organization: 'o-shenzhen' },
    ]);
  });

  it('is refused where nobody attests who the patient is, and the code is as good as before', async () => {
    const code = depositCode();
    const before = everything(open);
    const identityCheck = { ...ATTESTED, attested: false };
    expect(codesOf(await present({ code, identityCheck }))).toEqual(['BAD_USER_INPUT']);
    expect(everything(open)).toEqual(before);
    expect(codesOf(await present({ code }))).toEqual([]);
  });

  it('answers every code that is not one for it alike, and changes nothing', async () => {
    const used = depositCode();
    await present({ code: used });
    const ofGrant = codeOf(open, 'p-1', 'o-shenzhen', 'GRANT');
    const bad = [
      ['unknown', '0000-0000-0000'],
      ['no code', 'x'],
      ['used', used],
      ['for another use', ofGrant],
      ['for another organisation', depositCode('p-1', 'o-lagoon')],
      ['of another patient', depositCode('p-2')],
    ] as const;
    const before = everything(open);
    const answers = await Promise.all(bad.map(async ([, code]) => present({ code })));
    expect(answers.map(codesOf)).toEqual(bad.map(() => ['NOT_FOUND']));
    expect(new Set(answers.map(({ errors }) => errors?.[0]?.message)).size).toBe(1);
    expect(everything(open)).toEqual(before);
  });

  it('answers an expired code like an unknown one', async () => {
    const code = depositCode();
    open.clock.now += 10 * 60_000;
    expect(codesOf(await present({ code }))).toEqual(['NOT_FOUND']);
  });

  it('leaves the code of another patient as good as before', async () => {
    putGrantOf(open, grant('g-2', 'p-2', MAY_DEPOSIT));
    const code = depositCode('p-2');
    expect(codesOf(await present({ code }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await present({ grant: 'g-2', code }))).toEqual([]);
  });

  it('takes no code after ten wrong ones, also of other patients', async () => {
    for (let wrong = 0; wrong < 9; wrong += 1) await present({ code: '0000-0000-0000' });
    await present({ code: depositCode('p-2') });
    expect(codesOf(await present({ code: depositCode() }))).toEqual(['NOT_FOUND']);
    expect(await depositFact()).toBeNull();
  });

  it.each(['unknown', 'g-theirs'])('does not find the grant %s', async (id) => {
    putGrantOf(open, grant('g-theirs', 'p-1', { ...MAY_DEPOSIT, organization: 'o-lagoon' }));
    expect(codesOf(await present({ grant: id, code: depositCode() }))).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['of a grant for reading alone', { permissions: ['READ'] }],
    ['before the link is redeemed', { state: 'LINK_ISSUED', encounter: null }],
    ['while the recognition is suspended', { state: 'SUSPENDED' }],
    ['once the grant is revoked', { state: 'REVOKED' }],
    ['once the encounter is over', { encounterEndsAt: TEST_NOW }],
    [
      'of an encounter that is closed',
      { encounter: { id: 'e-1', organization: 'o-shenzhen', open: false } },
    ],
    [
      'of an encounter without an end',
      { encounterEndsAt: undefined, period: { start: null, end: null } },
    ],
  ] as const)('is in conflict %s, and changes nothing', async (_case, stated) => {
    const { encounterEndsAt, ...rest } = { ...MAY_DEPOSIT, ...stated };
    const end = encounterEndsAt === undefined ? {} : { encounterEndsAt };
    putGrantOf(open, grant('g-2', 'p-1', { ...rest, ...end }));
    const code = depositCode();
    const before = everything(open);
    expect(codesOf(await present({ grant: 'g-2', code }))).toEqual(['CONFLICT']);
    expect(everything(open)).toEqual(before);
  });

  it('is for providers alone', async () => {
    const code = depositCode();
    expect(codesOf(await present({ code }, personCaller('p-1')))).toEqual(['FORBIDDEN']);
    const other = professionalCaller('o-clinic', 'r-lee');
    expect(codesOf(await present({ code }, other))).toEqual(['NOT_FOUND']);
  });
});

describe('a code for a deposit', () => {
  it('is issued to organisations outside Hong Kong alone', () => {
    expect(() => depositCode('p-1', 'o-clinic')).toThrow('outside Hong Kong');
  });
});
