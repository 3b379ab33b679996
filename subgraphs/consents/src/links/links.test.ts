import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, permit, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, GrantState, Permit } from '@causeway/schema';
import { linkSecrets } from '../tables.js';
import { everything, revokeGrant } from '../testing/changes.js';
import {
  askNow,
  authorisedGrant,
  codeOf,
  issue,
  issued,
  putGrantOf,
  redeem,
  secretFor,
  wrong,
} from '../testing/links.js';
import { authority, change, drLi, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';
import { keyIn } from './link-text.js';

const DAY = 24 * 3_600_000;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  putGrantOf(open);
});

afterEach(() => {
  open.close();
});

const grantNow = async (): Promise<unknown> => {
  const { data } = await askNow(
    open,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on CrossBorderGrant {
        state stateHistory { state } link { status remainingAttempts } encounter { status } consent { status }
      }
    } }`,
    {
      caller: personCaller('p-1'),
      permits: [own('p-1')],
      variables: { representations: [{ __typename: 'CrossBorderGrant', id: 'g-1' }] },
    },
  );
  return (data?.['_entities'] as unknown[])[0];
};

const told = async (): Promise<unknown[]> => {
  const [patient] = await select(
    open,
    'accessNotifications { edges { node { kind duty organization { id } } } }',
    [own('p-1')],
  );
  const list = patient?.['accessNotifications'] as { edges: { node: unknown }[] };
  return list.edges.map(({ node }) => node);
};

describe('issueLink', () => {
  it('shows a link once, as a text and as a QR code, good for a day', async () => {
    const { data, errors } = await issue(open);
    expect(errors).toBeUndefined();
    const { link, qrCode, expiresAt } = data?.['issueLink'] as Record<string, string>;
    expect(keyIn(link ?? '')).not.toBeNull();
    expect(link).toMatch(/^http:\/\/localhost:4000\/link#shlink:\//);
    expect(qrCode).toMatch(/^<svg /);
    expect(expiresAt).toBe('2026-06-02T04:00:00.000Z');
    expect(await grantNow()).toMatchObject({
      state: 'LINK_ISSUED',
      link: { status: 'ACTIVE', remainingAttempts: 5 },
      encounter: null,
      consent: { status: 'ACTIVE' },
    });
  });

  it('is good until the end of the grant where that comes first', async () => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1', { period: { start: null, end: '2026-06-01' } }));
    const { data } = await issue(open, 'g-2');
    expect(data).toMatchObject({ issueLink: { expiresAt: '2026-06-01T16:00:00.000Z' } });
  });

  it('sends the passcode to the patient, and tells it nowhere else', async () => {
    const answer = JSON.stringify(await issue(open));
    const passcode = secretFor(open, 'PASSCODE');
    expect(passcode).toMatch(/^\d{8}$/);
    expect(answer).not.toContain(passcode);
    const notices = await told();
    expect(notices).toHaveLength(2);
    for (const kind of ['PASSCODE', 'LINK_ISSUED']) {
      expect(notices).toContainEqual({
        kind,
        duty: 'MANDATORY',
        organization: { id: 'o-shenzhen' },
      });
    }
  });

  it('keeps link and passcode as digests alone', async () => {
    const { link, passcode } = await issued(open);
    const key = keyIn(link) ?? '';
    const kept = JSON.stringify(open.database.db.select().from(linkSecrets).all());
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(passcode);
    expect(JSON.stringify(everything(open))).not.toContain(key);
  });

  it('says nothing of the patient in the link', async () => {
    const { link } = await issued(open);
    const [address, payload = ''] = link.split('#shlink:/');
    expect(address).toBe('http://localhost:4000/link');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      url: 'http://localhost:4000/link',
      key: expect.stringMatching(/^[\w-]{43}$/),
      exp: (TEST_NOW + DAY) / 1_000,
      flag: 'P',
      label: 'Health record',
    });
  });

  it('replaces a former link, which opens nothing any more, and whose passcode is not sent any more', async () => {
    const former = await issued(open);
    const latter = await issued(open);
    expect(codeOf(await redeem(open, former))).toBe('LINK_NOT_FOUND');
    expect(codeOf(await redeem(open, { ...former, passcode: latter.passcode }))).toBe(
      'LINK_NOT_FOUND',
    );
    expect(open.database.db.select().from(linkSecrets).all()).toHaveLength(1);
    const waiting = open.repository.claimNotices(10, 1_000).filter(({ secret }) => secret !== null);
    expect(waiting.map(({ secret }) => secret)).toEqual([latter.passcode]);
    expect((await redeem(open, latter)).errors).toBeUndefined();
  });

  it('leaves the passcodes of other grants alone', async () => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1'));
    const other = await issued(open, 'g-2');
    await issued(open);
    await issued(open);
    const secrets = open.repository.claimNotices(10, 1_000).map(({ secret }) => secret);
    expect(secrets).toContain(other.passcode);
    expect((await redeem(open, other)).errors).toBeUndefined();
  });

  it('can be asked for anew once a link has expired', async () => {
    await issued(open);
    open.clock.now += DAY;
    const again = await issued(open);
    expect(await grantNow()).toMatchObject({
      state: 'LINK_ISSUED',
      stateHistory: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'AUTHORISED', 'LINK_ISSUED'].map(
        (state) => ({ state }),
      ),
      link: { status: 'ACTIVE', remainingAttempts: 5 },
    });
    expect((await redeem(open, again)).errors).toBeUndefined();
  });

  it.each<GrantState>([
    'REQUESTED',
    'REDEEMED',
    'COMPLETED',
    'EXPIRED',
    'REVOKED',
    'DECLINED',
    'LAPSED',
    'LOCKED',
    'SUSPENDED',
  ])('is refused for a grant that is %s, and changes nothing', async (state) => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1', { state }));
    const before = everything(open);
    expect(codeOf(await issue(open, 'g-2'))).toBe('CONFLICT');
    expect(everything(open)).toEqual(before);
  });

  it('is refused for a grant whose time is over, though nobody has recorded that', async () => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1', { period: { start: null, end: '2026-06-01' } }));
    open.clock.now = Date.parse('2026-06-01T23:59:59.999+08:00');
    expect(codeOf(await issue(open, 'g-2'))).toBeUndefined();
    open.clock.now += 1;
    expect(codeOf(await issue(open, 'g-2'))).toBe('CONFLICT');
  });

  const others: [string, string, Caller, readonly Permit[]][] = [
    ['an unknown grant', 'g-none', personCaller('p-1'), [authority('p-1')]],
    ["another patient's grant", 'g-2', personCaller('p-1'), [authority('p-1')]],
    ['no permit', 'g-1', personCaller('p-1'), []],
    ['a permit to read', 'g-1', personCaller('p-1'), [own('p-1')]],
    [
      'a permit without the scope',
      'g-1',
      personCaller('p-1'),
      [permit('p-1', { action: 'AUTHORISE' })],
    ],
    ['a professional', 'g-1', professionalCaller('o-shenzhen'), [authority('p-1')]],
  ];

  it.each(others)('is not found for %s', async (_case, id, caller, permits) => {
    putGrantOf(open, authorisedGrant('g-2', 'p-2'));
    const before = everything(open);
    expect(codeOf(await issue(open, id, 'p-1', { caller, permits }))).toBe('NOT_FOUND');
    expect(everything(open)).toEqual(before);
  });

  it('lets a caregiver issue it, who reads nothing', async () => {
    const caregiver = authority('p-1', {
      scopes: ['GRANT'],
      administrativeBasis: 'PARTY',
      parties: ['p-daughter'],
    });
    const { errors } = await issue(open, 'g-1', 'p-1', {
      caller: personCaller('p-daughter'),
      permits: [caregiver],
    });
    expect(errors).toBeUndefined();
  });
});

describe('redeemLink', () => {
  it('opens the encounter, for as long as encounters last, and tells the patient', async () => {
    const input = await issued(open);
    const { data, errors } = await redeem(open, input);
    expect(errors).toBeUndefined();
    expect(data?.['redeemLink']).toEqual({
      id: 'g-1',
      encounter: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: 'REDEEMED',
      opensUntil: '2026-06-01T16:00:00.000Z',
      scopes: ['ALLERGY_ADR', 'MEDICATION'],
      permissions: ['READ'],
      period: { start: '2026-05-01', end: '2026-06-30' },
    });
    expect(await grantNow()).toMatchObject({
      state: 'REDEEMED',
      link: { status: 'USED', remainingAttempts: 5 },
      encounter: { status: 'OPEN' },
      consent: { status: 'ACTIVE' },
    });
    expect(await told()).toContainEqual({
      kind: 'GRANT_REDEEMED',
      duty: 'MANDATORY',
      organization: { id: 'o-shenzhen' },
    });
  });

  it('says nothing of whose records it opens', async () => {
    expect(JSON.stringify(await redeem(open, await issued(open)))).not.toContain('p-1');
  });

  it('is good until the end of the grant where that comes first', async () => {
    putGrantOf(
      open,
      authorisedGrant('g-2', 'p-1', { period: { start: null, end: '2026-06-01T20:00:00+08:00' } }),
    );
    const { data } = await redeem(open, await issued(open, 'g-2'));
    expect(data).toMatchObject({ redeemLink: { opensUntil: '2026-06-01T12:00:00.001Z' } });
  });

  it('makes the grant a fact with an open encounter', async () => {
    await redeem(open, await issued(open));
    const key = { patient: 'p-1', organization: 'o-shenzhen', practitionerRole: 'r-li' };
    const [facts] = open.repository.facts([{ ...key, grant: 'g-1' }], TEST_NOW);
    expect(facts?.grant).toMatchObject({
      state: 'REDEEMED',
      encounter: { organization: 'o-shenzhen', open: true },
    });
  });

  it.each<[string, Caller]>([
    ['the clerk of the organisation', { ...drLi(null), practitionerRole: 'r-clerk' } as Caller],
    [
      'a system that acts for the organisation',
      { ...drLi(null), kind: 'system', system: 's-phrs' } as Caller,
    ],
  ])('is open to %s', async (_who, caller) => {
    expect((await redeem(open, await issued(open), caller)).errors).toBeUndefined();
  });

  it('takes the bare key as well, and a passcode as people write it', async () => {
    const { link, passcode } = await issued(open);
    const spaced = `${passcode.slice(0, 4)} ${passcode.slice(4)}`;
    const { errors } = await redeem(open, { link: keyIn(link) ?? '', passcode: spaced });
    expect(errors).toBeUndefined();
  });

  it('takes a link once', async () => {
    const input = await issued(open);
    expect((await redeem(open, input)).errors).toBeUndefined();
    const before = everything(open);
    expect(codeOf(await redeem(open, input))).toBe('LINK_NOT_FOUND');
    expect(everything(open)).toEqual(before);
  });

  it('has one of two redemptions at the same time win', async () => {
    const input = await issued(open);
    const codes = (await Promise.all([redeem(open, input), redeem(open, input)])).map(codeOf);
    expect(codes.toSorted()).toEqual(['LINK_NOT_FOUND', undefined]);
  });

  it('counts wrong passcodes for the life of the link, says how many are left, and locks at the last', async () => {
    const { link, passcode } = await issued(open);
    const guess = () => redeem(open, { link, passcode: wrong(passcode) });
    for (const remainingAttempts of [4, 3, 2, 1]) {
      const { data, errors } = await guess();
      expect(data).toEqual({ redeemLink: null });
      expect(errors).toMatchObject([
        { extensions: { code: 'PASSCODE_INVALID', remainingAttempts } },
      ]);
      expect(await grantNow()).toMatchObject({ link: { remainingAttempts } });
    }
    expect(codeOf(await guess())).toBe('LINK_LOCKED');
    expect(await grantNow()).toMatchObject({
      state: 'LOCKED',
      link: { status: 'LOCKED', remainingAttempts: 0 },
      consent: { status: 'INACTIVE' },
    });
    expect(await told()).toContainEqual({
      kind: 'LINK_LOCKED',
      duty: 'MANDATORY',
      organization: { id: 'o-shenzhen' },
    });
    expect(codeOf(await redeem(open, { link, passcode }))).toBe('LINK_NOT_FOUND');
    expect(codeOf(await issue(open))).toBe('CONFLICT');
  });

  it('keeps the count over a right passcode that comes before the last', async () => {
    const { link, passcode } = await issued(open);
    for (let n = 0; n < 4; n += 1) await redeem(open, { link, passcode: wrong(passcode) });
    expect((await redeem(open, { link, passcode })).errors).toBeUndefined();
    expect(await grantNow()).toMatchObject({ link: { status: 'USED', remainingAttempts: 1 } });
  });

  it.each(['', '1234567', '123456789', 'passcode', '12345678x'])(
    'refuses “%s”, which is no passcode, without counting it',
    async (passcode) => {
      const { link } = await issued(open);
      const before = everything(open);
      expect(codeOf(await redeem(open, { link, passcode }))).toBe('BAD_USER_INPUT');
      expect(everything(open)).toEqual(before);
    },
  );

  describe('answers to the letter alike, and changes nothing,', () => {
    const unknown = 'A'.repeat(43);

    const expectUnknown = async (
      input: { link: string; passcode: string },
      caller: Caller = drLi(null),
    ) => {
      const before = everything(open);
      const answer = JSON.stringify(await redeem(open, input, caller));
      expect(answer).toBe(JSON.stringify(await redeem(open, { ...input, link: unknown }, caller)));
      expect(answer).toContain('LINK_NOT_FOUND');
      expect(everything(open)).toEqual(before);
    };

    it('for a text that is no link', () => expectUnknown({ link: '', passcode: '12345678' }));

    it.each<[string, Caller]>([
      ['another organisation', { ...drLi(null), organization: 'o-other' } as Caller],
      ['the patient', personCaller('p-1')],
    ])('for %s, whether the passcode is right or wrong', async (_who, caller) => {
      const { link, passcode } = await issued(open);
      await expectUnknown({ link, passcode }, caller);
      await expectUnknown({ link, passcode: wrong(passcode) }, caller);
      expect((await redeem(open, { link, passcode })).errors).toBeUndefined();
    });

    it('for a link that was revoked with its grant', async () => {
      const input = await issued(open);
      await change(open, revokeGrant('g-1'), 'p-1');
      await expectUnknown(input);
    });

    it.each<GrantState>(['AUTHORISED', 'SUSPENDED', 'COMPLETED', 'EXPIRED', 'LOCKED', 'REVOKED'])(
      'for a link whose grant is %s',
      async (state) => {
        const input = await issued(open);
        open.database.db.run(`update cross_border_grant set state = '${state}'`);
        await expectUnknown(input);
      },
    );

    it.each(['USED', 'EXPIRED', 'LOCKED', 'REVOKED'])('for a link that is %s', async (status) => {
      const input = await issued(open);
      open.database.db.run(
        `update cross_border_grant set link = json_set(link, '$.status', '${status}') where link is not null`,
      );
      await expectUnknown(input);
    });

    it('for a link that its grant does not name', async () => {
      const input = await issued(open);
      open.database.db.run(
        `update cross_border_grant set link = json_set(link, '$.id', 'l-other') where link is not null`,
      );
      await expectUnknown(input);
    });

    it('for a grant that has not begun', async () => {
      putGrantOf(
        open,
        authorisedGrant('g-2', 'p-1', { period: { start: '2026-06-02', end: '2026-06-30' } }),
      );
      await expectUnknown(await issued(open, 'g-2'));
    });
  });

  it.each([
    ['a day after it was issued', DAY, { start: null, end: '2026-06-30' }],
    ['at the end of its grant', DAY / 2, { start: null, end: '2026-06-01' }],
  ])('takes a link until %s, to the millisecond', async (_when, after, period) => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1', { period }));
    const input = await issued(open, 'g-2');
    open.clock.now = TEST_NOW + after - 1;
    const guess = { ...input, passcode: wrong(input.passcode) };
    expect(codeOf(await redeem(open, guess))).toBe('PASSCODE_INVALID');
    open.clock.now = TEST_NOW + after;
    expect(codeOf(await redeem(open, input))).toBe('LINK_NOT_FOUND');
  });
});
