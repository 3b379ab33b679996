import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Kind, TypeInfo, parse, visit, visitWithTypeInfo } from 'graphql';
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  canonicalise,
  createFieldCollector,
  fieldsOnInterfaces,
  printCanonical,
} from '../../gateway/src/execution/index.js';
import type { CanonicalSelection } from '../../gateway/src/execution/index.js';
import { readGraph } from '../../gateway/src/host/graph.js';
import type { Graph } from '../../gateway/src/host/graph.js';
import { Draw } from './draw.js';
import { Cases } from './run/cases.js';

const SEED = 20261122;

interface Canonical {
  readonly definition: OperationDefinitionNode;
  readonly canonical: CanonicalSelection;
}

/** An operation as it is pruned and planned. */
function canonicalOf({ apiSchema, annotations }: Graph, text: string): Canonical {
  const document = parse(text);
  const { definitions } = document;
  const definition = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = apiSchema.getQueryType();
  if (definition === undefined || root == null) throw new Error('Expected a query');
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const named = new Map(fragments.map((node) => [node.name.value, node]));
  const collect = createFieldCollector(apiSchema, named, { yes: true, no: false });
  const { canonical } = canonicalise(root, definition.selectionSet, {
    ...{ schema: apiSchema, annotations, collect, maxSelections: 10_000 },
    onInterfaces: fieldsOnInterfaces(apiSchema, document),
  });
  return { definition, canonical };
}

function demandsIn({ fields }: CanonicalSelection): readonly string[] {
  return [...fields.values()]
    .flatMap((ofType) => [...ofType.values()])
    .flatMap(({ demands, selection }) => [...demands, ...(selection ? demandsIn(selection) : [])]);
}

/** The fields that an operation asks for, by their coordinates. */
function coordinatesIn(schema: GraphQLSchema, text: string): ReadonlySet<string> {
  const coordinates = new Set<string>();
  const types = new TypeInfo(schema);
  const Field = (): void => {
    coordinates.add(`${String(types.getParentType())}.${String(types.getFieldDef()?.name)}`);
  };
  visit(parse(text), visitWithTypeInfo(types, { Field }));
  return coordinates;
}

describe('pruning', () => {
  it('leaves nothing that demands what is refused, and done again changes nothing', () => {
    let pruned = 0;
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const cases = new Cases(seed);
        const graph = readGraph(cases.graphOf(0).supergraphSdl);
        const draw = new Draw(seed);
        const prune = (text: string, refused: ReadonlySet<string>): string | null => {
          const { definition, canonical } = canonicalOf(graph, text);
          return printCanonical(definition, canonical, refused)?.text ?? null;
        };
        for (let number = 0; number < 320; number += 10) {
          const { text } = cases.case(number).operation;
          const demands = [...new Set(demandsIn(canonicalOf(graph, text).canonical))];
          const refused = new Set(draw.some(demands, 0.25));
          const once = prune(text, refused);
          if (once === null) continue;
          pruned += refused.size > 0 ? 1 : 0;
          const left = demandsIn(canonicalOf(graph, once).canonical);
          expect(left.filter((demand) => refused.has(demand))).toEqual([]);
          const again = prune(once, refused) ?? '{ __typename }';
          const asked = coordinatesIn(graph.apiSchema, once);
          expect(coordinatesIn(graph.apiSchema, again)).toEqual(asked);
        }
      }),
      { seed: SEED, numRuns: 6 },
    );
    expect(pruned).toBeGreaterThan(40);
  }, 300_000);
});
