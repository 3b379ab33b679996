import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { DepositEvent } from '@causeway/schema';
import { eventSummary } from '../summaries/event-summary.js';
import { noticeSummary } from '../summaries/notice-summary.js';
import { accessNotifications, auditEvents, transfers } from '../tables.js';
import { codesOf, party, recordSystem, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow, putGrantOf } from '../testing/links.js';
import { drLi, grant, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

const INSTRUMENT = { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' } as const;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, party({ instrument: INSTRUMENT }));
  putGrantOf(open, grant('g-1', 'p-1'));
});

afterEach(() => {
  open.close();
});

const deposit = (position: number, stated: Partial<DepositEvent> = {}): DepositEvent => ({
  position,
  at: TEST_NOW - 500,
  receipt: `d-${position}`,
  patient: 'p-1',
  organization: 'o-shenzhen',
  practitionerRole: 'r-li',
  grant: 'g-1',
  purpose: 'TREAT',
  counts: { RAD_IMAGE: 2, RAD_REPORT: 1 },
  isTest: false,
  ...stated,
});

const AT_HOME = { grant: null, organization: 'o-clinic' } as const;

const apply = (events: readonly unknown[], use: 'relay' | 'data' = 'relay') =>
  askNow(
    open,
    'mutation ($events: [DepositEventInput!]!) { applyDepositEvents(events: $events) }',
    { use, caller: use === 'relay' ? null : drLi(null), variables: { events } },
  );

const registered = () => open.database.db.select().from(transfers).all();

const told = () => open.database.db.select().from(accessNotifications).all();

describe('applyDepositEvents', () => {
  it('audits a deposit from abroad, tells the patient whatever they prefer, and registers it', async () => {
    expect((await apply([deposit(1)])).data).toEqual({ applyDepositEvents: 1 });
    const scopes = ['RAD_REPORT', 'RAD_IMAGE'];
    const [event] = open.database.db.select().from(auditEvents).all();
    expect(event).toMatchObject({
      patient: 'p-1',
      caller: { kind: 'layer' },
      action: 'DEPOSIT',
      change: 'DEPOSITED',
      changed: 'DepositReceipt/d-1',
      purpose: 'TREAT',
      scopes,
      counts: { RAD_IMAGE: 2, RAD_REPORT: 1 },
      abroad: true,
    });
    expect(told()).toMatchObject([
      { kind: 'DEPOSITED', duty: 'MANDATORY', organization: 'o-shenzhen', scopes },
    ]);
    expect(open.repository.claimNotices(1, 1_000)).toMatchObject([
      { kind: 'DEPOSITED', scopes, counts: { RAD_IMAGE: 2, RAD_REPORT: 1 } },
    ]);
    expect(registered()).toEqual([
      {
        id: expect.any(String),
        at: TEST_NOW - 500,
        direction: 'MAINLAND_TO_HK',
        instrumentType: 'GBA_STANDARD_CONTRACT',
        instrumentReference: 'INVENTED-001',
        counts: { RAD_IMAGE: 2, RAD_REPORT: 1 },
        organization: 'o-shenzhen',
        organizationNames: party().names,
        system: null,
        systemNames: [],
        purpose: 'TREAT',
        grant: 'g-1',
        event: event?.id,
      },
    ]);
  });

  it('is told in plain words, how many records of each category in the trail', async () => {
    await apply([deposit(1)]);
    const [event] = open.database.db.select().from(auditEvents).all();
    const [notice] = told();
    if (event === undefined || notice === undefined) throw new Error('Expected both, found less');
    expect(eventSummary(event, () => [], 'en')).toBe(
      '1 June 2026 at 12:00: Records were deposited into the account. Deposited: Radiology reports × 1, Radiology images × 2.',
    );
    expect(noticeSummary(notice, () => party().names, 'en')).toBe(
      '1 June 2026 at 12:00: Records were deposited into the account. Deposited: Radiology reports, Radiology images. Organisation: Lianhua Bay Hospital.',
    );
  });

  it('tells of a deposit at home as the patient prefers, and registers nothing', async () => {
    await apply([deposit(1, AT_HOME)]);
    expect(told()).toMatchObject([
      { kind: 'DEPOSITED', duty: 'PREFERENCE', organization: 'o-clinic' },
    ]);
    expect(registered()).toEqual([]);
  });

  it('registers the system that the grant was asked for through', async () => {
    tellParties(open, recordSystem({ instrument: { ...INSTRUMENT, reference: 'SYSTEM' } }));
    const askedBy = { practitionerRole: 'r-li', system: 'phrs', client: 'c-1', reason: null };
    putGrantOf(open, grant('g-2', 'p-1', { askedBy }));
    await apply([deposit(1, { grant: 'g-2' })]);
    expect(registered()).toMatchObject([{ system: 'phrs', instrumentReference: 'INVENTED-001' }]);
  });

  it('takes each deposit in once', async () => {
    await apply([deposit(1)]);
    const before = everything(open);
    expect((await apply([deposit(1)])).data).toEqual({ applyDepositEvents: 1 });
    expect(everything(open)).toEqual(before);
    await apply([deposit(1), deposit(2)]);
    expect(registered()).toHaveLength(2);
  });

  it('takes nothing in that it cannot register', async () => {
    open.database.db.run(
      "create trigger full before insert on transfer begin select raise(abort, 'disk full'); end",
    );
    const before = everything(open);
    await expect(apply([deposit(1)])).rejects.toThrow();
    expect(everything(open)).toEqual(before);
    expect(open.repository.feedPosition('records')).toBe(0);
  });

  it('marks test data by its purpose', async () => {
    await apply([deposit(1, { purpose: 'HTEST', isTest: true })]);
    expect(registered()).toMatchObject([{ purpose: 'HTEST' }]);
  });

  it('is the relay’s alone', async () => {
    expect(codesOf(await apply([deposit(1)], 'data'))).toEqual(['FORBIDDEN']);
    expect(told()).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['no receipt', { receipt: '' }],
    ['no patient', { patient: null }],
    ['no grant said', { grant: undefined }],
    ['a purpose that is none', { purpose: 'FUN' }],
    ['a category that is none', { counts: { GRANT: 1 } }],
    ['a count that is none', { counts: { RAD_IMAGE: -1 } }],
    ['no word on whether it is a test', { isTest: 'no' }],
  ])('refuses %s, and all that came with it', async (_case, stated) => {
    const bad = { ...deposit(2), ...stated };
    expect(codesOf(await apply([deposit(1), bad]))).toEqual(['BAD_USER_INPUT']);
    expect(told()).toEqual([]);
  });
});
