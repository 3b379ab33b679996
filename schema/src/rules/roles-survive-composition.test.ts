import { describe, expect, it } from '@jest/globals';
import { checkSupergraph, composeUnchecked } from '../compose.js';
import { subgraphHeader } from '../directives.js';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('roles-survive-composition');

const FIRST = `type Query { hours: String @open }
  type Ward @key(fields: "id") @open @requiresScopes(scopes: [["a"], ["b"]]) {
    id: ID! beds: Int @shareable @requiresScopes(scopes: [["x"]]) kind: Kind
  }
  enum Kind @requiresScopes(scopes: [["kind"]]) { ACUTE }`;
const SECOND = `type Ward @key(fields: "id") @open @requiresScopes(scopes: [["c"]]) {
    id: ID! beds: Int @shareable @requiresScopes(scopes: [["y"], ["z"]])
  }`;

const subgraphsOf = (types: readonly string[]) =>
  types.map((text, n) => ({
    name: `s${n}`,
    url: `http://s${n}.test`,
    sdl: `${subgraphHeader()}\n${text}`,
  }));

const composed = (...types: readonly string[]) => composeUnchecked(subgraphsOf(types));

function problemsIn(supergraph: string, ...types: readonly string[]) {
  return checkSupergraph({ subgraphs: subgraphsOf(types), supergraph })
    .filter(({ rule }) => rule === 'roles-survive-composition')
    .map(({ coordinate, expected, got }) => ({ coordinate, expected, got }));
}

describe('roles-survive-composition', () => {
  it('takes subgraphs that ask for different roles, of which all count', () => {
    expectValid(FIRST, SECOND);
  });

  it.each([
    ['are merged as an OR', /\[\["x", "y"\], \["x", "z"\]\]/, '[["x"], ["y"], ["z"]]', 'Ward.beds'],
    ['are lost', / @requiresScopes\(scopes: \[\["kind"\]\]\)/, '', 'Kind'],
    ['leave one subgraph’s out', /\[\["a", "c"\], \["b", "c"\]\]/, '[["a"], ["b"]]', 'Ward'],
  ])('refuses a supergraph in which roles %s', (_how, from, to, coordinate) => {
    const change = (supergraph: string): string => {
      expect(supergraph).toMatch(from);
      return supergraph.replace(from, to);
    };
    expect(problemsIn(change(composed(FIRST, SECOND)), FIRST, SECOND)).toMatchObject([
      { coordinate },
    ]);
  });

  it('refuses an OR of nothing, which one composer drops', () => {
    expectErrors('type Query { hours: String @open @requiresScopes(scopes: []) }').toEqual([
      'Query.hours: no role',
    ]);
  });

  it('refuses roles on an interface of a subgraph, whatever a composer makes of them', () => {
    const types = `type Query { ward: Place @open }
      interface Place { beds: Int } type Ward implements Place @open { beds: Int }`;
    const [place] = problemsIn(
      composed(types),
      types.replace('{ beds: Int }', '{ beds: Int @authenticated }'),
    );
    expect(place).toMatchObject({ coordinate: 'Place.beds', got: '@authenticated' });
  });
});
