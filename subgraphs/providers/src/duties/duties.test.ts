import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, officeCaller } from '@causeway/kit/testing';
import type { Caller, DepositDutyEvent } from '@causeway/schema';
import { openEmpty, organization } from '../testing/open.js';
import type { OpenProviders } from '../testing/open.js';

const DAY = 86_400_000;
const SECRETARY = { ...officeCaller('SECRETARY_FOR_HEALTH'), subject: 's-secretary' } as Caller;

let open: OpenProviders;

beforeEach(() => {
  open = openEmpty();
  const { repository } = open;
  repository.putOrganization(organization('o-1', { jurisdiction: 'HK' }));
  repository.setRegistration('o-1', {
    registration: { status: 'REGISTERED', period: { start: '2020-01-01', end: null } },
    deemedConsent: true,
  });
});

afterEach(() => {
  open.close();
});

const INPUT = {
  organization: 'o-1',
  categories: ['LAB_REPORT', 'ALLERGY_ADR'],
  within: 'P1D',
  from: '2026-06-01',
  reason: 'A notice in the Gazette',
};

const specify = (stated: object = {}, caller: Caller = SECRETARY) =>
  open.ask(
    `mutation($input: DepositDutyInput!) { specifyDepositDuty(input: $input) {
      id organization { id } basis recognition { id } categories within from until
      history { reason recordedBy until }
    } }`,
    { caller, variables: { input: { ...INPUT, ...stated } } },
  );

const specifiedId = async (): Promise<string> => {
  const { data } = await specify();
  return (data?.['specifyDepositDuty'] as { id: string }).id;
};

const end = (id: string, until: string, reason = 'It is no longer needed', caller = SECRETARY) =>
  open.ask(
    'mutation($id: ID!, $until: DateTime!, $reason: String!) { endDepositDuty(id: $id, until: $until, reason: $reason) { until history { reason until recordedBy } } }',
    { caller, variables: { id, until, reason } },
  );

const events = (): DepositDutyEvent[] => open.repository.dutyEvents(0, 100);

const codeOf = (answer: Awaited<ReturnType<typeof specify>>): unknown =>
  answer.errors?.[0]?.extensions['code'];

describe('a specification', () => {
  it('is a duty from then on, and is told of', async () => {
    expect(await specify()).toEqual({
      data: {
        specifyDepositDuty: {
          id: expect.any(String),
          organization: { id: 'o-1' },
          basis: 'SPECIFICATION',
          recognition: null,
          categories: ['ALLERGY_ADR', 'LAB_REPORT'],
          within: 'P1D',
          from: '2026-05-31T16:00:00.000Z',
          until: null,
          history: [{ reason: INPUT.reason, recordedBy: 's-secretary', until: null }],
        },
      },
    });
    expect(events()).toEqual([
      {
        position: 1,
        at: TEST_NOW,
        duty: {
          id: expect.any(String),
          organization: 'o-1',
          basis: 'SPECIFICATION',
          categories: ['ALLERGY_ADR', 'LAB_REPORT'],
          within: 'P1D',
          from: Date.parse('2026-06-01T00:00:00+08:00'),
          until: null,
        },
      },
    ]);
  });

  it.each<[string, object, string]>([
    ['an unknown organisation', { organization: 'o-none' }, 'BAD_USER_INPUT'],
    ['no category', { categories: [] }, 'BAD_USER_INPUT'],
    ['a category twice', { categories: ['LAB_REPORT', 'LAB_REPORT'] }, 'BAD_USER_INPUT'],
    ['what is no duration', { within: 'a day' }, 'BAD_USER_INPUT'],
    ['no time at all', { within: 'P0D' }, 'BAD_USER_INPUT'],
    ['a day that is over', { from: '2026-05-31' }, 'BAD_USER_INPUT'],
    ['no reason', { reason: ' ' }, 'BAD_USER_INPUT'],
  ])('is refused with %s, and nothing is kept', async (_what, stated, code) => {
    expect(codeOf(await specify(stated))).toBe(code);
    expect(events()).toEqual([]);
  });

  it('is refused for an organisation abroad', async () => {
    open.repository.putOrganization(organization('o-2'));
    expect(codeOf(await specify({ organization: 'o-2' }))).toBe('BAD_USER_INPUT');
  });

  it.each(['SUSPENDED', 'CANCELLED'] as const)(
    'is refused for one whose registration is %s',
    async (status) => {
      const period = { start: '2020-01-01', end: null };
      open.repository.setRegistration('o-1', {
        registration: { status, period },
        deemedConsent: true,
      });
      expect(codeOf(await specify())).toBe('BAD_USER_INPUT');
    },
  );

  it('is refused for one whose registration is over', async () => {
    open.clock.now += DAY;
    const period = { start: '2020-01-01', end: '2026-06-01' };
    const registration = { status: 'REGISTERED', period } as const;
    open.repository.setRegistration('o-1', { registration, deemedConsent: true });
    expect(codeOf(await specify({ from: '2026-06-02' }))).toBe('BAD_USER_INPUT');
  });

  it('names no category that another in force names', async () => {
    const id = await specifiedId();
    expect(codeOf(await specify({ categories: ['LAB_REPORT'] }))).toBe('CONFLICT');
    expect((await specify({ categories: ['MEDICATION'] })).errors).toBeUndefined();
    await end(id, '2026-06-10');
    expect(codeOf(await specify({ from: '2026-06-10' }))).toBe('CONFLICT');
    expect((await specify({ from: '2026-06-11' })).errors).toBeUndefined();
  });

  it.each<[string, Caller]>([
    ['the Commissioner', officeCaller('COMMISSIONER')],
    ['an auditor', officeCaller('AUDITOR')],
  ])('is not for %s to make or end', async (_who, caller) => {
    expect(codeOf(await specify({}, caller))).toBe('FORBIDDEN');
    const id = await specifiedId();
    expect(codeOf(await end(id, '2026-06-10', 'Why not', caller))).toBe('FORBIDDEN');
    expect(events()).toHaveLength(1);
  });

  it('by seeds is written once', () => {
    const entry = { ...INPUT, id: 'd-1', categories: ['LAB_REPORT'] as const, from: '2026-05-02' };
    const at = TEST_NOW - 30 * DAY;
    expect(open.repository.putDepositDuty(entry, at)).toBe(true);
    expect(open.repository.putDepositDuty(entry, at)).toBe(false);
    expect(events()).toMatchObject([{ at, duty: { id: 'd-1' } }]);
  });
});

describe('the end of a specification', () => {
  it('includes its day, and keeps the history', async () => {
    const id = await specifiedId();
    open.clock.now += DAY;
    const until = '2026-06-10T16:00:00.000Z';
    expect(await end(id, '2026-06-10')).toEqual({
      data: {
        endDepositDuty: {
          until,
          history: [
            { reason: INPUT.reason, until: null, recordedBy: 's-secretary' },
            { reason: 'It is no longer needed', until, recordedBy: 's-secretary' },
          ],
        },
      },
    });
    expect(events()).toMatchObject([
      { position: 1, duty: { id, until: null } },
      { position: 2, at: TEST_NOW + DAY, duty: { id, until: Date.parse(until) } },
    ]);
  });

  it.each<[string, string, string]>([
    ['a day that is over', '2026-05-31', 'BAD_USER_INPUT'],
    ['a day before it begins', '2026-06-01', 'BAD_USER_INPUT'],
  ])('is refused for %s', async (_what, until, code) => {
    const { data } = await specify({ from: '2026-06-02' });
    const { id } = data?.['specifyDepositDuty'] as { id: string };
    expect(codeOf(await end(id, until))).toBe(code);
  });

  it('is refused without a reason, for an unknown duty, and once it has ended', async () => {
    const id = await specifiedId();
    expect(codeOf(await end(id, '2026-06-10', ''))).toBe('BAD_USER_INPUT');
    expect(codeOf(await end('d-none', '2026-06-10'))).toBe('NOT_FOUND');
    await end(id, '2026-06-10');
    open.clock.now = Date.parse('2026-06-11T00:00:00+08:00');
    expect(codeOf(await end(id, '2026-06-20'))).toBe('CONFLICT');
    expect(events()).toHaveLength(2);
  });
});

describe('the register of duties', () => {
  it('is open to every caller, who sees no officer', async () => {
    const id = await specifiedId();
    const query =
      'query($organization: ID) { depositDuties(organization: $organization) { totalCount edges { node { id history { recordedBy } } } } }';
    const none = { data: { depositDuties: { totalCount: 0, edges: [] } } };
    expect(await open.ask(query)).toEqual({
      data: {
        depositDuties: {
          totalCount: 1,
          edges: [{ node: { id, history: [{ recordedBy: null }] } }],
        },
      },
    });
    expect(await open.ask(query, { variables: { organization: 'o-2' } })).toEqual(none);
  });
});

describe('the feed of duties', () => {
  it('is for the relay alone', async () => {
    const query = '{ dutyEvents(after: 0, first: 10) }';
    expect(codeOf(await open.ask(query))).toBe('FORBIDDEN');
    await specify();
    expect(await open.ask(query, { use: 'relay', caller: null })).toEqual({
      data: { dutyEvents: events() },
    });
  });

  it.each(['after: -1, first: 1', 'after: 0, first: 0', 'after: 0, first: 1001'])(
    'is not read with %s',
    async (args) => {
      const answer = await open.ask(`{ dutyEvents(${args}) }`, { use: 'relay', caller: null });
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    },
  );
});
