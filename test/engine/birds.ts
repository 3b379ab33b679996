/** Invented birds, watched by several subgraphs: keys of many kinds, fields that move, and fields made from others. */
import { BareGraph } from '../support/bare-graph.js';
import type { Overrides } from '../support/bare-engine.js';

const ring = (number: number) => ({ country: 'HK', number });

const birds = [
  { id: 'kite', ring: ring(1), weight: 900, mates: ['heron'] },
  { id: 'heron', ring: ring(2), weight: 1500, mates: [] },
] as const;

type Bird = (typeof birds)[number];

const byId = ({ id }: { readonly id: string }) => birds.find((one) => one.id === id);
const byRing = ({ ring: { number } }: { readonly ring: { readonly number: number } }) =>
  birds.find((one) => one.ring.number === number);

/** Who sights a bird knows its ring alone, who studies it its id alone; the register knows both. */
export function ringsAndIds(): BareGraph {
  return new BareGraph({
    sightings: {
      sdl: `
        type Query { sighted: [Bird]! }
        type Bird @key(fields: "ring { country number }") { ring: Ring! }
        type Ring @shareable { country: String! number: Int! }
      `,
      resolvers: {
        Query: { sighted: () => [{ ring: ring(1) }, { ring: ring(9) }, null] },
        Bird: { __resolveReference: byRing },
      },
    },
    register: {
      sdl: `
        type Bird @key(fields: "ring { country number }") @key(fields: "id") { id: ID! ring: Ring! }
        type Ring @shareable { country: String! number: Int! }
      `,
      resolvers: {
        Bird: {
          __resolveReference: (reference: { readonly id?: string }) =>
            reference.id === undefined
              ? byRing(reference as { readonly ring: Bird['ring'] })
              : byId({ id: reference.id }),
        },
      },
    },
    studies: {
      sdl: `type Bird @key(fields: "id") { id: ID! weight: Int mates: [Bird!] }`,
      resolvers: {
        Bird: {
          __resolveReference: byId,
          mates: ({ mates }: Bird) => mates.map((id) => ({ id })),
        },
      },
    },
  });
}

/** Fields that move from one subgraph to another: one at once, others for some requests. */
export function movingFields(overrides: Overrides): BareGraph {
  const from = (subgraph: string) => ({
    __resolveReference: ({ id }: { readonly id: string }) => ({ id }),
    wing: () => subgraph,
    tail: () => subgraph,
    song: () => subgraph,
    call: () => subgraph,
  });
  return new BareGraph(
    {
      old: {
        sdl: `
          type Query { bird: Bird! season: String }
          type Bird @key(fields: "id") { id: ID! wing: String tail: String song: String call: String }
        `,
        resolvers: {
          Query: { bird: () => ({ id: 'kite' }), season: () => 'old' },
          Bird: from('old'),
        },
      },
      new: {
        sdl: `
          type Query { season: String @override(from: "old", label: "percent(20)") }
          type Bird @key(fields: "id") {
            id: ID!
            wing: String @override(from: "old")
            tail: String @override(from: "old", label: "percent(75.5)")
            song: String @override(from: "old", label: "songs")
            call: String @override(from: "old", label: "percent(0)")
          }
        `,
        resolvers: { Query: { season: () => 'new' }, Bird: from('new') },
      },
    },
    overrides,
  );
}

/** Values that one subgraph provides on one way only, and values that are made from values made elsewhere. */
export function nestsAndEggs(): BareGraph {
  const eggs = [
    { id: 'e1', colour: 'blue', weight: 30 },
    { id: 'e2', colour: 'white', weight: null },
  ];
  const nest = { id: 'n1', height: 4, eggs };
  return new BareGraph({
    nests: {
      sdl: `
        type Query { nest: Nest laid: [Egg!]! }
        type Nest @key(fields: "id") { id: ID! height: Int eggs: [Egg!] @provides(fields: "colour") }
        type Egg @key(fields: "id") { id: ID! colour: String @external }
      `,
      resolvers: {
        Query: { nest: () => nest, laid: () => eggs.map(({ id }) => ({ id })) },
        Nest: { __resolveReference: () => nest },
      },
    },
    eggs: {
      sdl: `type Egg @key(fields: "id") { id: ID! colour: String @shareable weight: Int }`,
      resolvers: {
        Egg: {
          __resolveReference: ({ id }: { readonly id: string }) =>
            eggs.find((one) => one.id === id),
        },
      },
    },
    wardens: {
      sdl: `
        type Nest @key(fields: "id") {
          id: ID!
          height: Int @external
          eggs: [Egg!] @external
          danger: Int @requires(fields: "height")
          load: Int @requires(fields: "eggs { weight }")
        }
        type Egg @key(fields: "id") { id: ID! weight: Int @external }
      `,
      resolvers: {
        Nest: {
          __resolveReference: (reference: object) => reference,
          danger: ({ height }: { readonly height: number }) => 10 - height,
          load: ({
            eggs: laid,
          }: {
            readonly eggs: readonly { readonly weight: number | null }[];
          }) => laid.reduce((sum, { weight }) => sum + (weight ?? 0), 0),
        },
      },
    },
    alarms: {
      sdl: `
        type Nest @key(fields: "id") {
          id: ID! danger: Int @external load: Int @external
          alarm: String @requires(fields: "danger load")
        }
      `,
      resolvers: {
        Nest: {
          __resolveReference: (reference: object) => reference,
          alarm: (of: { readonly danger: number; readonly load: number }) =>
            `${of.danger}/${of.load}`,
        },
      },
    },
  });
}
