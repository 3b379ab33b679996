import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { processPlanner } from './process-planner.js';

const SDL = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');

/** An operation that doubles with each level. */
function doubling(levels: number): string {
  const level = (rest: number): string =>
    rest === 0
      ? '{ id }'
      : `{ ${['a', 'b'].map((name, at) => `${name}: allergyIntolerances(first: ${at + 1}) { edges { node { patient ${level(rest - 1)} } } }`).join(' ')} }`;
  return `{ patient(id: "p") ${level(levels)} }`;
}

/** Whether a process is there, or its end has not been seen yet. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a planner in a process of its own', () => {
  const plan = processPlanner(SDL);

  it('plans one operation after the other', async () => {
    for (const field of ['__typename birthDate', 'name { text }'])
      expect(await plan(`{ patient(id: "p") { ${field} } }`)).toMatchObject({
        kind: 'QueryPlan',
        node: { kind: 'Fetch', serviceName: 'patients' },
      });
  });

  it('ends at the signal, however deep in its search it is, and plans on in another process', async () => {
    const begun = performance.now();
    // It takes minutes.
    const slow = plan(doubling(14), AbortSignal.timeout(1_500));
    await expect(slow).rejects.toMatchObject({ problem: 'failed' });
    expect(performance.now() - begun).toBeLessThan(20_000);
    await expect(plan('{ patient(id: "p") { birthDate } }')).resolves.toMatchObject({
      kind: 'QueryPlan',
    });
  });

  it('plans on where a process ended that had no work', async () => {
    await plan('{ patient(id: "p") { birthDate } }');
    const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'planner-process']);
    const pids = found.toString().trim().split('\n').map(Number);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    for (const pid of pids) while (isThere(pid)) await setTimeout(5);
    // That the channel has ended is heard of in the same turn.
    await setTimeout(5);
    const again = plan('{ patient(id: "p") { birthDate } }', AbortSignal.timeout(20_000));
    await expect(again).resolves.toMatchObject({ kind: 'QueryPlan' });
  });

  it('says no more than that it failed', async () => {
    await expect(plan('{ nonsense(id: "p1") }')).rejects.toThrow(
      'Expected a plan of the operation, got none',
    );
  });
});
