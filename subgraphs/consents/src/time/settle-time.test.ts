import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import type { GrantState } from '@causeway/schema';
import { and, eq, isNull } from 'drizzle-orm';
import type { NewGrant } from '../repository/put-grant.js';
import {
  accessNotifications,
  auditEvents,
  grants,
  linkSecrets,
  outbox,
  stepUpChallenges,
} from '../tables.js';
import { everything } from '../testing/changes.js';
import { requestStepUp } from '../testing/care.js';
import {
  askNow,
  authorisedGrant,
  codeOf,
  issued,
  putGrantOf,
  redeem,
  secretFor,
  settle,
} from '../testing/links.js';
import { grant, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { BATCH } from './settle-time.js';

const HOUR = 3_600_000;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const recorded = (id = 'g-1') =>
  open.database.db
    .select()
    .from(grants)
    .where(and(eq(grants.owner, id), isNull(grants.validTo)))
    .get();

/** The grant as its patient reads it. */
const read = async (): Promise<unknown> => {
  const { data } = await askNow(
    open,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on CrossBorderGrant { state encounter { status } link { status } }
    } }`,
    {
      caller: personCaller('p-1'),
      permits: [own('p-1')],
      variables: { representations: [{ __typename: 'CrossBorderGrant', id: 'g-1' }] },
    },
  );
  return (data?.['_entities'] as unknown[])[0];
};

const toldOf = () =>
  open.database.db
    .select({ kind: accessNotifications.kind, duty: accessNotifications.duty })
    .from(accessNotifications)
    .all();

const ASKED: NewGrant = authorisedGrant('g-1', 'p-1', {
  state: 'REQUESTED',
  consent: null,
  answerBy: TEST_NOW + HOUR,
});

const ENDS_TONIGHT = { start: null, end: '2026-06-01' };
const MIDNIGHT = Date.parse('2026-06-02T00:00:00+08:00');

describe('settleTime', () => {
  it.each<[string, NewGrant, number, GrantState, string]>([
    ['a request that was not answered', ASKED, TEST_NOW + HOUR, 'LAPSED', 'GRANT_LAPSED'],
    [
      'an authorised grant past its period',
      authorisedGrant('g-1', 'p-1', { period: ENDS_TONIGHT }),
      MIDNIGHT,
      'EXPIRED',
      'GRANT_EXPIRED',
    ],
    [
      'a suspended grant past its period',
      authorisedGrant('g-1', 'p-1', { period: ENDS_TONIGHT, state: 'SUSPENDED' }),
      MIDNIGHT,
      'EXPIRED',
      'GRANT_EXPIRED',
    ],
    [
      'a redeemed grant past its period',
      grant('g-1', 'p-1', { period: ENDS_TONIGHT }),
      MIDNIGHT,
      'EXPIRED',
      'GRANT_EXPIRED',
    ],
    [
      'an encounter that nobody closed',
      grant('g-1', 'p-1', { encounterEndsAt: TEST_NOW + HOUR }),
      TEST_NOW + HOUR,
      'COMPLETED',
      'GRANT_COMPLETED',
    ],
  ])(
    'records %s from that very instant, and tells the patient',
    async (_what, made, when, state, kind) => {
      putGrantOf(open, made);
      open.clock.now = when - 1;
      const before = everything(open);
      expect(await settle(open)).toBe(0);
      expect(everything(open)).toEqual(before);
      expect(await read()).toMatchObject({ state: made.state });

      open.clock.now = when;
      // Reads say so before it is recorded.
      expect(await read()).toMatchObject({ state });
      expect(recorded()?.state).toBe(made.state);

      expect(await settle(open)).toBe(1);
      expect(recorded()).toMatchObject({ state, turnsAt: null });
      expect(recorded()?.encounter?.open ?? false).toBe(false);
      expect(recorded()?.stateHistory.at(-1)).toEqual({
        state,
        since: new Date(when).toISOString(),
      });
      expect(toldOf()).toEqual([{ kind, duty: 'MANDATORY' }]);
      expect(await settle(open)).toBe(0);
    },
  );

  it('takes the consent with a grant that has ended', async () => {
    putGrantOf(open, grant('g-1', 'p-1', { period: ENDS_TONIGHT }));
    open.clock.now = MIDNIGHT;
    await settle(open);
    const key = { patient: 'p-1', organization: 'o-shenzhen', practitionerRole: 'r-li' };
    const [facts] = open.repository.facts([{ ...key, grant: 'g-1' }], MIDNIGHT);
    expect(facts).toMatchObject({
      grant: { state: 'EXPIRED' },
      consents: [{ id: 'c-g-1', status: 'inactive' }],
    });
  });

  it('is recorded as done by the layer itself', async () => {
    putGrantOf(open, ASKED);
    open.clock.now += HOUR;
    await settle(open);
    expect(open.database.db.select().from(auditEvents).all()).toMatchObject([
      {
        patient: 'p-1',
        caller: { kind: 'layer', purpose: 'HOPERAT' },
        purpose: 'HOPERAT',
        recordedAt: TEST_NOW + HOUR,
        change: 'GRANT_LAPSED',
        changed: 'CrossBorderGrant/g-1',
      },
    ]);
    expect(open.repository.verifyChain('p-1')).toMatchObject({ state: 'INTACT' });
  });

  it('takes a link back that was not redeemed in time; the grant can have another one', async () => {
    putGrantOf(open);
    const input = await issued(open);
    open.clock.now += 24 * HOUR;
    expect(await read()).toEqual({
      state: 'AUTHORISED',
      encounter: null,
      link: { status: 'EXPIRED' },
    });
    await settle(open);
    expect(recorded()).toMatchObject({ state: 'AUTHORISED', link: { status: 'EXPIRED' } });
    expect(open.database.db.select().from(linkSecrets).all()).toEqual([]);
    expect(toldOf()).toContainEqual({ kind: 'LINK_EXPIRED', duty: 'MANDATORY' });
    expect(codeOf(await redeem(open, input))).toBe('LINK_NOT_FOUND');
    expect((await redeem(open, await issued(open))).errors).toBeUndefined();
  });

  it('records two turns that both have come, one after the other', async () => {
    putGrantOf(open, authorisedGrant('g-1', 'p-1', { period: { start: null, end: '2026-06-10' } }));
    await issued(open);
    open.clock.now += 30 * 24 * HOUR;
    expect(await settle(open)).toBeGreaterThan(0);
    expect(recorded()?.stateHistory.map(({ state }) => state)).toEqual([
      'REQUESTED',
      'AUTHORISED',
      'LINK_ISSUED',
      'AUTHORISED',
      'EXPIRED',
    ]);
    expect(toldOf().map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['LINK_EXPIRED', 'GRANT_EXPIRED']),
    );
  });

  it('erases codes that are of no use any more, though no courier comes', async () => {
    putGrantOf(open);
    await issued(open);
    await requestStepUp(open);
    open.clock.now += 5 * 60_000 - 1;
    await settle(open);
    expect(secretFor(open, 'STEP_UP_CODE')).not.toBe('');
    open.clock.now += 1;
    // The challenge, and the code that waited to be sent.
    expect(await settle(open)).toBe(2);
    expect(secretFor(open, 'STEP_UP_CODE')).toBe('');
    expect(open.database.db.select().from(stepUpChallenges).all()).toEqual([]);
    expect(secretFor(open, 'PASSCODE')).not.toBe('');
    open.clock.now = TEST_NOW + 24 * HOUR;
    await settle(open);
    expect(
      open.database.db.select({ secret: outbox.secret }).from(outbox).all(),
    ).not.toContainEqual({ secret: expect.any(String) });
  });

  it('goes on in bounded steps until nothing is left', async () => {
    const many = BATCH + 1;
    for (let n = 0; n < many; n += 1) {
      putGrantOf(open, { ...ASKED, id: `g-${n}` });
    }
    open.clock.now += HOUR;
    expect([await settle(open), await settle(open), await settle(open)]).toEqual([BATCH, 1, 0]);
    expect(toldOf()).toHaveLength(many);
  });

  it('settles others though one cannot be, and says that one could not', async () => {
    putGrantOf(open, ASKED);
    putGrantOf(open, { ...ASKED, id: 'g-2' });
    open.database.db.run(
      `create trigger stuck before insert on audit_event when new.changed like '%/g-1' begin select raise(abort, 'stuck'); end`,
    );
    open.clock.now += HOUR;
    await expect(settle(open)).rejects.toThrow('Expected to settle 2 grants, failed at some');
    expect([recorded('g-1')?.state, recorded('g-2')?.state]).toEqual(['REQUESTED', 'LAPSED']);
  });

  it('fills in when time turns a grant that was kept before that was noted', async () => {
    putGrantOf(open, ASKED);
    open.database.db.run('update cross_border_grant set turns_at = 0');
    const before = recorded();
    expect(await settle(open)).toBe(1);
    expect(recorded()).toEqual({ ...before, turnsAt: TEST_NOW + HOUR });
    expect(await settle(open)).toBe(0);
  });

  it.each(['data', 'facts', 'audit', 'courier'] as const)(
    'is refused to a call for %s',
    async (use) => {
      putGrantOf(open, ASKED);
      open.clock.now += HOUR;
      expect(codeOf(await askNow(open, 'mutation { settleTime }', { use }))).toBe('FORBIDDEN');
      expect(recorded()?.state).toBe('REQUESTED');
    },
  );
});
