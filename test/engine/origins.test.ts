/** Where values come from: keys of several kinds, fields that move between subgraphs, fields made from others. */
import { describe, expect, it } from '@jest/globals';
import type { Overrides } from '../support/bare-engine.js';
import type { BareGraph } from '../support/bare-graph.js';
import { movingFields, nestsAndEggs, ringsAndIds } from './birds.js';

const asked = (graph: BareGraph): readonly string[] =>
  graph.asked.map(({ subgraph }) => subgraph).sort();

/** What a subgraph was told of the entities that it was asked for. */
const toldTo = (graph: BareGraph, name: string): readonly unknown[] =>
  graph.asked
    .filter(({ subgraph }) => subgraph === name)
    .flatMap(({ variables }) => variables['representations'] ?? []);

describe('an entity', () => {
  it('is found by way of a subgraph that knows two of its keys', async () => {
    const graph = ringsAndIds();
    expect(await graph.ask('{ sighted { weight mates { ring { number } } } }')).toEqual({
      data: {
        sighted: [
          { weight: 900, mates: [{ ring: { number: 2 } }] },
          { weight: null, mates: null },
          null,
        ],
      },
    });
    expect(asked(graph)).toEqual(['register', 'register', 'sightings', 'studies']);
    expect(toldTo(graph, 'register')).toEqual([
      { __typename: 'Bird', ring: { country: 'HK', number: 1 } },
      { __typename: 'Bird', ring: { country: 'HK', number: 9 } },
      { __typename: 'Bird', id: 'heron' },
    ]);
    expect(toldTo(graph, 'studies')).toEqual([{ __typename: 'Bird', id: 'kite' }]);
  });
});

const withLabels = (labels: readonly string[], percentage: number): Overrides => ({
  labels,
  percentage,
});

describe('a field that moves', () => {
  it.each([
    ['without a label', 'wing', withLabels([], 99), 'new'],
    ['by a percentage above the request’s', 'tail', withLabels([], 75.4), 'new'],
    ['by no more than the request’s percentage', 'tail', withLabels([], 75.5), 'old'],
    ['by a percentage of none', 'call', withLabels([], 0), 'old'],
    ['by a label in force', 'song', withLabels(['songs'], 99), 'new'],
    ['by a label that is not in force', 'song', withLabels(['wings'], 0), 'old'],
  ])('%s comes from one subgraph alone', async (_name, field, overrides, from) => {
    const graph = movingFields(overrides);
    const answer = await graph.ask(`{ bird { ${field} } }`);
    expect(answer).toEqual({ data: { bird: { [field]: from } } });
    const holders = graph.asked.filter(({ query }) => new RegExp(`\\b${field}\\b`).test(query));
    expect(holders.map(({ subgraph }) => subgraph)).toEqual([from]);
  });

  it.each([
    [19.9, 'new'],
    [20, 'old'],
  ])('comes at the root, for a request at %d of 100, from %s', async (percentage, from) => {
    const graph = movingFields({ labels: [], percentage });
    expect(await graph.ask('{ season }')).toEqual({ data: { season: from } });
    expect(asked(graph)).toEqual([from]);
  });
});

describe('a value that is provided', () => {
  it.each([
    ['comes from where it is provided', '{ nest { eggs { colour } } }', ['nests']],
    ['comes from its owner on another way', '{ laid { colour } }', ['eggs', 'nests']],
  ])('%s', async (_name, query, from) => {
    const graph = nestsAndEggs();
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('[{"colour":"blue"},{"colour":"white"}]');
    expect(asked(graph)).toEqual(from);
  });
});

describe('a value that requires others', () => {
  it('is made from what stands in a list of other entities, null or not', async () => {
    const graph = nestsAndEggs();
    expect(await graph.ask('{ nest { load } }')).toEqual({ data: { nest: { load: 30 } } });
    expect(toldTo(graph, 'wardens')).toEqual([
      { __typename: 'Nest', id: 'n1', eggs: [{ weight: 30 }, { weight: null }] },
    ]);
  });

  it('is made from what itself requires others', async () => {
    const graph = nestsAndEggs();
    expect(await graph.ask('{ nest { alarm } }')).toEqual({ data: { nest: { alarm: '6/30' } } });
    expect(toldTo(graph, 'alarms')).toEqual([
      { __typename: 'Nest', id: 'n1', danger: 6, load: 30 },
    ]);
  });
});
