/** The cases of a run: each follows from the run's seed and its number alone, so that any of them can be had again. */
import { Draw, seedOf } from '../draw.js';
import { GRAPH_SCOPES } from '../graph/building-blocks.js';
import { randomGraph } from '../graph/random-graph.js';
import { randomOperation, randomVariables } from '../operations/random-operation.js';
import type { RandomOperation } from '../operations/random-operation.js';
import { GraphUnderTest } from '../subgraphs/graph-under-test.js';
import type { Obedience } from '../subgraphs/subgraph.js';
import { CLOCKS } from '../world/dates.js';
import { randomSituation } from '../world/random-situation.js';
import { randomWorld } from '../world/random-world.js';
import type { Situation } from '../world/situation.js';
import type { World } from '../world/world.js';

/** An operation, a world, and who asks. */
export interface Case {
  readonly number: number;
  readonly operation: RandomOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly world: World;
  readonly situation: Situation;
  readonly obedience: Obedience;
}

/** How many cases share a graph, and how many of those an operation. */
export const CASES_PER_GRAPH = 320;
const CASES_PER_OPERATION = 10;

/** What each kind of seed is for. */
const [OF_GRAPH, OF_OPERATION, OF_CASE] = [1, 2, 3];

/** The graphs and cases of one seed. */
export class Cases {
  readonly #seed: number;
  #graph: { readonly position: number; readonly graph: GraphUnderTest } | null = null;
  #operation: { readonly position: number; readonly operation: RandomOperation } | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The graph that a case is about; cases in their order share one. */
  graphOf(number: number): GraphUnderTest {
    const position = Math.floor(number / CASES_PER_GRAPH);
    if (this.#graph?.position !== position) {
      const model = randomGraph(new Draw(seedOf(this.#seed, OF_GRAPH, position)));
      this.#graph = { position, graph: new GraphUnderTest(model) };
    }
    return this.#graph.graph;
  }

  /** One case. */
  case(number: number): Case {
    const { model } = this.graphOf(number);
    const operation = this.#operationOf(number);
    const draw = new Draw(seedOf(this.#seed, OF_CASE, number));
    const now = draw.chance(0.5) ? draw.one(CLOCKS) : (CLOCKS[0] ?? 0);
    const world = randomWorld(draw, model, now);
    const records = world.records.map(({ id }) => id);
    const situation = randomSituation(draw, { now, scopes: [...GRAPH_SCOPES, 'PERSON'], records });
    return {
      number,
      operation,
      variables: randomVariables(draw, operation.text),
      world,
      situation,
      obedience: draw.chance(0.92) ? 'obeys' : draw.one(['shows all', 'shows others']),
    };
  }

  #operationOf(number: number): RandomOperation {
    const position = Math.floor(number / CASES_PER_OPERATION);
    if (this.#operation?.position !== position) {
      const { model, oracle } = this.graphOf(number);
      const draw = new Draw(seedOf(this.#seed, OF_OPERATION, position));
      this.#operation = { position, operation: randomOperation(draw, model, oracle.schema) };
    }
    return this.#operation.operation;
  }
}
