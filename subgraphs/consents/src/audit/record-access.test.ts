import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personCaller, professionalCaller } from '@causeway/kit/testing';
import type { AccessEvent, Caller } from '@causeway/schema';
import { asc } from 'drizzle-orm';
import { accessNotifications, auditEvents, outbox } from '../tables.js';
import { access, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const record = (events: readonly unknown[], use: 'audit' | 'data' | 'facts' = 'audit') =>
  open.ask('mutation ($events: [AccessEventInput!]!) { recordAccess(events: $events) }', {
    use,
    caller: use === 'data' ? professionalCaller() : null,
    variables: { events },
  });

/** Everything that recording writes. */
function written() {
  const { db } = open.database;
  return {
    events: db
      .select()
      .from(auditEvents)
      .orderBy(asc(auditEvents.patient), asc(auditEvents.sequence))
      .all(),
    notifications: db.select().from(accessNotifications).all(),
    outbox: db.select().from(outbox).all(),
  };
}

const system: Caller = { ...drLi(), kind: 'system', system: 'phrs-gd' } as Caller;
const office: Caller = {
  kind: 'office',
  subject: 's-office',
  client: 'c-office',
  tokenId: 't-office',
  purpose: 'HOPERAT',
  office: 'AUDITOR',
};

describe('recordAccess', () => {
  it('records each event as it was told, in a chain of its patient', async () => {
    const deny: Partial<AccessEvent> = {
      outcome: 'DENY',
      gate: 'CONSENT',
      reason: 'no grant',
      release: 'WITHHELD',
      scopes: [],
      counts: {},
      basis: [],
    };
    const events = [access('e-1', 'p-1'), access('x-1', 'p-2'), access('e-2', 'p-1', deny)];
    expect(await record(events)).toEqual({ data: { recordAccess: 3 } });
    const [first, second, other] = written().events;
    expect(first).toMatchObject({
      id: 'e-1',
      sequence: 1,
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      operationName: 'Allergies',
      operationDigest: 'f00d',
      organization: 'o-clinic',
    });
    expect(second).toMatchObject({
      id: 'e-2',
      sequence: 2,
      previousHash: first?.hash,
      gate: 'CONSENT',
      reason: 'no grant',
    });
    expect(other).toMatchObject({ id: 'x-1', sequence: 1, previousHash: '0'.repeat(64) });
  });

  it('goes on with the chain in the next batch', async () => {
    await record([access('e-1', 'p-1')]);
    await record([access('e-2', 'p-1'), access('e-3', 'p-1')]);
    const { events } = written();
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(open.repository.verifyChain('p-1')).toEqual({ state: 'INTACT', events: 3 });
  });

  it('records an event once, however often it is told, and counts it all the same', async () => {
    const events = [access('e-1', 'p-1', { abroad: true, caller: drLi() }), access('e-2', 'p-1')];
    await record(events);
    const before = written();
    expect(await record(events)).toEqual({ data: { recordAccess: 2 } });
    expect(await record([access('e-2', 'p-1'), access('e-2', 'p-1')])).toEqual({
      data: { recordAccess: 2 },
    });
    expect(written()).toEqual(before);
    expect(await record([...events, access('e-3', 'p-1'), access('e-3', 'p-1')])).toEqual({
      data: { recordAccess: 4 },
    });
    expect(written().events).toHaveLength(3);
    expect(open.repository.verifyChain('p-1').state).toBe('INTACT');
  });

  it('refuses an id that is recorded with another content, with the whole batch', async () => {
    await record([access('e-1', 'p-1')]);
    const before = written();
    const again = [access('e-2', 'p-1'), access('e-1', 'p-1', { outcome: 'DENY' })];
    expect(await record(again)).toMatchObject({ errors: [{ extensions: { code: 'CONFLICT' } }] });
    expect(written()).toEqual(before);
  });

  it.each<[string, Partial<AccessEvent>, 'PREFERENCE' | 'MANDATORY' | null]>([
    ['a professional at home', {}, 'PREFERENCE'],
    ['a professional abroad', { caller: drLi(), abroad: true }, 'MANDATORY'],
    ['a system abroad', { caller: system, abroad: true }, 'MANDATORY'],
    ['the patient', { caller: personCaller('p-1') }, null],
    ['a substitute decision maker', { caller: personCaller('p-mother') }, null],
    ['an office', { caller: office }, null],
    ['a professional who was denied', { outcome: 'DENY', release: 'WITHHELD' }, null],
    ['a professional abroad who was denied', { outcome: 'DENY', abroad: true }, null],
    ['a professional whose answer was withheld', { release: 'WITHHELD' }, null],
    ['a professional who went away', { release: 'CANCELLED' }, null],
    ['a professional who is about to deposit', { action: 'DEPOSIT', release: 'INTENDED' }, null],
    [
      'a professional who reads, of which one is told when it is done',
      { release: 'INTENDED' },
      null,
    ],
    [
      'a professional who deposited, of which the deposit itself tells',
      { action: 'DEPOSIT' },
      null,
    ],
    ['a professional whose answer failed', { release: 'FAILED', abroad: true }, null],
  ])('tells the patient of an access by %s as is due', async (_case, stated, duty) => {
    await record([access('e-1', 'p-1', stated)]);
    const { events, notifications, outbox: waiting } = written();
    expect(events).toHaveLength(1);
    expect(notifications.map((notice) => [notice.duty, notice.event, notice.patient])).toEqual(
      duty === null ? [] : [[duty, 'e-1', 'p-1']],
    );
    expect(waiting).toEqual(
      notifications.map(({ id, recordedAt, groupKey }) => ({
        notification: id,
        enqueuedAt: recordedAt,
        attempts: 0,
        deliveredAt: null,
        notBefore: groupKey === null ? null : recordedAt + 60_000,
        leasedUntil: null,
        secret: null,
        secretUntil: null,
      })),
    );
  });

  it('records nothing of a batch when any of it cannot be written', async () => {
    open.database.db.run(
      "create trigger full before insert on outbox begin select raise(abort, 'disk full'); end",
    );
    await expect(record([access('e-1', 'p-1')])).rejects.toThrow();
    expect(written()).toEqual({ events: [], notifications: [], outbox: [] });
  });

  it('takes a batch of thousands', async () => {
    const events = Array.from({ length: 2_500 }, (_, n) => access(randomUUID(), `p-${n % 7}`));
    expect(await record(events)).toEqual({ data: { recordAccess: 2_500 } });
    expect(written().events).toHaveLength(2_500);
    expect(open.repository.verifyChain('p-6')).toEqual({ state: 'INTACT', events: 357 });
  });

  it('takes an empty batch', async () => {
    expect(await record([])).toEqual({ data: { recordAccess: 0 } });
  });

  it.each(['data', 'facts'] as const)('is refused to a fetch for %s', async (use) => {
    expect(await record([access('e-1', 'p-1')], use)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(written().events).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no object', 'e-1'],
    ['no id', access('', 'p-1')],
    ['a time that is none', { ...access('e-1', 'p-1'), at: '2026-06-01' }],
    ['no patient', { ...access('e-1', 'p-1'), patient: null }],
    ['a caller of no kind', { ...access('e-1', 'p-1'), caller: { kind: 'robot' } }],
    [
      'a professional without an organisation',
      { ...access('e-1', 'p-1'), caller: { ...drLi(), organization: null } },
    ],
    ['an office that is none', { ...access('e-1', 'p-1'), caller: { ...office, office: 'POST' } }],
    ['an unknown purpose', { ...access('e-1', 'p-1'), caller: { ...drLi(), purpose: 'FUN' } }],
    ['an unknown action', { ...access('e-1', 'p-1'), action: 'LOOK' }],
    ['an unknown outcome', { ...access('e-1', 'p-1'), outcome: 'MAYBE' }],
    ['an unknown gate', { ...access('e-1', 'p-1'), gate: 'FRONT' }],
    ['an unknown release', { ...access('e-1', 'p-1'), release: 'LEAKED' }],
    ['an unknown scope', { ...access('e-1', 'p-1'), scopes: ['GOSSIP'] }],
    ['a count below zero', { ...access('e-1', 'p-1'), counts: { PERSON: -1 } }],
    ['a count of an unknown scope', { ...access('e-1', 'p-1'), counts: { GOSSIP: 1 } }],
    ['no operation', { ...access('e-1', 'p-1'), operation: null }],
    ['no basis', { ...access('e-1', 'p-1'), basis: null }],
    ['a text for whether it is abroad', { ...access('e-1', 'p-1'), abroad: 'yes' }],
  ])('refuses a batch with an event that has %s', async (_case, bad) => {
    expect(await record([access('e-0', 'p-1'), bad])).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(written().events).toEqual([]);
  });
});
