/** `@requiresScopes` wherever federation 2.12 lets it stand, over a graph small enough to see all of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  NOW,
  abroadRequest,
  abroadFacts,
  consentFacts,
  domesticFacts,
  domesticRequest,
  patientFacts,
} from '../../gateway/src/enforcement/testing/requests.js';
import { startSmallGraph } from '../support/small-graph.js';
import type { SmallGraph } from '../support/small-graph.js';

const AT_HOME = '@requiresScopes(scopes: [["provider:domestic"]])';
const FROM_ABROAD = '@requiresScopes(scopes: [["provider:cross-border"]])';

/** A list of places, of each kind one. */
const PLACES = ['Ward', 'Hall'].map((type) => ({ __typename: type, id: type }));

const CONSENTS = {
  types: `
    "Reads." type Query {
      "All places." places: [Place!] @open "Either." either: [Either!] @open "All things." things: [Thing!] @open
      "A ward." ward: Ward @open
    }
    "One implementation’s beds are for callers at home." interface Place { "The id." id: ID! "How many." beds: Int "Within." within: Place }
    "Stricter than its interface." type Ward implements Place @key(fields: "id") @open {
      "The id." id: ID! "How many." beds: Int ${AT_HOME} "Within." within: Place
      "What sort." sort: Sort "Its seal." seal: Seal "Shared." count: Int @shareable ${AT_HOME}
      "A set of no scope." nothing: Int @requiresScopes(scopes: [[]])
      "One of two, of which one is of two." several: Int
        @requiresScopes(scopes: [["provider:cross-border", "provider:domestic"], ["office:auditor"]])
    }
    "As free as its interface." type Hall implements Place @key(fields: "id") @open {
      "The id." id: ID! "How many." beds: Int "Within." within: Place
    }
    "One or the other." union Either = Ward | Hall | Safe
    "One of its types is for callers at home." interface Thing { "What it is called." name: String }
    "For callers at home." type Safe implements Thing ${AT_HOME} {
      "What it is called." name: String "Asked for by its type alone." key: String @requiresScopes(scopes: [[]])
    }
    "For everybody." type Box implements Thing { "What it is called." name: String }
    "For callers at home." enum Sort ${AT_HOME} { "Short." ACUTE }
    "For callers at home." scalar Seal ${AT_HOME}
  `,
  resolvers: {
    Query: {
      places: () => PLACES,
      either: () => [...PLACES, { __typename: 'Safe', name: 'iron' }],
      things: () => [
        { __typename: 'Safe', name: 'iron' },
        { __typename: 'Box', name: 'paper' },
      ],
      ward: () => PLACES[0],
    },
    Ward: {
      __resolveReference: (reference: object) => ({ ...PLACES[0], ...reference }),
      beds: () => 1,
      within: () => PLACES[1],
      sort: () => 'ACUTE',
      seal: () => 'wax',
      count: () => 1,
      nothing: () => 0,
      several: () => 2,
    },
    Hall: {
      __resolveReference: (reference: object) => ({ ...PLACES[1], ...reference }),
      beds: () => 2,
      within: () => PLACES[0],
    },
    Safe: { key: () => 'brass' },
  },
};

const PROVIDERS = {
  types: `
    "Reads." type Query { "Open to everybody." directory: String @open }
    "The same ward." type Ward @key(fields: "id") @open {
      "The id." id: ID! "How many." beds: Int @external
      "Shared, and asked for otherwise." count: Int @shareable ${FROM_ABROAD}
      "Derived from the beds." free: Int @requires(fields: "beds") ${AT_HOME}
    }
  `,
  resolvers: {
    Query: { directory: () => 'a list' },
    Ward: { __resolveReference: (reference: object) => reference, count: () => 1, free: () => 1 },
  },
};

let graph: SmallGraph;

beforeAll(async () => {
  graph = await startSmallGraph(
    { consents: CONSENTS, providers: PROVIDERS },
    {
      facts: {
        patientFacts: patientFacts(),
        providerFacts: null,
        consentFacts: consentFacts(),
      },
      now: NOW,
    },
  );
});

afterAll(() => graph.close());

async function ask(query: string, isAtHome: boolean) {
  graph.facts.providerFacts = isAtHome ? domesticFacts() : abroadFacts();
  const { caller } = isAtHome ? domesticRequest() : abroadRequest();
  const { data, errors = [] } = await graph.ask(caller, query);
  return {
    data,
    refused: errors.map(({ path = [], extensions }) => {
      expect(extensions?.['code']).toBe('FORBIDDEN');
      return path.join('.');
    }),
  };
}

const fromAbroad = (query: string) => ask(query, false);
const atHome = (query: string) => ask(query, true);

/** Everything that the subgraphs were asked. */
const asked = (): string => graph.asked.map(({ query }) => query).join('\n');

describe('a stricter implementation, asked through its interface (GHSA-x33c-7c2v-mrj9)', () => {
  it('closes the field for the whole interface', async () => {
    expect(await fromAbroad('{ places { id beds } }')).toEqual({
      data: {
        places: [
          { id: 'Ward', beds: null },
          { id: 'Hall', beds: null },
        ],
      },
      refused: ['places.0.beds', 'places.1.beds'],
    });
    expect(asked()).not.toContain('beds');
    expect(await atHome('{ places { beds } }')).toEqual({
      data: { places: [{ beds: 1 }, { beds: 2 }] },
      refused: [],
    });
  });

  it('closes no other implementation that is asked by its own type', async () => {
    const query =
      '{ places { ... on Ward { beds } ... on Hall { beds } } either { ... on Hall { beds } } }';
    expect(await fromAbroad(query)).toEqual({
      data: { places: [{ beds: null }, { beds: 2 }], either: [{}, { beds: 2 }, {}] },
      refused: ['places.0.beds'],
    });
  });

  it.each([
    ['a fragment', '{ places { ...P } } fragment P on Place { beds }'],
    ['an alias', '{ places { beds: beds } }'],
    ['a fragment on the interface', '{ places { ... on Place { beds } } }'],
    ['a union', '{ places: either { ... on Place { beds } } }'],
  ])('is found through %s', async (_how, query) => {
    const { data } = await fromAbroad(query);
    expect(JSON.stringify(data)).not.toMatch(/[12]/);
    expect(asked()).not.toContain('beds');
  });

  it('is found below another place', async () => {
    expect(await fromAbroad('{ places { within { beds } } }')).toMatchObject({
      data: { places: [{ within: { beds: null } }, { within: { beds: null } }] },
    });
    expect(asked()).not.toContain('beds');
  });

  it('gives what is asked on its own type under another name than what is asked on the interface', async () => {
    expect(await fromAbroad('{ places { all: beds ... on Hall { own: beds } } }')).toEqual({
      data: { places: [{ all: null }, { all: null, own: 2 }] },
      refused: ['places.0.all', 'places.1.all'],
    });
    // Under one name, what is asked on the type itself is given.
    expect(await fromAbroad('{ places { beds ... on Hall { beds } } }')).toEqual({
      data: { places: [{ beds: null }, { beds: 2 }] },
      refused: ['places.0.beds'],
    });
  });
});

describe('a role on a type', () => {
  it('closes what returns its interface, and all that is asked of the interface', async () => {
    expect(await fromAbroad('{ things { name } }')).toEqual({
      data: { things: null },
      refused: ['things'],
    });
    expect(graph.asked).toEqual([]);
    expect(await atHome('{ things { name } }')).toEqual({
      data: { things: [{ name: 'iron' }, { name: 'paper' }] },
      refused: [],
    });
  });

  it('closes its fields where a union leads to it', async () => {
    expect(await fromAbroad('{ either { ... on Safe { name } } }')).toEqual({
      data: { either: [{}, {}, { name: null }] },
      refused: ['either.2.name'],
    });
    expect(await fromAbroad('{ either { ... on Thing { name } } }')).toMatchObject({
      data: { either: [{}, {}, { name: null }] },
    });
    expect(asked()).not.toContain('name }');
  });

  it('is not lifted by a field of it that asks for no scope', async () => {
    expect(await fromAbroad('{ either { ... on Safe { key } } }')).toEqual({
      data: { either: [{}, {}, { key: null }] },
      refused: ['either.2.key'],
    });
    expect(await atHome('{ either { ... on Safe { key } } }')).toMatchObject({
      data: { either: [{}, {}, { key: 'brass' }] },
    });
  });
});

describe('a role on a field', () => {
  it.each([
    ['a scalar', 'seal', 'wax'],
    ['an enum', 'sort', 'ACUTE'],
    ['what a field requires', 'free', 1],
  ])('counts for %s', async (_what, field, value) => {
    expect(await fromAbroad(`{ ward { id ${field} } }`)).toEqual({
      data: { ward: { id: 'Ward', [field]: null } },
      refused: [`ward.${field}`],
    });
    expect(asked()).not.toMatch(new RegExp(`${field}|beds`));
    expect(await atHome(`{ ward { ${field} } }`)).toEqual({
      data: { ward: { [field]: value } },
      refused: [],
    });
  });

  it.each([
    ['two subgraphs’ roles, of which all count', 'count'],
    ['a list of lists, of which one has to be held wholly', 'several'],
  ])('is closed to either caller alone: %s', async (_what, field) => {
    for (const caller of [atHome, fromAbroad]) {
      expect(await caller(`{ ward { ${field} } }`)).toEqual({
        data: { ward: { [field]: null } },
        refused: [`ward.${field}`],
      });
      expect(asked()).not.toContain(field);
    }
  });

  it('is open to every known caller where no scope is asked for', async () => {
    expect(await fromAbroad('{ ward { nothing } }')).toMatchObject({
      data: { ward: { nothing: 0 } },
    });
  });
});
