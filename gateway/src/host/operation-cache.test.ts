import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { QueryPlan } from '../execution/index.js';
import { readGraph } from './graph.js';
import { PlanCache } from '../planning/index.js';
import { NO_METRICS } from '../metrics/index.js';
import { OperationCache } from './operation-cache.js';
import type { OperationCacheOptions } from './operation-cache.js';
import type { Operation } from './operation.js';

const graph = readGraph(
  readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
);

const maxBytes = 2 ** 20;

const plans = new PlanCache({ ...graph, metrics: NO_METRICS, maxBytes });

/** Gets an operation by its text, which stands for its hash too. */
const getFrom = (options: Partial<OperationCacheOptions> = {}) => {
  const cache = new OperationCache({ graph, plans, maxSelections: 100, maxBytes, ...options });
  return (text: string, name?: string): Operation => {
    const document = parse(text);
    const definition = getOperationAST(document, name);
    if (definition == null) throw new Error('Expected an operation');
    return cache.get({ hash: text, text, document, definition });
  };
};

// Ten characters, a thousand bytes each.
const [A, B, C] = ['{a:__type}', '{b:__type}', '{c:__type}'] as const;

describe('the operation cache', () => {
  it('compiles an operation once per text and name', () => {
    const get = getFrom();
    const two = 'query A { __typename } query B { __typename }';
    expect(get(A)).toBe(get(A));
    expect(get(A)).not.toBe(get(B));
    expect(get(two, 'A')).toBe(get(two, 'A'));
    expect(get(two, 'A')).not.toBe(get(two, 'B'));
  });

  it('keeps no more bytes than it may, and drops what was unused for longest', () => {
    const get = getFrom({ maxBytes: 2_000 });
    const [a, b] = [get(A), get(B)];
    expect(get(A)).toBe(a);
    get(C);
    expect(get(A)).toBe(a);
    expect(get(B)).not.toBe(b);
  });

  it('does not keep what is larger than itself', () => {
    const get = getFrom({ maxBytes: 500 });
    expect(get(A)).not.toBe(get(A));
  });

  it('counts what an operation becomes as it is compiled', async () => {
    const get = getFrom({ maxBytes: 6_000 });
    const [a, b] = [get(A), get(B)];
    await get('{ patient(id: "p") { birthDate } }').variant({}).plan(new Set());
    expect([get(A) === a, get(B) === b]).toEqual([false, false]);
  });

  it('plans once what differs in aliases alone', async () => {
    const texts: string[] = [];
    const plan = (text: string): Promise<QueryPlan> => {
      texts.push(text);
      return graph.plan(text);
    };
    const get = getFrom({
      plans: new PlanCache({ ...graph, plan, metrics: NO_METRICS, maxBytes }),
    });
    const [one, other] = await Promise.all(
      ['{ patient(id: "p") { birthDate } }', '{ p: patient(id: "p") { born: birthDate } }'].map(
        (text) => get(text).variant({}).plan(new Set()),
      ),
    );
    expect(one).toBe(other);
    expect(texts).toHaveLength(1);
  });
});
