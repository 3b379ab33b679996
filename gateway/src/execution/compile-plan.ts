import { compileFetch, recordTypesIn } from './compile-fetch.js';
import type { CompiledFetch, FetchOptions } from './compile-fetch.js';
import type {
  EntityAlias,
  FetchNode,
  FlattenNode,
  PathSegment,
  PlanNode,
  QueryPlan,
  Rewrite,
} from './plan.js';
import { ObjectReader } from './read-answer.js';
import { renameKeys } from './rename-keys.js';
import { compileRepresentation, isOfTypeIn } from './representations.js';
import type { Represent } from './representations.js';
import type { ObjectShape } from './shape.js';

/** A plan ready to run. */
export type Step = RootStep | EntitiesStep | Steps;

/** Steps one after the other, or side by side. */
export interface Steps {
  readonly kind: 'sequence' | 'parallel';
  readonly steps: readonly Step[];
}

/** A fetch of root fields. */
export interface RootStep {
  readonly kind: 'root';
  readonly fetch: CompiledFetch;
  readonly shape: ObjectShape;
  readonly reader: ObjectReader;
}

/** A fetch of entities. */
export interface EntitiesStep {
  readonly kind: 'entities';
  readonly fetch: CompiledFetch;
  readonly selections: readonly EntitySelection[];
}

/** Entities of one kind within a fetch: where they are, what tells them apart, and what is asked of them. */
export interface EntitySelection {
  readonly alias: string;
  /** The variable that takes the representations. */
  readonly variable: string;
  readonly paths: readonly (readonly PathSegment[])[];
  /** Represents the entities of one request. */
  readonly representing: () => Represent;
  readonly shape: ObjectShape;
  readonly reader: ObjectReader;
  /** Whether what is read of an entity serves all who wait for it: where it holds no record, it is nobody's in particular. */
  readonly isShared: boolean;
}

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
      const fetch = compileFetch('root', node, options);
      const shape = shapeOf(fetch, '', node.outputRewrites, options);
      return { kind: 'root', fetch, shape, reader: new ObjectReader(shape) };
    }
    case 'Flatten':
      return compileFlatten(node, options);
    case 'BatchFetch': {
      const fetch = compileFetch('entities', node, options);
      return entitiesStep(fetch, node.entityBatch.aliases, options);
    }
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`Expected a plan of fetches, got a ${node.kind} node`);
  }
}

function compileFlatten({ path, node }: FlattenNode, options: FetchOptions): Step {
  if (node.kind !== 'Fetch')
    throw new Error(`Expected a fetch of entities, got a ${node.kind} node`);
  return entitiesStep(compileFetch('entities', node, options), [onlyAlias(node, path)], options);
}

/** An entity fetch that is no batch, as a batch of one. */
function onlyAlias(node: FetchNode, path: readonly PathSegment[]): EntityAlias {
  const { requires = [], inputRewrites = [], outputRewrites = [] } = node;
  return {
    alias: '_entities',
    representationsVariableName: 'representations',
    paths: [path],
    requires,
    inputRewrites,
    outputRewrites,
  };
}

function entitiesStep(
  fetch: CompiledFetch,
  aliases: readonly EntityAlias[],
  options: FetchOptions,
): EntitiesStep {
  const selections = aliases.map(
    ({
      alias,
      representationsVariableName,
      paths,
      requires,
      inputRewrites = [],
      outputRewrites,
    }) => {
      const shape = shapeOf(fetch, alias, outputRewrites, options);
      return {
        alias,
        variable: representationsVariableName,
        paths,
        representing: compileRepresentation(requires, inputRewrites, isOfTypeIn(options.schema)),
        shape,
        reader: new ObjectReader(shape),
        isShared: recordTypesIn([shape]).size === 0,
      };
    },
  );
  return { kind: 'entities', fetch, selections };
}

function shapeOf(
  { shapes, text }: CompiledFetch,
  alias: string,
  outputRewrites: readonly Rewrite[] = [],
  { schema }: FetchOptions,
): ObjectShape {
  const shape = shapes.get(alias);
  if (shape === undefined) throw new Error(`Expected a selection of ${alias}, got: ${text}`);
  return renameKeys(shape, outputRewrites, isOfTypeIn(schema));
}
