import { describe, expect, it } from '@jest/globals';
import type { BareGraph } from '../support/bare-graph.js';
import {
  bedsAndBeetles,
  gardenersAndGuests,
  plantsAndWater,
  signsAndPaths,
  springs,
  statuesAndSecrets,
} from './gardens.js';

/** Operations, their answers, and the subgraphs that have to be asked for them, in order. */
const OPERATIONS: readonly (readonly [
  name: string,
  graph: () => BareGraph,
  operation: string,
  data: object,
  asked: readonly string[],
])[] = [
  [
    'an interface object alone, where nobody asks for types',
    plantsAndWater,
    '{ thirsty { id litres } neighbours { litres } }',
    {
      thirsty: [{ id: 'oak', litres: 90 }, null, { id: 'mint', litres: 1 }],
      neighbours: [[{ litres: 60 }], []],
    },
    ['water'],
  ],
  [
    'the types of an interface object, told by another subgraph',
    plantsAndWater,
    '{ thirsty { kind: __typename litres } }',
    { thirsty: [{ kind: 'Tree', litres: 90 }, null, { kind: 'Herb', litres: 1 }] },
    ['water', 'plants'],
  ],
  [
    'an interface object as one of its types',
    plantsAndWater,
    '{ thirsty { id ... on Tree { height } } }',
    { thirsty: [{ id: 'oak', height: 20 }, null, { id: 'mint' }] },
    ['water', 'plants'],
  ],
  [
    'what an interface object adds, for one type only',
    plantsAndWater,
    '{ thirsty { ... on Tree { litres } } }',
    { thirsty: [{ litres: 90 }, null, {}] },
    ['water', 'plants', 'water'],
  ],
  [
    'what an interface object adds to objects found elsewhere',
    plantsAndWater,
    '{ plants { __typename litres ... on Herb { scent } } }',
    {
      plants: [
        { __typename: 'Tree', litres: 90 },
        { __typename: 'Tree', litres: 60 },
        { __typename: 'Herb', litres: 1, scent: 'fresh' },
      ],
    },
    ['plants', 'water'],
  ],
  [
    'an interface object that is of no type',
    springs,
    '{ spring { id flow } }',
    { spring: { id: 'cold', flow: 3 } },
    ['water'],
  ],
  [
    'what is provided for an interface, from where it is provided',
    bedsAndBeetles,
    '{ bed { id beetles { id name } } }',
    {
      bed: {
        id: 'n1',
        beetles: [
          { id: 'b1', name: 'Horn' },
          { id: 'b2', name: 'Ball' },
        ],
      },
    },
    ['beds'],
  ],
  [
    'what is provided for an interface beside what only one of its types has',
    bedsAndBeetles,
    '{ bed { beetles { name ... on Stag { span } } } }',
    { bed: { beetles: [{ name: 'Horn', span: 7 }, { name: 'Ball' }] } },
    ['beds', 'beetles'],
  ],
  [
    'fields of one type for clients and of two for their subgraph',
    gardenersAndGuests,
    `{
      gardeners { id name }
      present { ... on Gardener { id name } ... on Guest { name friends { ... on Gardener { id } ... on Guest { id } } } }
    }`,
    {
      gardeners: [{ id: 'g1', name: 'Tsang' }],
      present: [
        { id: 'g1', name: 'Tsang' },
        { name: 'Fok', friends: [{ id: 'v1' }] },
        { name: 'Unknown', friends: [{ id: 'v1' }] },
      ],
    },
    ['gate', 'staff', 'gate'],
  ],
  [
    'what requires an object of any type',
    signsAndPaths,
    '{ path { pointer } }',
    { path: { pointer: 'to lotus' } },
    ['paths', 'signs'],
  ],
  [
    'what requires a field with other arguments than the client’s',
    signsAndPaths,
    '{ path { warning steps(first: 1) { id } } }',
    { path: { warning: 'mind the stone, root, step', steps: [{ id: 'stone' }] } },
    ['paths', 'signs'],
  ],
  [
    'what requires one field with different arguments',
    signsAndPaths,
    '{ path { minutes seconds length(unit: "m") } }',
    { path: { minutes: 1, seconds: 60, length: 30 } },
    ['paths', 'signs'],
  ],
];

/** An answer's errors as their places. */
const placesOf = ({ errors = [] }: Awaited<ReturnType<BareGraph['ask']>>) =>
  errors.map(({ path = [] }) => path.join('.'));

describe('the engine', () => {
  it.each(OPERATIONS)('answers %s', async (_name, build, operation, data, asked) => {
    const graph = build();
    expect(await graph.ask(operation)).toEqual({ data });
    expect(graph.asked.map(({ subgraph }) => subgraph).sort()).toEqual([...asked].sort());
  });

  it('keeps types out of what is planned: beside them, what is provided for an interface is passed over', () => {
    const graph = bedsAndBeetles();
    const planned = (canonical: string) =>
      [...JSON.stringify(graph.plan(canonical)).matchAll(/"serviceName":"(\w+)"/g)].map(
        ([, name]) => name,
      );
    expect(planned('{ bed { beetles { id name } } }')).toEqual(['beds']);
    expect(planned('{ bed { beetles { __typename id name } } }')).toEqual(['beds', 'beetles']);
  });

  it('does not guess the type of an interface object that nobody tells', async () => {
    const graph = plantsAndWater();
    graph.tamper = (subgraph, answer) =>
      subgraph === 'plants' ? { data: { _entities: [null, null] } } : answer;
    const answer = await graph.ask('{ thirsty { __typename litres } }');
    expect(answer.data).toEqual({ thirsty: [null, null, null] });
    expect(placesOf(answer)).toEqual(['thirsty.0', 'thirsty.2']);
  });

  it('takes an interface for a type from a subgraph only that knows it as an object', async () => {
    const graph = plantsAndWater();
    graph.tamper = () => ({ data: { plants: [{ __typename: 'Plant', latin: 'Quercus' }] } });
    const answer = await graph.ask('{ plants { latin } }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['plants']);
  });

  it('refuses an entity of another type than was asked for', async () => {
    const graph = plantsAndWater();
    graph.tamper = (subgraph, answer) =>
      subgraph === 'water'
        ? { data: { _entities: plantsOf(3, { __typename: 'Herb', litres: 5 }) } }
        : answer;
    const answer = await graph.ask('{ plants { latin litres } }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)[0]).toBe('plants.0.litres');
  });

  it('answers an error at a key of the planner’s own at the client’s key', async () => {
    const answer = await gardenersAndGuests().ask(
      '{ present { ... on Gardener { id } ... on Guest { badge: id } } }',
    );
    expect(answer.data).toEqual({ present: [{ id: 'g1' }, { badge: 'v1' }, { badge: null }] });
    expect(placesOf(answer)).toEqual(['present.2.badge']);
  });

  it('answers null with an error for an object of a type that clients cannot know', async () => {
    const graph = statuesAndSecrets();
    const answer = await graph.ask('{ sight { __typename id } sights { id } }');
    expect(answer.data).toEqual({ sight: null, sights: [{ id: 's1' }, null] });
    expect(placesOf(answer)).toEqual(['sight', 'sights.1']);
    expect(JSON.stringify(answer)).not.toContain('Secret');
    expect((await graph.ask('{ sure { id } }')).data).toBeNull();
  });
});

function plantsOf(count: number, entity: object): readonly object[] {
  return Array.from({ length: count }, () => entity);
}
