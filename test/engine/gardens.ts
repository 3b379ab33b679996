/** Invented gardens: subgraphs that use what the federation offers beyond keys. */
import { BareGraph } from '../support/bare-graph.js';

const plants = [
  { __typename: 'Tree', id: 'oak', latin: 'Quercus', height: 20 },
  { __typename: 'Tree', id: 'elm', latin: 'Ulmus', height: 15 },
  { __typename: 'Herb', id: 'mint', latin: 'Mentha', scent: 'fresh' },
] as const;

const litres: Readonly<Record<string, number>> = { oak: 90, elm: 60, mint: 1 };

const plant = ({ id }: { id: string }) => plants.find((one) => one.id === id);

const typeOf = ({ __typename }: { __typename: string }) => __typename;

/** One subgraph knows the plants; the other adds to all of them, without knowing which kinds there are. */
export function plantsAndWater(): BareGraph {
  return new BareGraph({
    plants: {
      sdl: `
        type Query { plants: [Plant!]! }
        interface Plant @key(fields: "id") { id: ID! latin: String! }
        type Tree implements Plant @key(fields: "id") { id: ID! latin: String! height: Int }
        type Herb implements Plant @key(fields: "id") { id: ID! latin: String! scent: String }
      `,
      resolvers: {
        Query: { plants: () => plants },
        Plant: { __resolveType: typeOf, __resolveReference: plant },
        Tree: { __resolveReference: plant },
        Herb: { __resolveReference: plant },
      },
    },
    water: {
      sdl: `
        type Query { thirsty: [Plant]! neighbours: [[Plant!]!]! }
        type Plant @key(fields: "id") @interfaceObject { id: ID! litres: Int! }
      `,
      resolvers: {
        Query: {
          thirsty: () => [{ id: 'oak' }, null, { id: 'mint' }],
          neighbours: () => [[{ id: 'elm' }], []],
        },
        Plant: { litres: ({ id }: { id: string }) => litres[id] },
      },
    },
  });
}

/** An interface that no type implements, and what a subgraph adds to it nonetheless. */
export function springs(): BareGraph {
  return new BareGraph({
    map: {
      sdl: `
        type Query { mapped: Int }
        interface Spring @key(fields: "id") { id: ID! }
      `,
      resolvers: {},
    },
    water: {
      sdl: `
        type Query { spring: Spring }
        type Spring @key(fields: "id", resolvable: false) @interfaceObject { id: ID! flow: Int }
      `,
      resolvers: { Query: { spring: () => ({ id: 'cold', flow: 3 }) } },
    },
  });
}

/** A value that one subgraph provides for an interface and that another would have to be asked for. */
export function bedsAndBeetles(): BareGraph {
  const beetles = [
    { __typename: 'Stag', id: 'b1', name: 'Horn', span: 7 },
    { __typename: 'Scarab', id: 'b2', name: 'Ball' },
  ];
  return new BareGraph({
    beds: {
      sdl: `
        type Query { bed: Bed @shareable @provides(fields: "beetles { id name }") }
        type Bed @key(fields: "id") { id: ID! beetles: [Beetle!] @external }
        interface Beetle { id: ID! name: String }
        type Stag implements Beetle @key(fields: "id") { id: ID! @external name: String @external }
        type Scarab implements Beetle @key(fields: "id") { id: ID! @external name: String @external }
      `,
      resolvers: {
        Query: { bed: () => ({ id: 'n1', beetles }) },
        Beetle: { __resolveType: typeOf },
      },
    },
    beetles: {
      sdl: `
        type Bed @key(fields: "id") { id: ID! beetles: [Beetle!] @shareable }
        interface Beetle { id: ID! name: String }
        type Stag implements Beetle @key(fields: "id") { id: ID! name: String @shareable span: Int }
        type Scarab implements Beetle @key(fields: "id") { id: ID! name: String @shareable }
      `,
      resolvers: {
        Bed: { __resolveReference: ({ id }: { id: string }) => ({ id, beetles }) },
        Beetle: { __resolveType: typeOf },
        Stag: {
          __resolveReference: ({ id }: { id: string }) => beetles.find((one) => one.id === id),
        },
      },
    },
  });
}

/** A union whose types agree for clients, and not in the subgraph that answers for them. */
export function gardenersAndGuests(): BareGraph {
  const people = [
    { __typename: 'Gardener', id: 'g1', name: 'Tsang' },
    { __typename: 'Guest', id: 'v1', name: 'Fok' },
    {
      __typename: 'Guest',
      name: 'Unknown',
      id: () => {
        throw new Error('no badge');
      },
    },
  ];
  return new BareGraph({
    staff: {
      sdl: `
        type Query { gardeners: [Gardener!]! }
        type Gardener @key(fields: "id") { id: ID }
      `,
      resolvers: { Query: { gardeners: () => [{ id: 'g1' }] } },
    },
    gate: {
      sdl: `
        type Query { present: [Person!]! }
        union Person = Gardener | Guest
        type Gardener @key(fields: "id") { id: ID! name: String }
        type Guest { id: ID name: String friends: [Person!] }
      `,
      resolvers: {
        Query: { present: () => people },
        Person: { __resolveType: typeOf },
        Gardener: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Tsang' }) },
        Guest: { friends: () => people.slice(1, 2) },
      },
    },
  });
}

/** Fields that are made from what other subgraphs hold. */
export function signsAndPaths(): BareGraph {
  const steps = ['stone', 'root', 'step', 'bridge'];
  return new BareGraph({
    paths: {
      sdl: `
        type Query { path: Path! }
        type Path @key(fields: "id") {
          id: ID! end: Place steps(first: Int!): [Step!]! length(unit: String!): Int
        }
        interface Place { id: ID! }
        type Pond implements Place @key(fields: "id") { id: ID! depth: Int }
        type Gate implements Place @key(fields: "id") { id: ID! }
        type Step @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: { path: () => ({ id: 'p1' }) },
        Path: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          end: () => ({ __typename: 'Pond', id: 'lotus' }),
          steps: (_: unknown, { first }: { first: number }) =>
            steps.slice(0, first).map((id) => ({ id })),
          length: (_: unknown, { unit }: { unit: string }) => (unit === 'm' ? 30 : 3_000),
        },
      },
    },
    signs: {
      sdl: `
        type Path @key(fields: "id") {
          id: ID!
          end: Place @external
          steps(first: Int!): [Step!]! @external
          length(unit: String!): Int @external
          pointer: String @requires(fields: "end { id }")
          warning: String @requires(fields: "steps(first: 3) { id }")
          minutes: Int @requires(fields: "length(unit: \\"m\\")")
          seconds: Int @requires(fields: "length(unit: \\"cm\\")")
        }
        interface Place { id: ID! }
        type Pond implements Place @key(fields: "id") { id: ID! }
        type Gate implements Place @key(fields: "id") { id: ID! }
        type Step @key(fields: "id") { id: ID! @external }
      `,
      resolvers: {
        Path: {
          __resolveReference: (reference: object) => reference,
          pointer: ({ end }: { end: { id: string } }) => `to ${end.id}`,
          warning: ({ steps: met }: { steps: readonly { id: string }[] }) =>
            `mind the ${met.map(({ id }) => id).join(', ')}`,
          minutes: ({ length }: { length: number }) => length / 30,
          seconds: ({ length }: { length: number }) => length / 50,
        },
      },
    },
  });
}

/** A type that clients cannot know, among those that they can. */
export function statuesAndSecrets(): BareGraph {
  const statue = { __typename: 'Statue', id: 's1' };
  const secret = { __typename: 'Secret', id: 'x1' };
  return new BareGraph({
    park: {
      sdl: `
        type Query { sight: Sight sure: Sight! sights: [Sight]! }
        interface Sight { id: ID! }
        type Statue implements Sight { id: ID! }
        type Secret implements Sight @inaccessible { id: ID! }
      `,
      resolvers: {
        Query: { sight: () => secret, sure: () => secret, sights: () => [statue, secret] },
        Sight: { __resolveType: typeOf },
      },
    },
  });
}
