import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import type { FetchContext, NoticeOutcome, NoticeTask } from '@causeway/schema';
import { eq } from 'drizzle-orm';
import { accessNotifications, outbox, parties } from '../tables.js';
import { access, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

type Use = FetchContext['use'];

const asked = async (text: string, use: Use, variables: object): Promise<unknown> => {
  const caller = use === 'data' ? personCaller('p-1') : null;
  const { data, errors } = await open.ask(text, { use, caller, variables: { ...variables } });
  return errors === undefined
    ? data
    : { codes: errors.map(({ extensions }) => extensions['code']) };
};

const claim = (first = 10, leaseSeconds = 60, use: Use = 'courier') =>
  asked(`mutation { claimNotices(first: ${first}, leaseSeconds: ${leaseSeconds}) }`, use, {});

/** What a courier gets at the present time, which the gateway of tests does not follow. */
const claimed = (first = 10, leaseSeconds = 60): readonly NoticeTask[] =>
  open.repository.claimNotices(first, leaseSeconds * 1_000);

const idsOf = (tasks: readonly NoticeTask[]) => tasks.map(({ patient }) => patient);

const settle = (outcomes: readonly unknown[], use: Use = 'courier') =>
  asked(
    'mutation ($outcomes: [NoticeOutcomeInput!]!) { settleNotices(outcomes: $outcomes) }',
    use,
    {
      outcomes,
    },
  );

/** Accesses at home of so many patients, a second apart; each is one notice. */
function record(patients: number): void {
  open.repository.recordAccess(
    Array.from({ length: patients }, (_, n) =>
      access(`e-${n}`, `p-${n}`, { at: TEST_NOW - 1_000 * (patients - n) }),
    ),
  );
}

const rowOf = (notification: string) =>
  open.database.db.select().from(outbox).where(eq(outbox.notification, notification)).get();

describe('claimNotices', () => {
  it('hands out what is due, oldest first, with all that is told of it', async () => {
    record(3);
    open.database.db
      .insert(parties)
      .values({
        id: 'o-clinic',
        changedAt: 1,
        party: {
          id: 'o-clinic',
          kind: 'Organization',
          names: [{ language: 'en', text: 'Invented Clinic' }],
          jurisdiction: 'HK',
          recognition: null,
        },
      })
      .run();
    const { claimNotices: tasks } = (await claim(2)) as { claimNotices: readonly NoticeTask[] };
    expect(idsOf(tasks)).toEqual(['p-0', 'p-1']);
    expect(tasks[0]).toEqual({
      id: expect.any(String),
      patient: 'p-0',
      kind: 'ACCESS',
      duty: 'PREFERENCE',
      organization: { id: 'o-clinic', names: [{ language: 'en', text: 'Invented Clinic' }] },
      purpose: 'TREAT',
      scopes: ['PERSON', 'ALLERGY_ADR'],
      views: [{ event: 'e-0', at: TEST_NOW - 3_000, scopes: ['PERSON', 'ALLERGY_ADR'] }],
      recordedAt: TEST_NOW - 3_000,
      secret: null,
      attempts: 0,
    });
  });

  it('hands out an organisation that nobody has named yet by its id', () => {
    record(1);
    expect(claimed()[0]?.organization).toEqual({ id: 'o-clinic', names: [] });
  });

  it('hands out nothing twice while a lease runs, and again when it has run out', () => {
    record(3);
    const first = claimed(2, 60).map(({ id }) => id);
    expect(idsOf(claimed(10, 600))).toEqual(['p-2']);
    open.clock.now = TEST_NOW + 59_999;
    expect(claimed()).toEqual([]);
    open.clock.now = TEST_NOW + 60_000;
    expect(claimed().map(({ id }) => id)).toEqual(first);
  });

  it.each([
    [0, 60],
    [501, 60],
    [10, 0],
    [10, 3_601],
  ])('refuses %d notices for %d seconds', async (first, leaseSeconds) => {
    record(1);
    expect(await claim(first, leaseSeconds)).toEqual({ codes: ['BAD_USER_INPUT'] });
    expect(claimed()).toHaveLength(1);
  });

  it.each<Use>(['data', 'facts', 'audit', 'relay'])('is refused to a fetch for %s', async (use) => {
    record(1);
    expect(await claim(10, 60, use)).toEqual({ codes: ['FORBIDDEN'] });
    expect(await settle([], use)).toEqual({ codes: ['FORBIDDEN'] });
    expect(claimed()).toHaveLength(1);
  });
});

describe('settleNotices', () => {
  it.each(['DELIVERED', 'SUPPRESSED'] as const)('is done with what was %s', async (result) => {
    record(1);
    const [task] = claimed();
    const id = task?.id ?? '';
    expect(await settle([{ id, result }])).toEqual({ settleNotices: 1 });
    expect(rowOf(id)).toMatchObject({ deliveredAt: TEST_NOW, leasedUntil: null });
    open.clock.now = TEST_NOW + 86_400_000;
    expect(claimed()).toEqual([]);
    expect(open.repository.settleNotices([{ id, result: 'FAILED' }])).toBe(0);
    expect(rowOf(id)).toMatchObject({ deliveredAt: TEST_NOW, attempts: 0 });
  });

  it('has what failed tried again, later each time and never given up', () => {
    record(1);
    const waits: number[] = [];
    for (let failures = 1; failures <= 14; failures += 1) {
      const [task] = claimed();
      expect(task?.attempts).toBe(failures - 1);
      const failedAt = open.clock.now;
      open.repository.settleNotices([{ id: task?.id ?? '', result: 'FAILED' }]);
      const due = rowOf(task?.id ?? '')?.notBefore ?? 0;
      waits.push((due - failedAt) / 1_000);
      open.clock.now = due - 1;
      expect(claimed()).toEqual([]);
      open.clock.now = due;
    }
    expect(waits).toEqual([
      5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600, 3_600,
    ]);
  });

  it('passes over what it does not know', async () => {
    expect(await settle([{ id: 'n-unknown', result: 'DELIVERED' }])).toEqual({ settleNotices: 0 });
  });

  it.each<[string, unknown]>([
    ['text', 'n-1'],
    ['a number', 1],
    ['no id', { result: 'DELIVERED' }],
    ['an empty id', { id: '', result: 'DELIVERED' }],
    ['another result', { id: 'n-1', result: 'LOST' }],
  ])('refuses %s, and settles nothing', async (_case, bad) => {
    record(1);
    const [task] = claimed();
    const good: NoticeOutcome = { id: task?.id ?? '', result: 'DELIVERED' };
    expect(await settle([good, bad])).toEqual({ codes: ['BAD_USER_INPUT'] });
    expect(rowOf(good.id)?.deliveredAt).toBeNull();
  });
});

describe('a code', () => {
  const SECRET = '1234 5678';

  beforeEach(() => {
    record(1);
    open.database.db
      .update(outbox)
      .set({ secret: SECRET, secretUntil: TEST_NOW + 300_000 })
      .run();
  });

  it('goes out with its notice as long as it is of use', () => {
    open.clock.now = TEST_NOW + 299_999;
    expect(claimed()[0]?.secret).toBe(SECRET);
  });

  it.each(['DELIVERED', 'SUPPRESSED'] as const)('is erased once %s', async (result) => {
    const [task] = claimed();
    await settle([{ id: task?.id ?? '', result }]);
    expect(rowOf(task?.id ?? '')).toMatchObject({ secret: null, secretUntil: null });
  });

  it('stays where delivery failed, for the next time', async () => {
    const [task] = claimed();
    await settle([{ id: task?.id ?? '', result: 'FAILED' }]);
    open.clock.now = TEST_NOW + 5_000;
    expect(claimed()[0]?.secret).toBe(SECRET);
  });

  it('is erased when it is of no more use, and its notice is given up', () => {
    const [task] = claimed(10, 1);
    open.clock.now = TEST_NOW + 300_000;
    expect(claimed()).toEqual([]);
    expect(open.database.db.select().from(outbox).all()).toEqual([]);
    expect(open.database.db.select().from(accessNotifications).all()).toHaveLength(1);
    const outcome: NoticeOutcome = { id: task?.id ?? '', result: 'DELIVERED' };
    expect(open.repository.settleNotices([outcome])).toBe(0);
  });
});

describe('couriers in processes of their own', () => {
  const COURIER = fileURLToPath(new URL('../testing/courier-process.ts', import.meta.url));
  let folder: string;
  let path: string;
  let children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-outbox-'));
    path = join(folder, 'consents.sqlite');
    open.close();
    open = openEmpty(path);
  });

  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
    rmSync(folder, { recursive: true });
  });

  /** A courier, once it is ready to claim. */
  async function courier(...args: string[]) {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import=tsx', COURIER, path, String(TEST_NOW), ...args],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<string> => (await lines.next()).value ?? '';
    expect(await next()).toBe('ready');
    return { child, next, go: () => child.stdin.write('go\n') };
  }

  it('never hold the same notice, and leave none out', async () => {
    record(300);
    const couriers = await Promise.all([courier('drain'), courier('drain')]);
    for (const { go } of couriers) go();
    // Both have some before either goes on: one alone could be done with all of them first.
    for (const { next } of couriers) expect(await next()).toBe('claimed');
    for (const { go } of couriers) go();
    const taken = await Promise.all(
      couriers.map(async ({ next }) => JSON.parse(await next()) as string[]),
    );
    expect(taken.every((ids) => ids.length > 0)).toBe(true);
    const all = taken.flat();
    expect(all).toHaveLength(300);
    expect(new Set(all).size).toBe(300);
  });

  it('that are killed leave their notices to others, under the same ids', async () => {
    record(5);
    const { child, next, go } = await courier('hang');
    go();
    const held = JSON.parse(await next()) as string[];
    expect(held).toHaveLength(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(claimed()).toEqual([]);
    open.clock.now = TEST_NOW + 60_000;
    const again = claimed();
    expect(again.map(({ id }) => id)).toEqual(held);
    const outcomes = again.map(({ id }): NoticeOutcome => ({ id, result: 'DELIVERED' }));
    expect(open.repository.settleNotices(outcomes)).toBe(5);
  });
});
