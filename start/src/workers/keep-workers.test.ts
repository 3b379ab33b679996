import { describe, expect, it } from '@jest/globals';
import type { Child } from '../child.js';
import { StartError } from '../program.js';
import { keepWorkers } from './keep-workers.js';

const PAUSE = { shortest: 1, longest: 4 };

/** Children that are no processes: they end when told to, or when they are lost. */
function nursery() {
  const started: { readonly name: string; lose(why: string): void; isEnded: boolean }[] = [];
  let failures = 0;
  const start = (name: string): Promise<Child> => {
    if (failures > 0) {
      failures -= 1;
      return Promise.reject(new StartError('no room'));
    }
    const ended = Promise.withResolvers<string>();
    const one = { name, lose: ended.resolve, isEnded: false };
    started.push(one);
    return Promise.resolve({
      name,
      pid: started.length,
      url: 'http://127.0.0.1:4000',
      ended: ended.promise,
      end: () => {
        one.isEnded = true;
        ended.resolve('exit code 0');
        return Promise.resolve();
      },
    });
  };
  return {
    started,
    start,
    failNext: (count: number) => {
      failures = count;
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('keepWorkers', () => {
  it('starts as many as are asked for, at one address, and ends them', async () => {
    const { started, start } = nursery();
    const kept = await keepWorkers(3, { start, say: () => undefined, pause: PAUSE });
    expect(kept.url).toBe('http://127.0.0.1:4000');
    expect(kept.children.map(({ name }) => name)).toEqual(['worker 1', 'worker 2', 'worker 3']);
    await kept.end();
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
    expect(started).toHaveLength(3);
  });

  it('puts another in the place of one that is lost, however often, and tries again where it cannot', async () => {
    const { started, start, failNext } = nursery();
    const told: string[] = [];
    const kept = await keepWorkers(2, { start, say: (line) => told.push(line), pause: PAUSE });
    failNext(2);
    started[0]?.lose('SIGKILL');
    await until(() => started.length === 3);
    started[2]?.lose('exit code 1');
    await until(() => started.length === 4);
    await until(() => kept.children.length === 2);
    expect(started.map(({ name }) => name)).toEqual([
      'worker 1',
      'worker 2',
      'worker 1',
      'worker 1',
    ]);
    expect(told.join('\n')).toMatch(/worker 1 has ended \(SIGKILL\)[^]*did not start[^]*no room/);
    await kept.end();
  });

  it('replaces none that is told to end', async () => {
    const { started, start } = nursery();
    const kept = await keepWorkers(2, { start, say: () => undefined, pause: PAUSE });
    started[0]?.lose('SIGKILL');
    await kept.end();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started.every(({ isEnded }, position) => position === 0 || isEnded)).toBe(true);
    expect(started).toHaveLength(2);
  });

  it('ends those that serve where one does not', async () => {
    const { started, start, failNext } = nursery();
    failNext(1);
    const keeping = keepWorkers(2, { start, say: () => undefined, pause: PAUSE });
    await expect(keeping).rejects.toThrow('no room');
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});
