/** A query plan as the planner answers it: plain JSON. */

/** What a planner is to the engine: the plan of a canonical operation. */
export type Planner = (operation: string, signal?: AbortSignal) => Promise<QueryPlan>;

/** A whole plan; without a node where nothing has to be fetched. */
export interface QueryPlan {
  readonly node?: PlanNode;
}

/** A node of a plan. */
export type PlanNode =
  FetchNode | BatchFetchNode | SequenceNode | ParallelNode | FlattenNode | UnsupportedNode;

/** Nodes that canonical operations never lead to: they hold no conditions, and are neither deferred nor subscribed. */
export interface UnsupportedNode {
  readonly kind: 'Condition' | 'Subscription' | 'Defer';
}

/** One operation for one subgraph. */
export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly variableUsages?: readonly string[];
  readonly operation: string;
  readonly requires?: readonly Requirement[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
}

/** Several entity fetches to one subgraph in one operation. */
export interface BatchFetchNode {
  readonly kind: 'BatchFetch';
  readonly serviceName: string;
  readonly variableUsages?: readonly string[];
  readonly operation: string;
  readonly entityBatch: { readonly aliases: readonly EntityAlias[] };
}

/** One entity selection of a batch. */
export interface EntityAlias {
  readonly alias: string;
  readonly representationsVariableName: string;
  readonly paths: readonly (readonly PathSegment[])[];
  readonly requires: readonly Requirement[];
  readonly inputRewrites?: readonly Rewrite[];
  readonly outputRewrites?: readonly Rewrite[];
}

/** Nodes one after the other. */
export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

/** Nodes side by side. */
export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** A fetch of entities found at a path. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathSegment[];
  readonly node: PlanNode;
}

/** A step towards entities: into a field, into each item of a list, or only objects of certain types. */
export type PathSegment =
  { readonly Field: string } | { readonly TypeCondition: readonly string[] } | '@';

/** What a representation consists of. */
export type Requirement =
  | {
      readonly kind: 'Field';
      readonly name: string;
      readonly alias?: string;
      readonly selections?: readonly Requirement[];
    }
  | {
      readonly kind: 'InlineFragment';
      readonly typeCondition: string;
      readonly selections: readonly Requirement[];
    }
  | { readonly kind: 'FragmentSpread' };

/** A step of a rewrite. */
export type RewriteSegment =
  { readonly Key: string } | { readonly TypenameEquals: readonly string[] };

/** A change to a representation, or to a fetched object, that the plan asks for. */
export interface Rewrite {
  readonly ValueSetter?: { readonly path: readonly RewriteSegment[]; readonly setValueTo: string };
  readonly KeyRenamer?: { readonly path: readonly RewriteSegment[]; readonly renameKeyTo: string };
}
