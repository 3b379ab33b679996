import { describe, expect, it } from '@jest/globals';
import { harbour, wholeHarbour } from './harbour.js';

/** Operations whose answers have to equal those of graphql-js over one schema. */
const OPERATIONS: readonly (readonly [string, string, Readonly<Record<string, unknown>>?])[] = [
  ['a field of one subgraph', '{ port(id: "p1") { id name depth } }'],
  ['an entity over two subgraphs', '{ port(id: "p1") { name berths { number } } }'],
  [
    'a list of entities',
    '{ ports(minDepth: 0) { name berths(first: 1) { number occupant { name draught } } } }',
  ],
  ['an entity that is not there', '{ port(id: "nowhere") { name berths { number } } }'],
  ['a key that is not selected', '{ ports { berths { number } } }'],
  ['@requires', '{ ports { quality } }'],
  ['an interface', '{ ships { __typename id name homePort { name berths { number } } } }'],
  [
    'fragments on possible types',
    '{ ships { id ... on Ferry { seats draught } ... on Freighter { tonnage } } }',
  ],
  [
    'fields of one name and different types',
    '{ ships { ... on Ferry { ferrySize: size } ... on Freighter { size } } }',
  ],
  [
    'a union',
    '{ vessel(id: "s2") { __typename ... on Ship { name } ... on Freighter { tonnage } } }',
  ],
  ['only __typename', '{ __typename port(id: "p1") { __typename } }'],
  [
    'named fragments, nested',
    'query { ports { ...A } } fragment A on Port { name ...B } fragment B on Port { berths { number } }',
  ],
  ['variables with defaults', 'query ($d: Int = 13) { ports(minDepth: $d) { name } }'],
  ['variables given', 'query ($d: Int) { ports(minDepth: $d) { name } }', { d: 15 }],
  [
    '@skip and @include',
    'query ($no: Boolean!) { port(id: "p1") { name @skip(if: $no) depth @include(if: $no) id } }',
    { no: true },
  ],
  [
    'one field, conditioned and not',
    'query ($no: Boolean!) { port(id: "p1") { berths @include(if: $no) { number } berths { occupant { id } } } }',
    { no: false },
  ],
  // Aliases change names and nothing else.
  ['id: name', '{ ports { id: name berths { number } } }'],
  [
    'an alias over the key of a nested entity',
    '{ ships { homePort { id: name berths { number } } } }',
  ],
  [
    '__typename under an alias',
    '{ ships { kind: __typename id: name homePort { name: __typename } } }',
  ],
  ['an alias equal to a hidden selection', '{ port(id: "p1") { depth: name quality } }'],
  [
    'two aliases of one field with different arguments',
    '{ port(id: "p1") { a: greeting(language: "zh") b: greeting(language: "en") greeting } }',
  ],
  [
    'two aliases of one root field',
    '{ a: port(id: "p1") { name } b: port(id: "p2") { name depth } c: port(id: "p1") { depth } }',
  ],
  [
    'two aliases of one field with different selections',
    '{ port(id: "p1") { a: berths { number } b: berths { occupant { name } } } }',
  ],
  ['an alias that is another field’s name', '{ port(id: "p1") { name: depth depth: name } }'],
  [
    'an alias that is a canonical key',
    '{ port(id: "p1") { greeting_1: greeting(language: "a") greeting(language: "b") } }',
  ],
  ['an alias named constructor', '{ constructor: port(id: "p1") { toString: name } }'],
  [
    'sibling fragments with one response key',
    '{ ships { ... on Ferry { x: seats } ... on Freighter { x: tonnage } } }',
  ],
  ['an introspection beside data', '{ port(id: "p1") { name } }'],
];

describe('the engine', () => {
  it.each(OPERATIONS)(
    'answers as one schema would: %s',
    async (_name, operation, variables = {}) => {
      const graph = harbour();
      const [engine, reference] = [
        await graph.ask(operation, variables),
        await graph.reference(wholeHarbour(), operation, variables),
      ];
      expect(JSON.stringify(engine.data)).toBe(JSON.stringify(reference.data));
      expect(engine.errors).toBeUndefined();
      expect(reference.errors).toBeUndefined();
    },
  );

  it('never sends a client’s alias or condition to a subgraph', async () => {
    const graph = harbour();
    await graph.ask(
      'query ($c: Boolean!) { mine: port(id: "p1") { title: name @include(if: $c) } }',
      { c: true },
    );
    expect(graph.asked.map(({ query }) => query.replace(/\s+/g, ' '))).toEqual([
      '{ port(id: "p1") { name } }',
    ]);
  });

  it('runs mutations and fetches what their results select', async () => {
    const graph = harbour();
    const answer = await graph.ask(
      'mutation { a: rename(id: "p1", name: "X") { name berths { number } } b: rename(id: "p2", name: "Y") { name } }',
    );
    expect(answer).toEqual({
      data: { a: { name: 'X', berths: [{ number: 1 }, { number: 2 }] }, b: { name: 'Y' } },
    });
  });

  it('answers a failed field with null and its error at the client’s path', async () => {
    const graph = harbour();
    const answer = await graph.ask('{ bang: boom port(id: "p1") { name } }');
    expect(answer.data).toEqual({ bang: null, port: { name: 'Sai Wan' } });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['bang']]);
  });

  it('answers what is made from a value that failed with the failure of that value', async () => {
    const graph = harbour();
    graph.tamper = (subgraph, answer) =>
      subgraph === 'ports' ? { data: null, errors: [{ message: 'down' }] } : answer;
    const answer = await graph.ask('{ ships { homePort { quality } } }');
    expect(answer.data).toEqual({
      ships: [{ homePort: { quality: null } }, { homePort: { quality: null } }, { homePort: null }],
    });
    expect(answer.errors?.map(({ message, path }) => [message, path?.join('.')])).toEqual([
      ['down', 'ships.0.homePort.quality'],
      ['down', 'ships.1.homePort.quality'],
    ]);
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['ships', 'ports']);
  });

  it('runs a mutation as often as it is asked for', async () => {
    const graph = harbour();
    await graph.ask(
      'mutation { a: rename(id: "p1", name: "X") { name } b: rename(id: "p1", name: "X") { name } }',
    );
    expect(graph.asked[0]?.query.match(/rename\(/g)).toHaveLength(2);
  });
});
