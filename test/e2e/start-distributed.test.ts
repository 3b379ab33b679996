import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive, runProgram } from '../support/program.js';
import type { RunningProgram } from '../support/program.js';

/** The mark of databases that need no seeds. */
const SEEDED = '{"date":"2026-03-02","isComplete":true}\n';

const PATIENCE = 90_000;

let data: string;
let program: RunningProgram;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'causeway-distributed-'));
  // These tests are about processes; they need nobody in the databases.
  writeFileSync(join(data, 'seeded.json'), SEEDED);
  program = runProgram('distributed', { environment: { CAUSEWAY_DATA: data, PORT: '0' } });
});

afterEach(async () => {
  program.kill('SIGTERM');
  await program.ended;
  rmSync(data, { recursive: true, force: true });
});

function processesIn(output: string): ReadonlyMap<string, number> {
  const lines = output.matchAll(/Process +(\d+) +(\w+)/g);
  return new Map([...lines].map(([, pid, name = '']) => [name, Number(pid)]));
}

async function untilGone(pids: Iterable<number>): Promise<void> {
  for (const pid of pids) {
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const environmentOf = (pid: number): string => readFileSync(`/proc/${pid}/environ`, 'utf8');

describe('npm run start:distributed', () => {
  it(
    'runs five processes, none with a key in its environment, and ends them all',
    async () => {
      const output = await program.says(/Ctrl-C ends it/);
      const processes = processesIn(output);
      expect([...processes.keys()].sort()).toEqual([
        'consents',
        'gateway',
        'patients',
        'providers',
        'records',
      ]);
      expect(new Set([...processes.values(), program.pid]).size).toBe(6);
      if (process.platform === 'linux') {
        const environments = [...processes.values()].map(environmentOf);
        expect(environments.join('\n')).not.toMatch(/KEY=/i);
      }
      const address = /Graph +(http:\S+)\/graphql/.exec(output)?.[1] ?? '';
      expect((await fetch(`${address}/health`)).status).toBe(200);

      program.kill('SIGTERM');
      expect(await program.ended).toMatchObject({ code: 0, signal: null });
      expect([...processes.values()].filter(isAlive)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'tells of a process that is lost, and does not start it again',
    async () => {
      const processes = processesIn(await program.says(/Ctrl-C ends it/));
      process.kill(processes.get('records') ?? 0, 'SIGKILL');
      await program.says(/The process of records has ended \(SIGKILL\)\. It is not started again/);
      const others = [...processes].filter(([name]) => name !== 'records');
      expect(others.filter(([, pid]) => !isAlive(pid))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'leaves nothing behind when it is killed itself',
    async () => {
      const processes = processesIn(await program.says(/Ctrl-C ends it/));
      program.kill('SIGKILL');
      await program.ended;
      await untilGone(processes.values());
    },
    PATIENCE,
  );
});
