import { DEFAULT_CACHE_LIMITS, DEFAULT_LIMITS } from '@causeway/gateway';
import { readGraph } from '../../gateway/src/host/graph.js';
import { OperationCache } from '../../gateway/src/host/operation-cache.js';
import { Preparation } from '../../gateway/src/host/prepare.js';
import { NO_METRICS } from '../../gateway/src/metrics/index.js';
import {
  DEFAULT_PLANNING,
  PlanCache,
  TimelyPlanner,
  processPlanner,
} from '../../gateway/src/planning/index.js';

/** How much is asked: one subgraph; three subgraphs and a list; many lists of records that lead to others. */
export type OperationSize = 'small' | 'medium' | 'large';

const LIST = 'totalCount edges { node { id code { text } recordedDate author { name } } }';

const SELECTIONS: Readonly<Record<OperationSize, (first: number) => string>> = {
  small: (first) => `allergyIntolerances(first: ${first}) { totalCount }`,
  medium: (first) => `name { text } birthDate allergyIntolerances(first: ${first}) { ${LIST} }`,
  large: (first) =>
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
      .map((alias, at) => `${alias}: allergyIntolerances(first: ${first}, last: ${at}) { ${LIST} }`)
      .join(' '),
};

/** How long first requests take, in milliseconds, in the order in which they were made. */
export interface FirstRequests {
  /** Each text leads to a plan of its own. */
  readonly distinct: readonly number[];
  /** Each text differs from one before in an alias alone. */
  readonly aliased: readonly number[];
}

/** Makes so many first requests, from the text to the compiled plan. */
export async function firstRequests(
  supergraphSdl: string,
  size: OperationSize,
  texts: number,
): Promise<FirstRequests> {
  const graph = readGraph(supergraphSdl);
  const planner = new TimelyPlanner({
    plan: graph.plan,
    planApart: processPlanner(supergraphSdl),
    limits: DEFAULT_PLANNING,
    metrics: NO_METRICS,
  });
  const plans = new PlanCache({
    plan: (text) => planner.plan(text),
    compile: graph.compile,
    metrics: NO_METRICS,
    maxBytes: DEFAULT_CACHE_LIMITS.plans,
  });
  const preparation = new Preparation({
    schema: graph.apiSchema,
    limits: DEFAULT_LIMITS,
    maxBytes: DEFAULT_CACHE_LIMITS.documents,
  });
  const operations = new OperationCache({
    graph,
    plans,
    maxSelections: DEFAULT_LIMITS.selections,
    maxBytes: DEFAULT_CACHE_LIMITS.operations,
  });
  const timeOf = async (alias: string, first: number): Promise<number> => {
    const query = `query ($id: ID!) { ${alias}: patient(id: $id) { ${SELECTIONS[size](first)} } }`;
    const begun = performance.now();
    const prepared = preparation.prepare({ query });
    if (prepared.kind === 'refused') throw new Error(JSON.stringify(prepared.errors));
    await operations.get(prepared.operation).variant({}).plan(new Set());
    return performance.now() - begun;
  };
  const [distinct, aliased]: [number[], number[]] = [[], []];
  // In turn, so that both meet the same machine.
  for (let first = 1; first <= texts; first += 1) {
    distinct.push(await timeOf('patient', first));
    aliased.push(await timeOf('other', first));
  }
  return { distinct, aliased };
}
