import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { grants } from '../tables.js';
import { codeOf, issued, putGrantOf, redeem, wrong } from '../testing/links.js';
import { openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let folder: string;
let path: string;
let open: OpenConsents;
let other: OpenConsents;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-links-'));
  path = join(folder, 'consents.sqlite');
  open = openEmpty(path);
  other = openEmpty(path);
  putGrantOf(open);
});

afterEach(() => {
  open.close();
  other.close();
  rmSync(folder, { recursive: true });
});

/** So many passcodes, none of them the right one. */
function wrongOnes(passcode: string, many: number): string[] {
  const first = Number(wrong(passcode));
  return Array.from({ length: many }, (_, n) => String((first + n) % 10 ** 8).padStart(8, '0'));
}

function tally(outcomes: readonly unknown[]): Record<string, number> {
  const tallied: Record<string, number> = {};
  for (const outcome of outcomes) tallied[String(outcome)] = (tallied[String(outcome)] ?? 0) + 1;
  return tallied;
}

const stateOf = (): unknown => open.database.db.select().from(grants).all().at(-1)?.state;

describe('over two connections', () => {
  it('a thousand guesses at once are five, and lock the link', async () => {
    const { link, passcode } = await issued(open);
    const answers = await Promise.all(
      wrongOnes(passcode, 1_000).map((guess, n) =>
        redeem(n % 2 === 0 ? open : other, { link, passcode: guess }),
      ),
    );
    expect(tally(answers.map(codeOf))).toEqual({
      PASSCODE_INVALID: 4,
      LINK_LOCKED: 1,
      LINK_NOT_FOUND: 995,
    });
    const left = answers.flatMap(
      ({ errors }) => errors?.[0]?.extensions['remainingAttempts'] ?? [],
    );
    expect(left.toSorted()).toEqual([1, 2, 3, 4]);
    expect(stateOf()).toBe('LOCKED');
  });

  it('two redemptions at once are one', async () => {
    const input = await issued(open);
    const answers = await Promise.all([redeem(open, input), redeem(other, input)]);
    expect(answers.map(codeOf).toSorted()).toEqual(['LINK_NOT_FOUND', undefined]);
    expect(stateOf()).toBe('REDEEMED');
  });
});

describe('over processes of their own', () => {
  const GUESSING = fileURLToPath(new URL('../testing/guessing-process.ts', import.meta.url));

  /** What came of each passcode, in processes that begin together. */
  async function raced(
    link: string,
    passcodes: readonly (readonly string[])[],
  ): Promise<unknown[]> {
    const processes = await Promise.all(
      passcodes.map(async (some) => {
        const child = spawn(
          process.execPath,
          [
            '--conditions=source',
            '--import=tsx',
            GUESSING,
            path,
            String(TEST_NOW),
            link,
            some.join(','),
          ],
          { stdio: ['pipe', 'pipe', 'inherit'] },
        );
        const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
        expect((await lines.next()).value).toBe('ready');
        return { child, lines, ended: once(child, 'exit') };
      }),
    );
    for (const { child } of processes) child.stdin.write('go\n');
    const outcomes = await Promise.all(
      processes.map(async ({ lines }) => JSON.parse((await lines.next()).value ?? '') as unknown[]),
    );
    await Promise.all(processes.map(({ ended }) => ended));
    return outcomes.flat();
  }

  it('a thousand guesses are five, and lock the link', async () => {
    const { link, passcode } = await issued(open);
    const guesses = wrongOnes(passcode, 1_000);
    const outcomes = await raced(link, [guesses.slice(0, 500), guesses.slice(500)]);
    expect(tally(outcomes)).toEqual({ WRONG: 4, LOCKED: 1, NOT_FOUND: 995 });
    expect(stateOf()).toBe('LOCKED');
  });

  it('redemptions are one', async () => {
    const { link, passcode } = await issued(open);
    const outcomes = await raced(link, [[passcode], [passcode], [passcode]]);
    expect(tally(outcomes)).toEqual({ REDEEMED: 1, NOT_FOUND: 2 });
  });
});
