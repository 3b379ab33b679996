import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { GrantChange } from '@causeway/schema';
import { GrantWatch } from './grant-watch.js';

/** Changes in memory, as the consents subgraph tells them, and what was read of them. */
class Changes {
  readonly told: GrantChange[] = [];
  readings = 0;
  isDown = false;

  change(grant: string, patient: string): void {
    this.told.push({ position: this.told.length + 1, grant, patient });
  }

  last(): Promise<number> {
    return this.isDown ? Promise.reject(new Error('down')) : Promise.resolve(this.told.length);
  }

  after(position: number, first: number): Promise<readonly GrantChange[]> {
    this.readings += 1;
    if (this.isDown) return Promise.reject(new Error('down'));
    return Promise.resolve(
      this.told.filter((change) => change.position > position).slice(0, first),
    );
  }
}

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function watching(pause = 5) {
  const changes = new Changes();
  const errors: unknown[] = [];
  const watch = new GrantWatch({ changes, pause, onError: (error) => errors.push(error) });
  const woken: string[] = [];
  const patient = async (id: string): Promise<void> => {
    ends.push(await watch.add({ kind: 'patient', patient: id }, () => woken.push(id)));
  };
  const grant = async (id: string): Promise<void> => {
    ends.push(await watch.add({ kind: 'grant', grant: id }, () => woken.push(id)));
  };
  return { changes, watch, woken, errors, patient, grant };
}

describe('the watch over grants', () => {
  it('wakes those whom a change concerns, and nobody else', async () => {
    const { changes, woken, patient, grant } = watching();
    await Promise.all([patient('chan'), patient('wong'), grant('g-1'), grant('chan')]);
    changes.change('g-1', 'chan');
    await setTimeout(30);
    expect(woken.sort()).toEqual(['chan', 'g-1']);
  });

  it('tells of changes from the moment on at which one waits, and of each once', async () => {
    const { changes, woken, patient } = watching();
    changes.change('g-1', 'chan');
    await patient('chan');
    await setTimeout(30);
    expect(woken).toEqual([]);
    changes.change('g-1', 'chan');
    await setTimeout(30);
    expect(woken).toEqual(['chan']);
  });

  it('reads at once when it is woken', async () => {
    const { changes, watch, woken, patient } = watching(60_000);
    await patient('chan');
    await setTimeout(10);
    changes.change('g-1', 'chan');
    watch.wake();
    await setTimeout(20);
    expect(woken).toEqual(['chan']);
  });

  it('has one reader for all, while there is somebody, and none after', async () => {
    const { changes, watch, patient } = watching(60_000);
    await patient('chan');
    await patient('wong');
    await setTimeout(10);
    expect(changes.readings).toBe(1);
    expect(watch.size).toBe(2);
    for (const end of ends.splice(0)) end();
    watch.wake();
    await setTimeout(10);
    expect([changes.readings, watch.size]).toEqual([1, 0]);
  });

  it('reads all there is, in batches', async () => {
    const { changes, watch, woken, patient } = watching(60_000);
    await patient('last');
    await setTimeout(10);
    for (let n = 1; n <= 1_200; n += 1) changes.change(`g-${n}`, n === 1_200 ? 'last' : 'chan');
    watch.wake();
    await setTimeout(20);
    expect(woken).toEqual(['last']);
  });

  it('goes on where it was after readings that failed', async () => {
    const { changes, woken, errors, patient } = watching();
    await patient('chan');
    changes.isDown = true;
    changes.change('g-1', 'chan');
    await setTimeout(30);
    expect([woken, errors.length > 0]).toEqual([[], true]);
    changes.isDown = false;
    await setTimeout(30);
    expect(woken).toEqual(['chan']);
  });

  it('refuses who cannot be told from where on, and takes them the next time', async () => {
    const { changes, watch, patient } = watching();
    changes.isDown = true;
    await expect(patient('chan')).rejects.toThrow('down');
    expect(watch.size).toBe(0);
    changes.isDown = false;
    await patient('chan');
    expect(watch.size).toBe(1);
  });
});
