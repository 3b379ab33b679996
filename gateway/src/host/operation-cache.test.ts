import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { readGraph } from './graph.js';
import { OperationCache } from './operation-cache.js';
import type { Operation } from './operation.js';

const graph = readGraph(
  readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
);

/** Gets an operation by its text, which stands for its hash too. */
const getFrom =
  (cache: OperationCache) =>
  (text: string, name?: string): Operation => {
    const document = parse(text);
    const definition = getOperationAST(document, name);
    if (definition == null) throw new Error('Expected an operation');
    return cache.get({ hash: text, text, document, definition });
  };

// Ten bytes each.
const [A, B, C] = ['{a:__type}', '{b:__type}', '{c:__type}'] as const;

describe('the operation cache', () => {
  it('compiles an operation once per text and name', () => {
    const get = getFrom(new OperationCache(graph, 100));
    const two = 'query A { __typename } query B { __typename }';
    expect(get(A)).toBe(get(A));
    expect(get(A)).not.toBe(get(B));
    expect(get(two, 'A')).toBe(get(two, 'A'));
    expect(get(two, 'A')).not.toBe(get(two, 'B'));
  });

  it('keeps no more bytes of text than it may, and drops what was unused for longest', () => {
    const get = getFrom(new OperationCache(graph, 100, 20));
    const [a, b] = [get(A), get(B)];
    expect(get(A)).toBe(a);
    get(C);
    expect(get(A)).toBe(a);
    expect(get(B)).not.toBe(b);
  });

  it('keeps the newest, however large, and nothing beside it', () => {
    const get = getFrom(new OperationCache(graph, 100, 5));
    const a = get(A);
    expect(get(A)).toBe(a);
    get(B);
    expect(get(A)).not.toBe(a);
  });
});
