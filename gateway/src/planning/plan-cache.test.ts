import { describe, expect, it } from '@jest/globals';
import type { QueryPlan, Step } from '../execution/index.js';
import { NO_METRICS } from '../metrics/index.js';
import { PlanCache } from './plan-cache.js';
import { PlanningError } from './planning-error.js';

const STEP: Step = { kind: 'sequence', steps: [] };

function planned(plan: (text: string) => Promise<QueryPlan>, maxBytes = 2 ** 20) {
  const texts: string[] = [];
  const events: string[] = [];
  const cache = new PlanCache({
    plan: (text) => {
      texts.push(text);
      return plan(text);
    },
    compile: () => ({ ...STEP }),
    metrics: {
      ...NO_METRICS,
      cacheHit: (name) => events.push(`${name} hit`),
      cacheMissed: (name) => events.push(`${name} missed`),
      cacheSized: (name, entries, bytes) => events.push(`${name} ${entries} ${bytes}`),
    },
    maxBytes,
  });
  return { cache, texts, events };
}

describe('the plan cache', () => {
  it('plans a text once, however many ask for it at once or later', async () => {
    const { cache, texts, events } = planned(() => Promise.resolve({}));
    const [one, other] = await Promise.all([cache.get('{ a }'), cache.get('{ a }')]);
    expect(one).toBe(other);
    expect(await cache.get('{ a }')).toBe(one);
    expect(texts).toEqual(['{ a }']);
    expect(events).toEqual(['plans missed', 'plans missed', 'plans 1 50', 'plans hit']);
  });

  it('does not remember what could not be planned', async () => {
    let isBusy = true;
    const { cache } = planned(() =>
      isBusy ? Promise.reject(new PlanningError('busy')) : Promise.resolve({}),
    );
    await expect(cache.get('{ a }')).rejects.toMatchObject({ problem: 'busy' });
    isBusy = false;
    await expect(cache.get('{ a }')).resolves.toEqual(STEP);
  });

  it('holds no more bytes than it may, and drops what was unused for longest', async () => {
    // Ten bytes for the text and forty for the plan, each.
    const { cache, texts } = planned(() => Promise.resolve({}), 100);
    for (const text of ['{ a }', '{ b }', '{ a }', '{ c }', '{ a }', '{ b }'])
      await cache.get(text);
    expect(texts).toEqual(['{ a }', '{ b }', '{ c }', '{ b }']);
  });
});
