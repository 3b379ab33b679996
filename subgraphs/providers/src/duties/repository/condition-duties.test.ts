import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@causeway/kit';
import { TEST_NOW, officeCaller } from '@causeway/kit/testing';
import type { DepositDuty } from '@causeway/schema';
import { openEmpty, organization, recognition, system } from '../../testing/open.js';
import type { OpenProviders } from '../../testing/open.js';

const DAY = 86_400_000;
const DUTY = [{ kind: 'DEPOSIT_DUTY', value: 'P7D' }];

let open: OpenProviders;

beforeEach(() => {
  open = openEmpty();
  open.repository.putOrganization(organization('o-1'), TEST_NOW - 100 * DAY);
});

afterEach(() => {
  open.close();
});

/** The duties as the feed tells them last. */
function duties(): DepositDuty[] {
  const events = open.repository.dutyEvents(0, 100);
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  return [...new Map(events.map(({ duty }) => [duty.id, duty])).values()];
}

const change = (conditions: typeof DUTY) => {
  open.repository.takeRecognitionStep(
    'r-1',
    { kind: 'CHANGE_CONDITIONS', conditions },
    { reason: 'A change' },
  );
};

/** Recognises o-1 under conditions so many days ago. */
function recognise(conditions = DUTY, daysAgo = 50): void {
  const at = TEST_NOW - daysAgo * DAY;
  open.repository.putRecognition(recognition('r-1', { conditions }), at - DAY);
  expect(duties()).toEqual([]);
  open.repository.setRecognitionStatus(
    'r-1',
    { status: 'RECOGNISED', reason: null, suspension: null },
    at,
  );
}

describe('the condition DEPOSIT_DUTY', () => {
  it('makes a duty from the moment the recognition is given, and not before', () => {
    recognise();
    expect(duties()).toEqual([
      {
        id: expect.any(String),
        organization: 'o-1',
        basis: 'CONDITION',
        categories: [],
        within: 'P7D',
        from: TEST_NOW - 50 * DAY,
        until: null,
      },
    ]);
  });

  it('of a recognition makes none where there is none, or it cannot be read', () => {
    recognise([{ kind: 'DEPOSIT_DUTY', value: 'soon' }]);
    expect(duties()).toEqual([]);
  });

  it('makes a duty from when it comes until it goes', () => {
    recognise([]);
    expect(duties()).toEqual([]);
    change(DUTY);
    expect(duties()).toMatchObject([{ from: TEST_NOW, until: null }]);
    open.clock.now += DAY;
    change([]);
    expect(duties()).toMatchObject([{ from: TEST_NOW, until: TEST_NOW + DAY }]);
  });

  it('makes another duty where it says another time', () => {
    recognise();
    change([{ kind: 'DEPOSIT_DUTY', value: 'P14D' }]);
    expect(duties()).toMatchObject([
      { within: 'P7D', until: TEST_NOW },
      { within: 'P14D', from: TEST_NOW, until: null },
    ]);
  });

  it('leaves the duty alone where other conditions change', () => {
    recognise();
    change([...DUTY, { kind: 'GBA_ONLY', value: 'true' }]);
    expect(open.repository.dutyEvents(0, 10)).toHaveLength(1);
  });

  it('goes on while the recognition is suspended, and ends with it', () => {
    recognise();
    open.repository.takeRecognitionStep(
      'r-1',
      { kind: 'SUSPEND', until: '2026-06-10' },
      { reason: 'An incident' },
    );
    expect(duties()).toMatchObject([{ until: null }]);
    open.clock.now += DAY;
    open.repository.takeRecognitionStep('r-1', { kind: 'CANCEL' }, { reason: 'A breach' });
    expect(duties()).toMatchObject([{ until: TEST_NOW + DAY }]);
  });

  it('ends when time ends the recognition, as the feed is read', async () => {
    recognise();
    open.clock.now = Date.parse('2028-01-01T12:00:00+08:00');
    const relay = { use: 'relay', caller: null } as const;
    const { data } = await open.ask('{ dutyEvents(after: 1, first: 10) }', relay);
    const until = Date.parse('2028-01-01T00:00:00+08:00');
    expect(data?.['dutyEvents']).toMatchObject([{ position: 2, at: until, duty: { until } }]);
  });

  it('is told in the transaction of the change: what is rolled back was never told', () => {
    recognise([]);
    const { repository } = open;
    expect(() => {
      repository.inTransaction(() => {
        change(DUTY);
        throw new Error('the disk is full');
      });
    }).toThrow('the disk is full');
    expect(duties()).toEqual([]);
  });

  it('binds the members of a system, each while it is one', () => {
    const { repository } = open;
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'] }), TEST_NOW - DAY);
    const subject = { type: 'PublicHealthRecordSystem', id: 's-1' } as const;
    repository.putRecognition(recognition('r-1', { subject, conditions: DUTY }), TEST_NOW - DAY);
    repository.takeRecognitionStep(
      'r-1',
      { kind: 'RECOGNISE', period: null, conditions: null },
      { reason: 'It fulfils all' },
    );
    expect(duties()).toMatchObject([{ organization: 'o-1', until: null }]);
    open.clock.now += DAY;
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-2'] }));
    expect(duties()).toMatchObject([
      { organization: 'o-1', until: TEST_NOW + DAY },
      { organization: 'o-2', from: TEST_NOW + DAY, until: null },
    ]);
  });

  it('is ended by the Commissioner with the condition, not by the Secretary', async () => {
    recognise();
    const [duty] = duties();
    const answer = await open.ask(
      `mutation { endDepositDuty(id: "${duty?.id ?? ''}", until: "2026-06-10", reason: "Why") { id } }`,
      { caller: officeCaller('SECRETARY_FOR_HEALTH') },
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('CONFLICT');
  });

  it('of a time before duties were kept makes them by its history, once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'causeway-duties-'));
    const path = join(folder, 'providers.db');
    try {
      open.close();
      open = openEmpty(path);
      recognise();
      open.clock.now += DAY;
      change([]);
      const told = open.repository.dutyEvents(0, 10).map(({ duty }) => ({ ...duty, id: '' }));
      expect(told).toHaveLength(2);
      open.close();
      const migrations = new URL('../../../migrations', import.meta.url).pathname;
      const before = openDatabase({ path, migrations });
      before.db.run('drop trigger deposit_duty_event_never_goes');
      before.db.run('delete from deposit_duty_event');
      before.db.run('delete from deposit_duty');
      before.close();
      open = openEmpty(path);
      const followed = open.repository.dutyEvents(0, 10);
      expect(followed.map(({ duty }) => ({ ...duty, id: '' }))).toEqual(told);
      open.close();
      open = openEmpty(path);
      expect(open.repository.dutyEvents(0, 10)).toEqual(followed);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
