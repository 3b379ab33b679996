import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';

const PROGRAM = `
  const { toldToEnd } = await import(${JSON.stringify(new URL('./told-to-end.ts', import.meta.url).href)});
  const end = toldToEnd();
  setTimeout(() => process.exit(9), 20_000);
  console.log('ready');
  await end;
  console.log('told');
`;

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A program that never finishes what it does, once it hears signals. */
async function unending() {
  const flags = ['--import=tsx', '--input-type=module', '--eval', PROGRAM];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hears = async (line: string): Promise<void> => {
    expect((await lines.next()).value).toBe(line);
  };
  await hears('ready');
  const ended = once(child, 'exit');
  return {
    child,
    isTold: () => hears('told'),
    /** How it ended. */
    ended: async (): Promise<unknown> => (await ended)[0],
    /** How it ended within a while, if it did. */
    endedSoon: () =>
      Promise.race([ended.then(([code]) => code as unknown), pause(300, 'still running')]),
  };
}

describe('a program that is told to end', () => {
  it('is not cut short by one signal', async () => {
    const { child, isTold, endedSoon } = await unending();
    child.kill('SIGINT');
    await isTold();
    expect(await endedSoon()).toBe('still running');
  });

  it('takes signals that come together for one', async () => {
    const { child, isTold, endedSoon } = await unending();
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await isTold();
    expect(await endedSoon()).toBe('still running');
  });

  it('ends at once by a signal a second later', async () => {
    const { child, isTold, ended } = await unending();
    child.kill('SIGINT');
    await isTold();
    await pause(1_100);
    child.kill('SIGINT');
    expect(await ended()).toBe(1);
  });
});
