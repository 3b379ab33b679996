/** An invented harbour: three subgraphs and the same data in one piece. Some of its fields fail, always the same. */
import { BareGraph } from '../support/bare-graph.js';
import { ECHO_FIELD, ECHO_TYPES, echo } from './echo.js';
import { write } from './logbook.js';

/** The parts of the harbour. */
export type Part = 'ports' | 'ships' | 'berths';

interface Buoy {
  readonly colour: string;
  readonly lights: readonly number[] | null;
  readonly neighbours: readonly (Buoy | null)[];
}

const green: Buoy = { colour: 'GREEN', lights: [1, 2], neighbours: [] };
const buoys: readonly (Buoy | null)[] = [
  { colour: 'RED', lights: null, neighbours: [green, null] },
  null,
  green,
];

interface PortRow {
  readonly __typename: 'Port';
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly soundings: readonly (readonly (number | null)[])[] | null;
  readonly manifest: unknown;
  readonly manifests: readonly unknown[] | null;
  readonly buoys: readonly (Buoy | null)[];
}

const ports: readonly PortRow[] = [
  {
    __typename: 'Port',
    id: 'p1',
    name: 'Sai Wan',
    depth: 12,
    kind: 'SEA',
    tags: ['deep', 'old'],
    soundings: [[1, null], []],
    manifest: { crates: [{ of: 'tea' }], constructor: 'x', weight: null },
    manifests: [1, [2, { three: 3 }], 'four'],
    buoys,
  },
  {
    __typename: 'Port',
    id: 'p2',
    name: 'Nam Sha',
    depth: 15,
    kind: 'RIVER',
    tags: [],
    soundings: null,
    manifest: [[], {}],
    manifests: null,
    buoys: [],
  },
];

const ships = [
  { __typename: 'Ferry', id: 's1', name: 'Kestrel', seats: 300, homePort: 'p1', draught: 3 },
  { __typename: 'Freighter', id: 's2', name: 'Heron', tonnage: 9000, homePort: 'p2', draught: 14 },
  { __typename: 'Ferry', id: 's3', name: 'Egret', seats: 120, homePort: null, draught: 2 },
] as const;

type ShipRow = (typeof ships)[number];

const berths: Readonly<Record<string, readonly { number: number; occupant: string | null }[]>> = {
  p1: [
    { number: 1, occupant: 's1' },
    { number: 2, occupant: null },
  ],
  p2: [{ number: 7, occupant: 's3' }],
};

const byId = <T extends { readonly id: string }>(rows: readonly T[], id: string | null): T | null =>
  rows.find((row) => row.id === id) ?? null;

const fail = (what: string): never => {
  throw new Error(`${what} burst`);
};

const size = (ship: ShipRow) => ('tonnage' in ship ? `${ship.tonnage} t` : ship.seats);
const sisters = ({ __typename, id }: ShipRow) =>
  ships.filter((other) => other.__typename === __typename && other.id !== id);
/** Fails for one port and not for the other. */
const dues = (id: string): number => (id === 'p2' ? fail('the till') : 40);
/** Fails for one port, where no null is allowed. */
const watch = (id: string): number => (id === 'p2' ? fail('the clock') : 24);
const tide = (id: string): number => (id === 'p1' ? 1.5 : fail('the gauge'));
const fare = (id: string): number => (id === 's3' ? fail('the purse') : id.length * 10);
/** Fails within a list of lists. */
const alarms = (): readonly (readonly (number | Error)[])[] => [
  [1, new Error('the bell burst')],
  [2],
];
const quality = (depth: number): string => (depth > 13 ? 'deep' : 'shallow');

const PORTS_SDL = `
  type Query { port(id: ID!): Port ports(minDepth: Int = 0): [Port!]! maybePorts: [Port] ${ECHO_FIELD} }
  type Mutation { rename(id: ID!, name: String!): Port enter(name: String!): String }
  ${ECHO_TYPES}
  enum Colour { RED GREEN }
  type Port @key(fields: "id") {
    id: ID! name: String! depth: Int greeting(language: String = "en", loud: Boolean): String
    kind: PortKind! tags: [String!]! soundings: [[Int]!] manifest: Manifest manifests: [Manifest!]
    buoys(first: Int): [Buoy]! dues: Int watch: Int! alarms: [[Int!]]
  }
  type Buoy { colour: Colour! lights: [Int!] neighbours: [Buoy]! }
`;

const SHIPS_SDL = `
  type Query { ships: [Ship!]! vessel(id: ID!): Vessel vessels: [Vessel]! boom: String }
  type Mutation { leave(name: String!): String! }
  interface Ship { id: ID! name: String homePort: Port sisters: [Ship!]! }
  type Ferry implements Ship @key(fields: "id") {
    id: ID! name: String homePort: Port sisters: [Ship!]! seats: Int size: Int draught: Int
  }
  type Freighter implements Ship @key(fields: "id") {
    id: ID! name: String homePort: Port sisters: [Ship!]! tonnage: Int size: String! draught: Int
  }
  union Vessel = Ferry | Freighter
  type Port @key(fields: "id", resolvable: false) { id: ID! }
`;

const BERTHS_SDL = `
  type Port @key(fields: "id") {
    id: ID! depth: Int @external berths(first: Int): [Berth!]! quality: String @requires(fields: "depth") tide: Float!
    ${ECHO_FIELD}
  }
  ${ECHO_TYPES}
  type Berth { number: Int! occupant: Ferry }
  type Ferry @key(fields: "id") { id: ID! fare: Int }
`;

const greet = (name: string, { language, loud }: { language: string; loud?: boolean | null }) =>
  `${language}: ${name}${loud === true ? '!' : ''}`;

const shipResolvers = {
  __resolveReference: ({ id }: { id: string }) => byId(ships, id),
  homePort: ({ homePort }: ShipRow) => (homePort === null ? null : { id: homePort }),
  sisters,
  size,
};

/** The subgraphs, each with its part of the data. */
export function harbour(): BareGraph {
  return new BareGraph({
    ports: {
      sdl: PORTS_SDL,
      resolvers: {
        Query: {
          port: (_: unknown, { id }: { id: string }) => byId(ports, id),
          ports: (_: unknown, { minDepth }: { minDepth: number }) =>
            ports.filter(({ depth }) => depth >= minDepth),
          maybePorts: () => [...ports, null],
          echo: (_: unknown, given: object) => echo(given),
        },
        Mutation: {
          // Slower than whatever could follow before its turn.
          enter: async (_: unknown, { name }: { name: string }) => {
            await new Promise(setImmediate);
            return write(`in ${name}`);
          },
          rename: (_: unknown, { id, name }: { id: string; name: string }) => {
            const port = byId(ports, id);
            return port && { ...port, name };
          },
        },
        Port: {
          __resolveReference: ({ id }: { id: string }) => byId(ports, id),
          greeting: ({ name }: PortRow, given: { language: string }) => greet(name, given),
          buoys: (port: PortRow, { first }: { first?: number }) => port.buoys.slice(0, first),
          dues: ({ id }: PortRow) => dues(id),
          watch: ({ id }: PortRow) => watch(id),
          alarms,
        },
      },
    },
    ships: {
      sdl: SHIPS_SDL,
      resolvers: {
        Query: {
          ships: () => ships,
          vessel: (_: unknown, { id }: { id: string }) => byId(ships, id),
          vessels: () => [null, ...ships],
          boom: () => fail('the boiler'),
        },
        Mutation: { leave: (_: unknown, { name }: { name: string }) => write(`out ${name}`) },
        Ship: { __resolveType: (ship: { __typename: string }) => ship.__typename },
        Ferry: shipResolvers,
        Freighter: shipResolvers,
      },
    },
    berths: {
      sdl: BERTHS_SDL,
      resolvers: {
        Port: {
          __resolveReference: (reference: object) => reference,
          berths: ({ id }: { id: string }, { first }: { first?: number }) =>
            (berths[id] ?? []).slice(0, first),
          quality: ({ depth }: { depth: number }) => quality(depth),
          tide: ({ id }: { id: string }) => tide(id),
          echo: (_: unknown, given: object) => echo(given),
        },
        Berth: {
          occupant: ({ occupant }: { occupant: string | null }) =>
            occupant === null ? null : { id: occupant },
        },
        Ferry: {
          __resolveReference: (reference: object) => reference,
          fare: ({ id }: { id: string }) => fare(id),
        },
      },
    },
  });
}

/** The same data for graphql-js over one schema, in which what a part of the harbour holds fails if the part is down. */
export function wholeHarbour(down: Part | null = null) {
  const of =
    <Arguments, Value>(part: Part, resolve: (given: Arguments) => Value) =>
    (given: Arguments): Value =>
      part === down ? fail(part) : resolve(given);

  const wholePort = (port: PortRow | null): object | null =>
    port && {
      __typename: 'Port',
      id: port.id,
      name: of('ports', () => port.name),
      depth: of('ports', () => port.depth),
      kind: of('ports', () => port.kind),
      tags: of('ports', () => port.tags),
      soundings: of('ports', () => port.soundings),
      manifest: of('ports', () => port.manifest),
      manifests: of('ports', () => port.manifests),
      greeting: of('ports', (given: { language: string }) => greet(port.name, given)),
      buoys: of('ports', ({ first }: { first?: number }) => port.buoys.slice(0, first)),
      dues: of('ports', () => dues(port.id)),
      watch: of('ports', () => watch(port.id)),
      alarms: of('ports', alarms),
      // What is made from a value that failed fails.
      quality: of('ports', () => (down === 'berths' ? fail('berths') : quality(port.depth))),
      tide: of('berths', () => tide(port.id)),
      echo: of('berths', echo),
      berths: of('berths', ({ first }: { first?: number }) =>
        (berths[port.id] ?? []).slice(0, first).map(({ number, occupant }) => ({
          number,
          occupant: wholeShip(byId(ships, occupant)),
        })),
      ),
    };

  const wholeShip = (ship: ShipRow | null): object | null =>
    ship && {
      __typename: ship.__typename,
      id: ship.id,
      name: of('ships', () => ship.name),
      draught: of('ships', () => ship.draught),
      seats: of('ships', () => ('seats' in ship ? ship.seats : null)),
      tonnage: of('ships', () => ('tonnage' in ship ? ship.tonnage : null)),
      size: of('ships', () => size(ship)),
      sisters: of('ships', () => sisters(ship).map(wholeShip)),
      homePort: of('ships', () => wholePort(byId(ports, ship.homePort))),
      fare: of('berths', () => fare(ship.id)),
    };

  return {
    port: of('ports', ({ id }: { id: string }) => wholePort(byId(ports, id))),
    ports: of('ports', ({ minDepth }: { minDepth: number }) =>
      ports.filter(({ depth }) => depth >= minDepth).map(wholePort),
    ),
    maybePorts: of('ports', () => [...ports.map(wholePort), null]),
    rename: of('ports', ({ id, name }: { id: string; name: string }) => {
      const port = byId(ports, id);
      return wholePort(port && { ...port, name });
    }),
    echo: of('ports', echo),
    // A part that is down has done what it was asked; only its answer is lost.
    enter: ({ name }: { name: string }) => of('ports', (book: string) => book)(write(`in ${name}`)),
    leave: ({ name }: { name: string }) =>
      of('ships', (book: string) => book)(write(`out ${name}`)),
    ships: of('ships', () => ships.map(wholeShip)),
    vessel: of('ships', ({ id }: { id: string }) => wholeShip(byId(ships, id))),
    vessels: of('ships', () => [null, ...ships.map(wholeShip)]),
    boom: () => fail('the boiler'),
  };
}
