import type { SubgraphBody } from '@causeway/schema';

/** What a subgraph is asked in one exchange. */
export interface AskedTogether {
  readonly operations: readonly SubgraphBody[];
  /** Whether they came as a list; one that came alone is none. */
  readonly isList: boolean;
}

/** What a request's body asks of a subgraph, one by one. */
export function operationsIn(body: string): AskedTogether {
  const asked = JSON.parse(body) as SubgraphBody | readonly SubgraphBody[];
  return 'length' in asked
    ? { operations: asked, isList: true }
    : { operations: [asked], isList: false };
}
