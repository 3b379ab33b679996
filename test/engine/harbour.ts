/** An invented harbour: three subgraphs and the same data in one piece. */
import { BareGraph } from '../support/bare-graph.js';

const ports = [
  { __typename: 'Port', id: 'p1', name: 'Sai Wan', depth: 12 },
  { __typename: 'Port', id: 'p2', name: 'Nam Sha', depth: 15 },
];

const ships = [
  { __typename: 'Ferry', id: 's1', name: 'Kestrel', seats: 300, homePort: 'p1', draught: 3 },
  { __typename: 'Freighter', id: 's2', name: 'Heron', tonnage: 9000, homePort: 'p2', draught: 14 },
  { __typename: 'Ferry', id: 's3', name: 'Egret', seats: 120, homePort: null, draught: 2 },
];

const berths: Readonly<Record<string, readonly { number: number; occupant: string | null }[]>> = {
  p1: [
    { number: 1, occupant: 's1' },
    { number: 2, occupant: null },
  ],
  p2: [{ number: 7, occupant: 's2' }],
};

const byId = <T extends { readonly id: string }>(rows: readonly T[], id: string | null): T | null =>
  rows.find((row) => row.id === id) ?? null;

/** The subgraphs, each with its part of the data. */
export function harbour(): BareGraph {
  return new BareGraph({
    ports: {
      sdl: `
        type Query { port(id: ID!): Port ports(minDepth: Int = 0): [Port!]! }
        type Mutation { rename(id: ID!, name: String!): Port }
        type Port @key(fields: "id") { id: ID! name: String! depth: Int greeting(language: String = "en"): String }
      `,
      resolvers: {
        Query: {
          port: (_: unknown, { id }: { id: string }) => byId(ports, id),
          ports: (_: unknown, { minDepth }: { minDepth: number }) =>
            ports.filter(({ depth }) => depth >= minDepth),
        },
        Mutation: {
          rename: (_: unknown, { id, name }: { id: string; name: string }) => ({
            ...byId(ports, id),
            name,
          }),
        },
        Port: {
          __resolveReference: ({ id }: { id: string }) => byId(ports, id),
          greeting: ({ name }: { name: string }, { language }: { language: string }) =>
            `${language}: ${name}`,
        },
      },
    },
    ships: {
      sdl: `
        type Query { ships: [Ship!]! vessel(id: ID!): Vessel boom: String }
        interface Ship { id: ID! name: String homePort: Port }
        type Ferry implements Ship @key(fields: "id") { id: ID! name: String homePort: Port seats: Int size: Int draught: Int }
        type Freighter implements Ship @key(fields: "id") { id: ID! name: String homePort: Port tonnage: Int size: String! draught: Int }
        union Vessel = Ferry | Freighter
        type Port @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: {
          ships: () => ships,
          vessel: (_: unknown, { id }: { id: string }) => byId(ships, id),
          boom: () => {
            throw new Error('the boiler burst');
          },
        },
        Ship: { __resolveType: (ship: { __typename: string }) => ship.__typename },
        Ferry: {
          __resolveReference: ({ id }: { id: string }) => byId(ships, id),
          homePort: ({ homePort }: { homePort: string | null }) =>
            homePort === null ? null : { id: homePort },
          size: ({ seats }: { seats: number }) => seats,
        },
        Freighter: {
          __resolveReference: ({ id }: { id: string }) => byId(ships, id),
          homePort: ({ homePort }: { homePort: string | null }) =>
            homePort === null ? null : { id: homePort },
          size: ({ tonnage }: { tonnage: number }) => `${tonnage} t`,
        },
      },
    },
    berths: {
      sdl: `
        type Port @key(fields: "id") { id: ID! depth: Int @external berths(first: Int): [Berth!]! quality: String @requires(fields: "depth") }
        type Berth { number: Int! occupant: Ferry }
        type Ferry @key(fields: "id") { id: ID! fare: Int }
      `,
      resolvers: {
        Port: {
          __resolveReference: (reference: object) => reference,
          berths: ({ id }: { id: string }, { first = 99 }: { first?: number }) =>
            (berths[id] ?? []).slice(0, first),
          quality: ({ depth }: { depth: number }) => (depth > 13 ? 'deep' : 'shallow'),
        },
        Berth: {
          occupant: ({ occupant }: { occupant: string | null }) =>
            occupant === 's1' ? { id: occupant } : null,
        },
        Ferry: {
          __resolveReference: (reference: object) => reference,
          fare: ({ id }: { id: string }) => id.length * 10,
        },
      },
    },
  });
}

const wholePort = (id: string | null): object | null => {
  const port = byId(ports, id);
  if (port === null) return null;
  return {
    ...port,
    greeting: ({ language }: { language: string }) => `${language}: ${port.name}`,
    quality: port.depth > 13 ? 'deep' : 'shallow',
    berths: ({ first = 99 }: { first?: number }) =>
      (berths[port.id] ?? []).slice(0, first).map(({ number, occupant }) => ({
        number,
        occupant: occupant === 's1' ? wholeShip('s1') : null,
      })),
  };
};

const wholeShip = (id: string): object | null => {
  const ship = byId(ships, id);
  if (ship === null) return null;
  const size = 'tonnage' in ship ? `${ship.tonnage} t` : ship.seats;
  return { ...ship, size, fare: ship.id.length * 10, homePort: () => wholePort(ship.homePort) };
};

/** The same data for graphql-js over one schema. */
export const whole = {
  port: ({ id }: { id: string }) => wholePort(id),
  ports: ({ minDepth }: { minDepth: number }) =>
    ports.filter(({ depth }) => depth >= minDepth).map(({ id }) => wholePort(id)),
  ships: () => ships.map(({ id }) => wholeShip(id)),
  vessel: ({ id }: { id: string }) => wholeShip(id),
  boom: () => {
    throw new Error('the boiler burst');
  },
  rename: ({ id, name }: { id: string; name: string }) => ({ ...wholePort(id), name }),
};
