import { compileFetch } from './compile-fetch.js';
import type { CompiledFetch, FetchOptions } from './compile-fetch.js';
import type {
  EntityAlias,
  FlattenNode,
  PathSegment,
  PlanNode,
  QueryPlan,
  Rewrite,
} from './plan.js';

/** A plan ready to run. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'root';
      readonly fetch: CompiledFetch;
      readonly outputRewrites: readonly Rewrite[];
    }
  | {
      readonly kind: 'entities';
      readonly fetch: CompiledFetch;
      readonly aliases: readonly EntityAlias[];
    };

/** Compiles a plan; null where it fetches nothing. */
export function compilePlan(plan: QueryPlan, options: FetchOptions): Step | null {
  return plan.node === undefined ? null : compileNode(plan.node, options);
}

function compileNode(node: PlanNode, options: FetchOptions): Step {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((child) => compileNode(child, options)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((child) => compileNode(child, options)) };
    case 'Fetch': {
      const fetch = compileFetch(
        node.serviceName,
        'root',
        node.operation,
        node.variableUsages ?? [],
        options,
      );
      return { kind: 'root', fetch, outputRewrites: node.outputRewrites ?? [] };
    }
    case 'Flatten':
      return compileFlatten(node, options);
    case 'BatchFetch': {
      const fetch = compileFetch(
        node.serviceName,
        'entities',
        node.operation,
        node.variableUsages ?? [],
        options,
      );
      return { kind: 'entities', fetch, aliases: node.entityBatch.aliases };
    }
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`Expected a plan of fetches, got a ${node.kind} node`);
  }
}

/** The alias and variable of an entity fetch that is not a batch. */
const ENTITIES = { alias: '_entities', representationsVariableName: 'representations' } as const;

function compileFlatten({ path, node }: FlattenNode, options: FetchOptions): Step {
  if (node.kind !== 'Fetch')
    throw new Error(`Expected a fetch of entities at ${pathText(path)}, got a ${node.kind} node`);
  const fetch = compileFetch(
    node.serviceName,
    'entities',
    node.operation,
    node.variableUsages ?? [],
    options,
  );
  const alias: EntityAlias = {
    ...ENTITIES,
    paths: [path],
    requires: node.requires ?? [],
    inputRewrites: node.inputRewrites ?? [],
    outputRewrites: node.outputRewrites ?? [],
  };
  return { kind: 'entities', fetch, aliases: [alias] };
}

function pathText(path: readonly PathSegment[]): string {
  return path
    .map((segment) => (segment === '@' ? '@' : 'Field' in segment ? segment.Field : '|'))
    .join('.');
}
