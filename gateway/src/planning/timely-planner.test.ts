import { describe, expect, it } from '@jest/globals';
import type { Planner } from '../execution/index.js';
import { NO_METRICS } from '../metrics/index.js';
import { TimelyPlanner } from './timely-planner.js';
import type { PlanningLimits } from './timely-planner.js';

const LIMITS: PlanningLimits = {
  deadline: 30,
  patience: 30,
  refusedFor: 60,
  smallText: 10,
  small: { width: 1, queue: 1 },
  large: { width: 1, queue: 1 },
};
const LARGE = '{ large operation }';
const PLAN = {};

/** A planner whose operations are done when the test says so, or at the signal where it heeds it. */
function slowPlanner({ heeds }: { readonly heeds: boolean }) {
  const begun: { readonly text: string; readonly done: () => void }[] = [];
  const plan: Planner = (text, signal) =>
    new Promise((resolve, reject) => {
      begun.push({ text, done: () => resolve(PLAN) });
      if (heeds) signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return { plan, begun };
}

function planning(slow: Planner, limits: Partial<PlanningLimits> = {}) {
  const outcomes: string[] = [];
  const planner = new TimelyPlanner({
    plan: slow,
    planApart: slow,
    limits: { ...LIMITS, ...limits },
    metrics: { ...NO_METRICS, planEnded: (outcome) => outcomes.push(outcome) },
  });
  return { planner, outcomes };
}

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const TOO_SLOW = { problem: 'too-slow' };
const BUSY = { problem: 'busy' };

describe('a timely planner', () => {
  it('gives up at the deadline, and refuses the same operation at once for a while', async () => {
    const { plan, begun } = slowPlanner({ heeds: true });
    const { planner, outcomes } = planning(plan, { refusedFor: 60_000 });
    await expect(planner.plan('{ a }')).rejects.toMatchObject(TOO_SLOW);
    await expect(planner.plan('{ a }')).rejects.toMatchObject(TOO_SLOW);
    expect(begun).toHaveLength(1);
    expect(outcomes).toEqual(['abandoned', 'abandoned']);
  });

  it('tries again once it has refused an operation for that while', async () => {
    const { plan, begun } = slowPlanner({ heeds: true });
    const { planner, outcomes } = planning(plan, { refusedFor: 1 });
    await expect(planner.plan('{ a }')).rejects.toMatchObject(TOO_SLOW);
    await soon(20);
    await expect(planner.plan('{ a }')).rejects.toMatchObject(TOO_SLOW);
    expect(begun).toHaveLength(2);
    expect(outcomes).toEqual(['abandoned', 'abandoned']);
  });

  it('does not blame an operation for what held up the thread', async () => {
    const { planner } = planning(() => new Promise((resolve) => setImmediate(resolve, PLAN)));
    const planned = planner.plan('{ a }');
    await Promise.resolve();
    const begun = performance.now();
    while (performance.now() - begun < 2 * LIMITS.deadline);
    await expect(planned).resolves.toBe(PLAN);
  });

  it('plans so many at once, lets so many wait, and turns the others away', async () => {
    const { plan, begun } = slowPlanner({ heeds: true });
    const { planner, outcomes } = planning(plan, { deadline: 60_000, patience: 60_000 });
    const [first, second] = [planner.plan('{ a }'), planner.plan('{ b }')];
    await expect(planner.plan('{ c }')).rejects.toMatchObject(BUSY);
    expect(begun.map(({ text }) => text)).toEqual(['{ a }']);
    begun[0]?.done();
    await expect(first).resolves.toBe(PLAN);
    await soon(0);
    begun[1]?.done();
    await expect(second).resolves.toBe(PLAN);
    expect(outcomes).toEqual(['refused', 'planned', 'planned']);
  });

  it('keeps the place of what heeds no signal until that is done', async () => {
    const { plan, begun } = slowPlanner({ heeds: false });
    const { planner } = planning(plan);
    await expect(planner.plan('{ a }')).rejects.toMatchObject(TOO_SLOW);
    await expect(planner.plan('{ b }')).rejects.toMatchObject(BUSY);
    expect(begun).toHaveLength(1);
    begun[0]?.done();
    await soon(0);
    void planner.plan('{ c }').catch(() => undefined);
    await soon(0);
    expect(begun.map(({ text }) => text)).toEqual(['{ a }', '{ c }']);
  });

  it('does not let large operations delay small ones', async () => {
    const apart = slowPlanner({ heeds: true });
    const planner = new TimelyPlanner({
      plan: () => Promise.resolve(PLAN),
      planApart: apart.plan,
      limits: LIMITS,
      metrics: NO_METRICS,
    });
    const large = planner.plan(LARGE);
    await expect(planner.plan('{ a }')).resolves.toBe(PLAN);
    expect(apart.begun.map(({ text }) => text)).toEqual([LARGE]);
    await expect(large).rejects.toMatchObject(TOO_SLOW);
  });

  it('does not repeat what the planner says, which may quote the operation', async () => {
    const { planner, outcomes } = planning(() => Promise.reject(new Error('at { patient: "p1" }')));
    const failure: unknown = await planner.plan('{ a }').catch((error: unknown) => error);
    expect(failure).toMatchObject({ problem: 'failed' });
    expect(String(failure)).not.toContain('p1');
    expect(outcomes).toEqual(['failed']);
  });
});
