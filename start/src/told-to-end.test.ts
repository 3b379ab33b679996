import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';

const PROGRAM = `
  const { toldToEnd } = await import(${JSON.stringify(new URL('./told-to-end.ts', import.meta.url).href)});
  const end = toldToEnd();
  setTimeout(() => process.exit(9), 20_000);
  console.log('ready');
  await end;
  console.log('told');
`;

/** Signals a program that never finishes what it does, after pauses of so many milliseconds; returns how it ended. */
async function endedBy(pauses: readonly number[]): Promise<unknown> {
  const flags = ['--import=tsx', '--input-type=module', '--eval', PROGRAM];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    child.kill('SIGINT');
  }
  const still = new Promise((resolve) => setTimeout(() => resolve('still running'), 300));
  const how = await Promise.race([ended.then(([code]) => code as unknown), still]);
  child.kill('SIGKILL');
  await ended;
  return how;
}

describe('a program that is told to end', () => {
  it.each([
    ['is not cut short by one signal', [0], 'still running'],
    ['takes signals that come together for one', [0, 50], 'still running'],
    ['ends at once by a signal a second later', [0, 1_100], 1],
  ])('%s', async (_name, pauses, expected) => {
    expect(await endedBy(pauses)).toBe(expected);
  });
});
