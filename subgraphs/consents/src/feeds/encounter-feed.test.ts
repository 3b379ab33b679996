import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { EncounterEvent, GrantState } from '@causeway/schema';
import { revokeGrant } from '../testing/changes.js';
import { askNow, authorisedGrant, closeEncounter, codeOf, putGrantOf } from '../testing/links.js';
import { tellUntoldEncounters } from '../repository/encounter-events.js';
import { change, drLi, grant, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const events = (): EncounterEvent[] => open.repository.encounterEvents(0, 100);

const BOTH = { permissions: ['READ', 'DEPOSIT'] as const };
const HOUR = 3_600_000;

describe('the feed of encounters abroad', () => {
  it('tells nothing of a grant without an encounter', () => {
    putGrantOf(open, authorisedGrant('g-1', 'p-1'));
    expect(events()).toEqual([]);
  });

  it('tells of one that opens, and of its end, in order', async () => {
    putGrantOf(open, grant('g-1', 'p-1', BOTH));
    await closeEncounter(open);
    const encounter = {
      id: 'e-g-1',
      grant: 'g-1',
      patient: 'p-1',
      organization: 'o-shenzhen',
      mayDeposit: true,
      scopes: expect.any(Array),
      openedAt: expect.any(Number),
      closedAt: null,
    };
    expect(events()).toEqual([
      { position: 1, at: TEST_NOW - HOUR, encounter },
      { position: 2, at: TEST_NOW, encounter: { ...encounter, closedAt: TEST_NOW } },
    ]);
  });

  it('says that nothing may be deposited where the patient did not authorise it', () => {
    putGrantOf(open, grant('g-1', 'p-1', { permissions: ['READ'] }));
    expect(events()).toMatchObject([{ encounter: { mayDeposit: false } }]);
  });

  it('says so too once the patient has revoked the grant', async () => {
    putGrantOf(open, grant('g-1', 'p-1', BOTH));
    await change(open, revokeGrant('g-1'), 'p-1');
    expect(events()).toMatchObject([
      { encounter: { mayDeposit: true, closedAt: null } },
      { encounter: { mayDeposit: false, closedAt: TEST_NOW } },
    ]);
  });

  it('says so too of an encounter at another organisation', () => {
    const encounter = { id: 'e-1', organization: 'o-other', open: true };
    putGrantOf(open, grant('g-1', 'p-1', { ...BOTH, encounter }));
    expect(events()).toMatchObject([{ encounter: { mayDeposit: false } }]);
  });

  it('closes one at the moment when time ended it, whenever that is recorded', async () => {
    const encounterEndsAt = TEST_NOW + HOUR;
    putGrantOf(open, grant('g-1', 'p-1', { ...BOTH, encounterEndsAt }));
    open.clock.now += 5 * HOUR;
    await askNow(open, 'mutation { settleTime }', { use: 'relay', caller: null });
    expect(events().at(-1)).toMatchObject({
      at: TEST_NOW + 5 * HOUR,
      encounter: { closedAt: encounterEndsAt },
    });
  });

  it('is silent where nothing about the encounter changes', () => {
    const state: GrantState = 'SUSPENDED';
    const made = grant('g-1', 'p-1', BOTH);
    putGrantOf(open, made);
    const { stateHistory } = made;
    const suspended = [...stateHistory, { state, since: new Date(TEST_NOW).toISOString() }];
    open.repository.putGrant({ ...made, state, stateHistory: suspended });
    expect(events()).toHaveLength(1);
  });

  it('leaves out tests of a channel', () => {
    putGrantOf(open, grant('g-1', 'p-1', { ...BOTH, purpose: 'HTEST' }));
    tellUntoldEncounters(open.database);
    expect(events()).toEqual([]);
  });

  it('is for the relay alone, and bounded', async () => {
    putGrantOf(open, grant('g-1', 'p-1', BOTH));
    const relay = { use: 'relay', caller: null } as const;
    expect(await askNow(open, '{ encounterEvents(after: 0, first: 10) }', relay)).toEqual({
      data: { encounterEvents: events() },
    });
    expect(
      codeOf(
        await askNow(open, '{ encounterEvents(after: 0, first: 10) }', { caller: drLi(null) }),
      ),
    ).toBe('FORBIDDEN');
    for (const args of ['after: -1, first: 1', 'after: 0, first: 0', 'after: 0, first: 1001']) {
      expect(codeOf(await askNow(open, `{ encounterEvents(${args}) }`, relay))).toBe(
        'BAD_USER_INPUT',
      );
    }
  });

  it('tells of those of before there was a feed, once', () => {
    putGrantOf(open, grant('g-1', 'p-1', BOTH));
    const told = events();
    const { db } = open.database;
    db.run('drop trigger encounter_event_never_goes');
    db.run('delete from encounter_event');
    tellUntoldEncounters(open.database);
    expect(events()).toEqual(told);
    tellUntoldEncounters(open.database);
    expect(events()).toEqual(told);
  });
});
