/** Programs of the run: each in a process of its own, all ended with this one. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a program may take until it answers, in milliseconds. */
const PATIENCE = 20_000;

/** Runs a program of Node's until this process ends. */
export function runToTheEnd(
  program: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): void {
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, program, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.on('exit', () => child.kill());
}

/** A port that nothing holds now. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** Waits until a GraphQL server answers. @throws Error if it does not in time */
export async function answering(url: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await isAnswering(url)) return;
    await sleep(100);
  }
  throw new Error(`Expected an answer at ${url} within ${PATIENCE / 1000} s`);
}

/** Whether anything answers. */
export async function isAnswering(url: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return true;
  } catch {
    return false;
  }
}
