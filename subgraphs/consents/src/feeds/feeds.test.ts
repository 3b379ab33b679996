import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { JoiningStatus, Party, RecognitionFact } from '@causeway/schema';
import { asc } from 'drizzle-orm';
import { accessNotifications, consents, grants, linkSecrets, parties } from '../tables.js';
import {
  authorise,
  clinic,
  codeOf,
  codesOf,
  party,
  recognition,
  recordSystem,
  request,
  requestSharing,
  requested,
  tellParties,
} from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow, issue } from '../testing/links.js';
import {
  consent,
  consentOfGrant,
  drLi,
  grant,
  importedConsent,
  openEmpty,
} from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const apply = (
  field: 'applyPartyEvents' | 'applyJoiningEvents',
  events: readonly unknown[],
  use: 'relay' | 'data' = 'relay',
) => {
  const input = field === 'applyPartyEvents' ? 'PartyEventInput' : 'JoiningEventInput';
  return askNow(open, `mutation ($events: [${input}!]!) { ${field}(events: $events) }`, {
    use,
    caller: use === 'relay' ? null : drLi(null),
    variables: { events },
  });
};

const partyEvent = (position: number, told: Party = party()) => ({
  position,
  at: TEST_NOW,
  party: told,
});

const joiningEvent = (position: number, joining: JoiningStatus, patient = 'p-1') => ({
  position,
  at: TEST_NOW,
  patient,
  joining,
});

const positions = async () =>
  (await askNow(open, '{ feedPositions }', { use: 'relay', caller: null })).data?.['feedPositions'];

/** The grants in force with their states, and that of their consents and links. */
function standing(): Record<string, unknown> {
  const { db } = open.database;
  const given = db.select().from(consents).all();
  return Object.fromEntries(
    db
      .select()
      .from(grants)
      .all()
      .filter(({ validTo }) => validTo === null)
      .map(({ owner, state, encounter, link, consent: id }) => [
        owner,
        {
          state,
          open: encounter?.open,
          link: link?.status,
          consent: given.find((one) => one.owner === id && one.validTo === null)?.status,
        },
      ]),
  );
}

/** What patients were told, oldest first. */
function told(): [string, string][] {
  return open.database.db
    .select()
    .from(accessNotifications)
    .orderBy(asc(accessNotifications.recordedAt))
    .all()
    .map(({ patient, kind }) => [patient, kind]);
}

const SUSPENDED = recognition({
  status: 'SUSPENDED',
  suspension: { start: '2026-06-01', end: '2026-06-20' },
});

const ended = (status: RecognitionFact['status']) =>
  party({ recognition: recognition({ status }) });

describe('a feed', () => {
  it('is taken in from its first position on, and its position told', async () => {
    expect(await positions()).toMatchObject({ providers: 0, patients: 0 });
    const answer = await apply('applyPartyEvents', [partyEvent(1), partyEvent(2, clinic())]);
    expect(answer.data).toEqual({ applyPartyEvents: 2 });
    await apply('applyJoiningEvents', [joiningEvent(1, 'ACTIVE')]);
    expect(await positions()).toMatchObject({ providers: 2, patients: 1 });
    expect(open.repository.partiesById(['o-shenzhen', 'o-clinic'])).toEqual(
      expect.arrayContaining([party(), clinic()]),
    );
  });

  it('takes each event in once, however often it is told', async () => {
    const events = [joiningEvent(1, 'ACTIVE'), joiningEvent(2, 'WITHDRAWN')];
    await apply('applyJoiningEvents', events);
    const before = everything(open);
    expect((await apply('applyJoiningEvents', events)).data).toEqual({ applyJoiningEvents: 2 });
    expect(everything(open)).toEqual(before);
    const more = [...events, joiningEvent(3, 'ACTIVE')];
    expect((await apply('applyJoiningEvents', more)).data).toEqual({ applyJoiningEvents: 3 });
    expect(told()).toHaveLength(4);
  });

  it('does not go back to an older state by an event that was taken in', async () => {
    await apply('applyPartyEvents', [partyEvent(1), partyEvent(2, ended('CANCELLED'))]);
    await apply('applyPartyEvents', [partyEvent(1)]);
    expect(open.repository.partiesById(['o-shenzhen'])).toEqual([ended('CANCELLED')]);
  });

  it.each([
    ['before them', [joiningEvent(2, 'ACTIVE')]],
    ['among them', [joiningEvent(1, 'ACTIVE'), joiningEvent(3, 'WITHDRAWN')]],
  ])('with a gap %s is refused, all of it', async (_case, events) => {
    const before = everything(open);
    expect(codesOf(await apply('applyJoiningEvents', events))).toEqual(['CONFLICT']);
    expect(everything(open)).toEqual(before);
    expect(await positions()).toMatchObject({ providers: 0, patients: 0 });
  });

  it('is taken in with what it brings, or not at all', async () => {
    open.database.db.run(
      "create trigger full before insert on outbox begin select raise(abort, 'disk full'); end",
    );
    await expect(apply('applyJoiningEvents', [joiningEvent(1, 'ACTIVE')])).rejects.toThrow();
    expect(await positions()).toMatchObject({ providers: 0, patients: 0 });
  });

  it('takes in nothing of an empty batch', async () => {
    expect((await apply('applyPartyEvents', [])).data).toEqual({ applyPartyEvents: 0 });
  });

  it('is the relay’s alone', async () => {
    for (const field of ['applyPartyEvents', 'applyJoiningEvents'] as const) {
      expect(codesOf(await apply(field, [], 'data'))).toEqual(['FORBIDDEN']);
    }
    expect(codesOf(await askNow(open, '{ feedPositions }'))).toEqual(['FORBIDDEN']);
  });

  it.each<readonly [string, 'applyPartyEvents' | 'applyJoiningEvents', unknown]>([
    ['no object', 'applyPartyEvents', 'x'],
    ['no position', 'applyPartyEvents', { ...partyEvent(1), position: null }],
    [
      'a party of no kind',
      'applyPartyEvents',
      { ...partyEvent(1), party: { ...party(), kind: 'X' } },
    ],
    ['a party without id', 'applyPartyEvents', { ...partyEvent(1), party: { ...party(), id: '' } }],
    [
      'a recognition of an unknown status',
      'applyPartyEvents',
      {
        ...partyEvent(1),
        party: party({ recognition: { ...SUSPENDED, status: 'LOST' as 'EXPIRED' } }),
      },
    ],
    [
      'a condition that is no pair',
      'applyPartyEvents',
      {
        ...partyEvent(1),
        party: { ...party(), recognition: { ...SUSPENDED, conditions: ['GBA_ONLY'] } },
      },
    ],
    [
      'a name that is none',
      'applyPartyEvents',
      { ...partyEvent(1), party: { ...party(), names: ['x'] } },
    ],
    ['no patient', 'applyJoiningEvents', { ...joiningEvent(1, 'ACTIVE'), patient: null }],
    [
      'an unknown standing',
      'applyJoiningEvents',
      { ...joiningEvent(1, 'ACTIVE'), joining: 'GONE' },
    ],
    ['no time', 'applyJoiningEvents', { ...joiningEvent(1, 'ACTIVE'), at: 'today' }],
  ])('with an event of %s is refused, all of it', async (_case, field, bad) => {
    const good = field === 'applyPartyEvents' ? partyEvent(1) : joiningEvent(1, 'ACTIVE');
    expect(codesOf(await apply(field, [good, bad]))).toEqual(['BAD_USER_INPUT']);
    expect(await positions()).toMatchObject({ providers: 0, patients: 0 });
  });

  it('is taken in by a thousand events at once, and no more', async () => {
    const events = Array.from({ length: 1_001 }, (_, n) => partyEvent(n + 1));
    expect(codesOf(await apply('applyPartyEvents', events))).toEqual(['BAD_USER_INPUT']);
    expect((await apply('applyPartyEvents', events.slice(0, 1_000))).data).toEqual({
      applyPartyEvents: 1_000,
    });
  });
});

describe('a recognition that changes', () => {
  /** A request, an authorised grant, one with a link, and one that is redeemed. */
  async function openGrants() {
    tellParties(open, party());
    const [one, two, three] = [
      await requested(open, 'p-1'),
      await requested(open, 'p-2'),
      await requested(open, 'p-3'),
    ];
    await authorise(open, { request: two }, 'p-2');
    await authorise(open, { request: three }, 'p-3');
    await issue(open, three, 'p-3');
    open.repository.putConsent(consentOfGrant('g-4', 'p-4'));
    open.repository.putGrant(grant('g-4', 'p-4'));
    open.repository.putGrant(
      grant('g-5', 'p-5', { state: 'REVOKED', stateHistory: [], organization: 'o-shenzhen' }),
    );
    open.repository.putGrant(grant('g-6', 'p-6', { organization: 'o-lagoon' }));
    return { requested: one, authorised: two, linked: three };
  }

  it('to suspended lets every open grant wait, and tells each patient', async () => {
    const ids = await openGrants();
    const before = told().length;
    tellParties(open, party({ recognition: SUSPENDED }));
    expect(standing()).toMatchObject({
      [ids.requested]: { state: 'SUSPENDED' },
      [ids.authorised]: { state: 'SUSPENDED', consent: 'active' },
      [ids.linked]: { state: 'SUSPENDED', consent: 'active', link: 'ACTIVE' },
      'g-4': { state: 'SUSPENDED', open: true, consent: 'active' },
      'g-5': { state: 'REVOKED' },
      'g-6': { state: 'REDEEMED' },
    });
    expect(told().slice(before).sort()).toEqual(
      ['p-1', 'p-2', 'p-3', 'p-4'].map((patient) => [patient, 'GRANT_SUSPENDED']),
    );
  });

  it('back to recognised makes them what they were, and tells each patient', async () => {
    const ids = await openGrants();
    const before = standing();
    tellParties(open, party({ recognition: SUSPENDED }));
    const toldBefore = told().length;
    tellParties(open, party());
    expect(standing()).toEqual(before);
    expect(told().slice(toldBefore).sort()).toEqual(
      ['p-1', 'p-2', 'p-3', 'p-4'].map((patient) => [patient, 'GRANT_RESUMED']),
    );
    expect(codesOf(await authorise(open, { request: ids.requested }))).toEqual([]);
  });

  it('back to recognised when a day is over leaves a request lapsed', async () => {
    const { requested: id } = await openGrants();
    tellParties(open, party({ recognition: SUSPENDED }));
    open.clock.now += 24 * 60 * 60_000;
    tellParties(open, party());
    expect(standing()).toMatchObject({ [id]: { state: 'LAPSED' } });
  });

  it.each(['CANCELLED', 'EXPIRED', 'WITHDRAWN'] as const)(
    'to %s revokes every open grant with its consent, link and encounter, and tells each patient',
    async (status) => {
      const ids = await openGrants();
      const before = told().length;
      tellParties(open, ended(status));
      expect(standing()).toMatchObject({
        [ids.requested]: { state: 'REVOKED' },
        [ids.authorised]: { state: 'REVOKED', consent: 'inactive' },
        [ids.linked]: { state: 'REVOKED', consent: 'inactive', link: 'REVOKED' },
        'g-4': { state: 'REVOKED', consent: 'inactive', open: false },
        'g-6': { state: 'REDEEMED' },
      });
      expect(open.database.db.select().from(linkSecrets).all()).toEqual([]);
      expect(told().slice(before).sort()).toEqual(
        ['p-1', 'p-2', 'p-3', 'p-4'].map((patient) => [patient, 'GRANT_REVOKED']),
      );
    },
  );

  it('from suspended to cancelled revokes what waited', async () => {
    const ids = await openGrants();
    tellParties(open, party({ recognition: SUSPENDED }), ended('CANCELLED'));
    expect(standing()).toMatchObject({
      [ids.requested]: { state: 'REVOKED' },
      [ids.linked]: { state: 'REVOKED', link: 'REVOKED' },
    });
  });

  it.each<readonly [string, Partial<Party>]>([
    ['its name', { names: [{ language: 'en', text: 'Another name' }] }],
    [
      'its conditions',
      { recognition: recognition({ conditions: [{ kind: 'READ_ALLOWED', value: 'false' }] }) },
    ],
  ])('in %s alone changes no grant', async (_case, stated) => {
    await openGrants();
    const before = [standing(), told()];
    tellParties(open, party(stated));
    expect([standing(), told()]).toEqual(before);
  });

  it('before it was known changes no grant', () => {
    open.repository.putGrant(grant('g-4', 'p-4'));
    tellParties(open, ended('CANCELLED'));
    expect(standing()).toMatchObject({ 'g-4': { state: 'REDEEMED' } });
  });

  it('of a system reaches the grants that were asked for through it alone', async () => {
    tellParties(open, party(), recordSystem());
    const system = { ...drLi(null), kind: 'system', system: 'phrs' } as ReturnType<typeof drLi>;
    const [own, through] = [await requested(open, 'p-1'), await requested(open, 'p-2', {}, system)];
    tellParties(open, recordSystem({ recognition: SUSPENDED }));
    expect(standing()).toMatchObject({
      [own]: { state: 'REQUESTED' },
      [through]: { state: 'SUSPENDED' },
    });
    // Both have to be recognised again.
    tellParties(open, party({ recognition: SUSPENDED }), recordSystem());
    expect(standing()).toMatchObject({ [through]: { state: 'SUSPENDED' } });
    tellParties(open, party());
    expect(standing()).toMatchObject({
      [own]: { state: 'REQUESTED' },
      [through]: { state: 'REQUESTED' },
    });
    tellParties(open, recordSystem({ recognition: null }));
    expect(standing()).toMatchObject({
      [own]: { state: 'REQUESTED' },
      [through]: { state: 'REVOKED' },
    });
  });

  it('keeps one row of each party', () => {
    tellParties(open, party(), party(), ended('CANCELLED'));
    expect(open.database.db.select().from(parties).all()).toHaveLength(1);
  });
});

describe('a patient who leaves', () => {
  beforeEach(() => {
    tellParties(open, party(), clinic());
    for (const patient of ['p-1', 'p-2']) {
      const n = patient.slice(2);
      open.repository.putConsent(
        consent(`joining-${n}`, patient, { kind: 'JOINING', grantee: [] }),
      );
      open.repository.putConsent(consent(`sharing-${n}`, patient));
      open.repository.putConsent(
        consent(`restriction-${n}`, patient, { kind: 'RESTRICTION', grantee: [] }),
      );
      open.repository.putConsent(importedConsent(`imported-${n}`, patient));
      open.repository.putConsent(consentOfGrant(`g-${n}`, patient));
      open.repository.putGrant(grant(`g-${n}`, patient));
    }
  });

  const statuses = (patient: string) =>
    Object.fromEntries(
      open.database.db
        .select()
        .from(consents)
        .all()
        .filter((row) => row.patient === patient && row.validTo === null)
        .map(({ owner, status }) => [owner, status]),
    );

  const joiningConsents = (patient: string): readonly string[] =>
    open.database.db
      .select()
      .from(consents)
      .all()
      .filter((row) => row.patient === patient && row.validTo === null && row.kind === 'JOINING')
      .map(({ status }) => status);

  it.each(['WITHDRAWN', 'DECEASED'] as const)(
    'as %s ends every consent that permits, every grant and link, and is told',
    async (joining) => {
      const asked = await requested(open, 'p-1');
      const linked = await requested(open, 'p-1');
      const [others, told2] = [statuses('p-2'), told().length];
      await apply('applyJoiningEvents', [joiningEvent(1, joining)]);
      expect(standing()).toMatchObject({
        'g-1': { state: 'REVOKED', open: false, link: 'REVOKED', consent: 'inactive' },
        'g-2': { state: 'REDEEMED', open: true, consent: 'active' },
        [asked]: { state: 'REVOKED' },
        [linked]: { state: 'REVOKED' },
      });
      expect(statuses('p-1')).toEqual({
        'joining-1': 'inactive',
        'sharing-1': 'inactive',
        'c-g-1': 'inactive',
        'restriction-1': 'active',
        'imported-1': 'active',
      });
      expect(statuses('p-2')).toEqual(others);
      const kinds = told().slice(told2);
      expect(kinds.every(([patient]) => patient === 'p-1')).toBe(true);
      expect(kinds.map(([, kind]) => kind).sort()).toEqual([
        'CONSENT_REVOKED',
        'CONSENT_REVOKED',
        'GRANT_REVOKED',
        'GRANT_REVOKED',
        'GRANT_REVOKED',
        'WITHDRAWN',
      ]);
    },
  );

  it('leaves no request for a sharing consent, and no code', async () => {
    await requestSharing(open, { code: codeOf(open, 'p-1', 'o-clinic', 'SHARING') });
    const code = codeOf(open, 'p-1');
    await apply('applyJoiningEvents', [joiningEvent(1, 'WITHDRAWN')]);
    expect(Object.values(statuses('p-1'))).not.toContain('proposed');
    expect(codesOf(await request(open, { code }))).toEqual(['NOT_FOUND']);
  });

  it.each(['SUSPENDED', 'NOT_JOINED'] as const)('as %s ends nothing here', async (joining) => {
    const before = everything(open);
    await apply('applyJoiningEvents', [joiningEvent(1, joining)]);
    expect(everything(open)).toEqual(before);
  });

  it('and joins is told so, and gets nothing back but the joining consent', async () => {
    await apply('applyJoiningEvents', [joiningEvent(1, 'WITHDRAWN')]);
    const before = statuses('p-1');
    await apply('applyJoiningEvents', [joiningEvent(2, 'ACTIVE')]);
    expect(statuses('p-1')).toMatchObject(before);
    expect(joiningConsents('p-1').toSorted()).toEqual(['active', 'inactive']);
    expect(told().at(-1)).toEqual(['p-1', 'JOINED']);
  });

  it('is not told of a joining whose consent stands, as in a world that was seeded', async () => {
    await apply('applyJoiningEvents', [joiningEvent(1, 'ACTIVE')]);
    const before = told();
    await apply('applyJoiningEvents', [joiningEvent(2, 'ACTIVE')]);
    expect(told()).toEqual(before);
    expect(joiningConsents('p-1')).toEqual(['active']);
  });

  it('leaves, and the joining consent ends with the others', async () => {
    await apply('applyJoiningEvents', [joiningEvent(1, 'ACTIVE'), joiningEvent(2, 'WITHDRAWN')]);
    expect(joiningConsents('p-1')).toEqual(['inactive']);
  });
});
