import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@causeway/kit';
import { sql } from 'drizzle-orm';
import { openRecordsDatabase } from '../database.js';
import { filesBeside } from '../images/image-files.js';
import { depositStore } from '../repository/deposit-store.js';
import { KEY, allergy, bundleOf, depositPermit, depositor, report } from '../testing/deposits.js';
import { depositTerms } from './deposit-terms.js';

const PROCESS = fileURLToPath(new URL('../testing/depositing-process.ts', import.meta.url));

const BUNDLE = bundleOf(allergy(), report());

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-deposits-'));
  path = join(folder, 'records.sqlite');
  database = openRecordsDatabase({ path });
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify(BUNDLE));
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** Starts a process that deposits the bundle, killed at a statement where one is named; then lets it go. */
async function depositing(
  key: string,
  step = '',
): Promise<() => Promise<{ receipt: string | null; signal: string | null }>> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import=tsx', PROCESS, path, join(folder, 'bundle.json'), key, step],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return async () => {
    const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
    child.stdin.write('go\n');
    const line = await lines.next();
    const [, signal] = await exit;
    return { receipt: line.done === true ? null : line.value, signal };
  };
}

/** How many rows there are of what a deposit brings. */
function counted(): Record<string, number> {
  const of = (table: string): number =>
    database.db.get<{ n: number }>(sql.raw(`select count(*) as n from "${table}"`)).n;
  return {
    records: of('record'),
    codes: of('record_code'),
    receipts: of('deposit'),
    events: of('deposit_event'),
    epochs: of('epoch'),
  };
}

const NOTHING = { records: 0, codes: 0, receipts: 0, events: 0, epochs: 0 };

/** Two records, and a Provenance for each of their categories. */
const ONCE = { records: 4, receipts: 1, events: 1, epochs: 1 };

/** Deposits in this process; returns the receipt. */
function take(key = KEY, bundle: unknown = BUNDLE): string {
  const permits = [depositPermit()];
  const fetch = { use: 'data', caller: depositor(), permits, now: 1_780_000_000_000 } as const;
  const terms = depositTerms({ fetch, permitFor: () => permits[0] }, 'p-chan');
  const request = { idempotencyKey: key, bundle, uploads: [] };
  return depositStore(database, filesBeside(path)).take(terms, request).id;
}

describe('over processes of their own', () => {
  it('the same deposit at once is one, with one receipt for all', async () => {
    const started = await Promise.all([1, 2, 3].map(() => depositing(KEY)));
    const ended = await Promise.all(started.map((go) => go()));
    const receipts = new Set(ended.map(({ receipt }) => receipt));
    expect([...receipts]).toEqual([expect.any(String)]);
    expect(counted()).toMatchObject(ONCE);
  });

  it.each([
    ['the look for the key', 'select "id", "patient", "key_owner"'],
    ['the records', 'insert into "record" '],
    ['their codes', 'insert into "record_code"'],
    ['the epoch', 'insert into "epoch"'],
    ['the receipt', 'insert into "deposit" '],
    ['the event', 'insert into "deposit_event"'],
  ])('killed before %s, nothing is there; made again, all of it, once', async (_, step) => {
    const killed = await (await depositing(KEY, step))();
    expect(killed).toEqual({ receipt: null, signal: 'SIGKILL' });
    expect(counted()).toEqual(NOTHING);
    const receipt = take();
    expect(take()).toBe(receipt);
    expect(counted()).toMatchObject(ONCE);
  });
});

describe('with a full disk', () => {
  it('nothing is taken, until there is room again', () => {
    const large = bundleOf(
      ...Array.from({ length: 50 }, () => allergy({ note: [{ text: 'x'.repeat(2_000) }] })),
    );
    const pages = database.db.get<{ page_count: number }>(sql`pragma page_count`).page_count;
    database.db.run(sql.raw(`pragma max_page_count = ${pages + 4}`));
    expect(() => take(KEY, large)).toThrow(/full/);
    expect(counted()).toEqual(NOTHING);
    database.db.run(sql.raw('pragma max_page_count = 1000000'));
    take(KEY, large);
    expect(counted()).toMatchObject({ records: 51, receipts: 1, events: 1 });
  });
});

describe('with a database that another process has locked', () => {
  it('nothing is taken, until it is free', () => {
    const other = openRecordsDatabase({ path });
    other.inTransaction(() => {
      database.db.run(sql`pragma busy_timeout = 10`);
      expect(() => take()).toThrow(/locked/);
    });
    other.close();
    expect(counted()).toEqual(NOTHING);
    take();
    expect(counted()).toMatchObject(ONCE);
  });
});
