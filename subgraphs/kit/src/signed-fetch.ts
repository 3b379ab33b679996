import { CONTEXT_HEADER, SUBGRAPH_PATH, signRequest } from '@causeway/schema';
import type {
  FetchContext,
  SubgraphBody,
  SubgraphHandler,
  SubgraphName,
  SubgraphRequest,
} from '@causeway/schema';
import type { ExecutionResult } from 'graphql';

/** An operation for a subgraph. */
export type SubgraphOperation = Omit<SubgraphBody, 'extensions'>;

/** A subgraph as its callers see it. */
export interface HandledSubgraph {
  readonly name: SubgraphName;
  readonly handle: SubgraphHandler;
}

/** The signed request that states a context with an operation, at an instant (epoch milliseconds). */
export function signedSubgraphRequest(
  subgraph: SubgraphName,
  operation: SubgraphOperation,
  context: FetchContext,
  key: Uint8Array,
  now: number,
): SubgraphRequest {
  const body = JSON.stringify({ ...operation, extensions: { causeway: context } });
  const request = { method: 'POST', path: SUBGRAPH_PATH, body };
  const token = signRequest({ ...request, subgraph }, key, now);
  return { ...request, headers: { [CONTEXT_HEADER]: token } };
}

/** Asks a subgraph as the gateway does, for sandboxes and tests: signs the context and returns the result. */
export async function signedFetch(
  { name, handle }: HandledSubgraph,
  operation: SubgraphOperation,
  context: FetchContext,
  key: Uint8Array,
  now: number,
): Promise<ExecutionResult> {
  const { body } = await handle(signedSubgraphRequest(name, operation, context, key, now));
  return JSON.parse(body) as ExecutionResult;
}
