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
    signal: (name: NodeJS.Signals) => child.kill(name),
    isTold: () => hears('told'),
    /** Resolves to its exit code. */
    ended: ended.then(([code]) => code as unknown),
  };
}

describe('a program that is told to end', () => {
  it.each<readonly [string, readonly NodeJS.Signals[]]>([
    ['is not cut short by one signal', ['SIGINT']],
    ['takes signals that come together for one', ['SIGINT', 'SIGTERM']],
  ])('%s', async (_name, signals) => {
    const { signal, isTold, ended } = await unending();
    signals.forEach(signal);
    await isTold();
    expect(await Promise.race([ended, pause(300, 'still running')])).toBe('still running');
  });

  it('ends at once by a signal a second later', async () => {
    const { signal, isTold, ended } = await unending();
    signal('SIGINT');
    await isTold();
    await pause(1_100);
    signal('SIGINT');
    expect(await ended).toBe(1);
  });
});
