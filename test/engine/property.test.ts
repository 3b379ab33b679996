import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExecutionResult } from 'graphql';
import { parse, validate } from 'graphql';
import type { SubgraphAnswer } from '../../gateway/src/execution/index.js';
import { harbour, wholeHarbour } from './harbour.js';
import type { Part } from './harbour.js';
import { newLogbook } from './logbook.js';
import { randomOperations } from './random-operations.js';
import type { Material } from './random-operations.js';

const graph = harbour();

/** Which operations come is the same at every run; a failure prints the one it shrank to. */
const SEED = 20261122;

const PARTS: readonly (Part | null)[] = [null, 'ports', 'ships', 'berths'];

/**
 * The places of an answer that errors left null. Where null spreads, one error of several below the place is enough,
 * and which one is not for the specification to say.
 */
function nulledPlaces({ data, errors = [] }: ExecutionResult): readonly string[] {
  const places = errors.map(({ path = [] }) => {
    const place: (string | number)[] = [];
    let value: unknown = data;
    for (const key of path) {
      if (typeof value !== 'object' || value === null) break;
      place.push(key);
      value = Reflect.get(value, key);
    }
    return JSON.stringify(value === null ? place : ['an error at a value', ...path]);
  });
  return [...new Set(places)].sort();
}

/** What operations are made of, and how many are tried. */
const TRIED: readonly (readonly [string, Omit<Material, 'schema'>, number])[] = [
  ['any query', { operation: 'query' }, 200],
  ['any mutation', { operation: 'mutation' }, 50],
  ['arguments of every kind', { operation: 'query', only: ['echo', 'port'] }, 150],
  ['changes in their order', { operation: 'mutation', only: ['enter', 'leave'] }, 200],
];

const broken: SubgraphAnswer = { errors: [{ message: 'down' }] };

describe('the engine', () => {
  it.each(TRIED)(
    `answers %s as one schema would, whichever subgraph is down (seed ${SEED})`,
    async (_name, material, numRuns) => {
      await fc.assert(
        fc.asyncProperty(
          randomOperations({ schema: graph.apiSchema, ...material }),
          fc.constantFrom(...PARTS),
          async ({ text, variables }, down) => {
            fc.pre(validate(graph.apiSchema, parse(text)).length === 0);
            // What is fetched together with a field that another part is required for fails with it.
            fc.pre(down !== 'ports' || !text.includes('quality'));
            graph.tamper = (subgraph, answer) => (subgraph === down ? broken : answer);
            newLogbook();
            const engine = await graph.ask(text, variables);
            newLogbook();
            const reference = await graph.reference(wholeHarbour(down), text, variables);
            expect(JSON.stringify(engine.data)).toBe(JSON.stringify(reference.data));
            expect(nulledPlaces(engine)).toEqual(nulledPlaces(reference));
          },
        ),
        { seed: SEED, numRuns },
      );
    },
    60_000,
  );
});
