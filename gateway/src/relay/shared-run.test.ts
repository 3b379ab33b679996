import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SharedRun } from './shared-run.js';

/** A shared run whose task is let go by hand. */
function gated() {
  const gates: PromiseWithResolvers<undefined>[] = [];
  const shared = new SharedRun(() => {
    const gate = Promise.withResolvers<undefined>();
    gates.push(gate);
    return gate.promise;
  });
  return { shared, gates };
}

describe('SharedRun', () => {
  it('gives everybody who asked before it began the same run', async () => {
    const { shared, gates } = gated();
    const asked = [shared.run(), shared.run(), shared.run()];
    await setImmediate();
    expect(gates).toHaveLength(1);
    gates[0]?.resolve(undefined);
    await Promise.all(asked);
  });

  it('gives those who ask while one is under way one more, which begins after it', async () => {
    const { shared, gates } = gated();
    const first = shared.run();
    await setImmediate();
    const later = [shared.run(), shared.run()];
    await setImmediate();
    expect(gates).toHaveLength(1);
    gates[0]?.resolve(undefined);
    await first;
    await setImmediate();
    expect(gates).toHaveLength(2);
    gates[1]?.resolve(undefined);
    await Promise.all(later);
    expect(gates).toHaveLength(2);
  });

  it('goes on after a run that failed, and fails for nobody else', async () => {
    const { shared, gates } = gated();
    const first = shared.run();
    await setImmediate();
    const second = shared.run();
    gates[0]?.reject(new Error('down'));
    await expect(first).rejects.toThrow('down');
    await setImmediate();
    gates[1]?.resolve(undefined);
    await expect(second).resolves.toBeUndefined();
  });
});
