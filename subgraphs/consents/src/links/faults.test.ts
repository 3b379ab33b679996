import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { ExecutionResult } from 'graphql';
import { openConsentsDatabase } from '../database.js';
import { everything } from '../testing/changes.js';
import {
  authorisedGrant,
  closeEncounter,
  issue,
  issued,
  putGrantOf,
  redeem,
  settle,
  wrong,
} from '../testing/links.js';
import { openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let folder: string;
let open: OpenConsents;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-faults-'));
  open = openEmpty(join(folder, 'consents.sqlite'));
});

afterEach(() => {
  open.close();
  rmSync(folder, { recursive: true });
});

const LINKS = 25;

/** Redeemable links, each of a grant of its own. */
async function manyLinks(): Promise<{ link: string; passcode: string }[]> {
  const links: { link: string; passcode: string }[] = [];
  for (let n = 0; n < LINKS; n += 1) {
    putGrantOf(open, authorisedGrant(`g-${n}`, 'p-1'));
    links.push(await issued(open, `g-${n}`));
  }
  return links;
}

/** Lets the database grow no further, and works until that is felt; says what failed. */
async function untilFull(work: (n: number) => Promise<unknown>): Promise<number> {
  open.database.db.run(sql.raw(`pragma max_page_count = ${pages()}`));
  for (let n = 0; n < LINKS; n += 1) {
    const before = everything(open);
    try {
      await work(n);
    } catch {
      expect(everything(open)).toEqual(before);
      open.database.db.run(sql.raw('pragma max_page_count = 1000000'));
      return n;
    }
  }
  throw new Error('Expected the database to be full, it never was');
}

const pages = (): number =>
  open.database.db.get<{ page_count: number }>(sql`pragma page_count`).page_count;

const succeeds = ({ errors }: ExecutionResult): boolean => errors === undefined;

describe('with a full disk', () => {
  it('no link is issued, and the former one stays good', async () => {
    putGrantOf(open);
    let last = await issued(open);
    await untilFull(async () => {
      const next = await issued(open);
      last = next;
    });
    expect(succeeds(await redeem(open, last))).toBe(true);
  });

  it('nothing is redeemed, until there is room again', async () => {
    const links = await manyLinks();
    const redeemed = (n: number) => redeem(open, links[n] ?? { link: '', passcode: '' });
    expect(succeeds(await redeemed(await untilFull(redeemed)))).toBe(true);
  });

  it('no encounter is closed, until there is room again', async () => {
    for (const link of await manyLinks()) await redeem(open, link);
    const closed = (n: number) => closeEncounter(open, `g-${n}`);
    expect(succeeds(await closed(await untilFull(closed)))).toBe(true);
  });

  it('time is not half settled', async () => {
    await manyLinks();
    open.clock.now += 24 * 3_600_000;
    // Each grant is settled whole or not at all: a link that is recorded as expired was told to be.
    open.database.db.run(sql.raw(`pragma max_page_count = ${pages()}`));
    await expect(settle(open)).rejects.toThrow();
    const told = open.database.db.get<{ n: number }>(
      sql`select count(*) n from access_notification where kind = 'LINK_EXPIRED'`,
    );
    const expired = open.database.db.get<{ n: number }>(
      sql`select count(*) n from cross_border_grant where valid_to is null and link ->> 'status' = 'EXPIRED'`,
    );
    expect(told.n).toBe(expired.n);
    expect(expired.n).toBeLessThan(LINKS);
    open.database.db.run(sql.raw('pragma max_page_count = 1000000'));
    while ((await settle(open)) !== 0);
    expect(
      open.database.db.get<{ n: number }>(
        sql`select count(*) n from access_notification where kind = 'LINK_EXPIRED'`,
      ).n,
    ).toBe(LINKS);
  });
});

describe('with a database that another process has locked', () => {
  const CHANGES: [string, (link: { link: string; passcode: string }) => Promise<unknown>][] = [
    ['no link is issued', () => issue(open)],
    ['nothing is redeemed', (link) => redeem(open, link)],
    [
      'no attempt is answered',
      ({ link, passcode }) => redeem(open, { link, passcode: wrong(passcode) }),
    ],
  ];

  it.each(CHANGES)('%s, and nothing is changed', async (_what, attempt) => {
    putGrantOf(open);
    const link = await issued(open);
    const other = openConsentsDatabase(join(folder, 'consents.sqlite'));
    open.database.db.run(sql.raw('pragma busy_timeout = 20'));
    other.db.run(sql.raw('begin immediate'));
    const before = everything(open);
    // The driver's errors may be of another realm than the test's, and then are told by their code alone.
    await expect(attempt(link)).rejects.toThrow(/locked|SQLITE_BUSY/);
    other.db.run(sql.raw('rollback'));
    other.close();
    expect(everything(open)).toEqual(before);
    expect(succeeds(await redeem(open, link))).toBe(true);
  });
});
