import { afterEach, describe, expect, it } from '@jest/globals';
import { NO_METRICS } from '../metrics/index.js';
import { LoadGuard } from './load-guard.js';

const shed: string[] = [];
const metrics = { ...NO_METRICS, requestShed: (reason: string) => shed.push(reason) };

let guard: LoadGuard;

const guardOf = (limits: Partial<ConstructorParameters<typeof LoadGuard>[0]>): LoadGuard =>
  (guard = new LoadGuard({ requestsAtOnce: 1, eventLoopDelay: 40, ...limits }, metrics));

/** Keeps the event loop busy, so many milliseconds at a time, until something is the case; not for ever. */
async function busyUntil(isSo: () => boolean, each: number): Promise<void> {
  const end = performance.now() + 8_000;
  while (!isSo() && performance.now() < end) {
    const until = performance.now() + each;
    while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function isLate(): boolean {
  const reason = guard.enter();
  if (reason === null) guard.leave();
  return reason === 'event_loop';
}

afterEach(() => {
  guard.close();
  shed.length = 0;
});

describe('a guard', () => {
  it('lets in so many requests at once, and the next when one has left', () => {
    guardOf({ requestsAtOnce: 2, eventLoopDelay: 10_000 });
    expect([guard.enter(), guard.enter(), guard.enter()]).toEqual([null, null, 'requests']);
    guard.leave();
    expect(guard.enter()).toBeNull();
    expect(shed).toEqual(['requests']);
  });

  it('turns requests away while the event loop is late all the time', async () => {
    guardOf({});
    await busyUntil(isLate, 80);
    expect(isLate()).toBe(true);
    expect(new Set(shed)).toEqual(new Set(['event_loop']));
  });

  it('turns nobody away for one long task', async () => {
    guardOf({ eventLoopDelay: 400 });
    const until = performance.now() + 1_200;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isLate()).toBe(false);
  });
});
