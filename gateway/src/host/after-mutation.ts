import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import type { Dispatch } from './dispatch.js';

/** What is done once subgraphs have been asked to change something, before the answer leaves; it bounds its own time. */
export type AfterMutation = (subgraphs: ReadonlySet<SubgraphName>) => Promise<void>;

/** What doing something after mutations needs. */
export interface AfterMutationOptions {
  readonly dispatch: Dispatch;
  readonly afterMutation: AfterMutation;
  readonly onError: (error: unknown) => void;
}

/**
 * Runs something with a dispatcher, and does what is to be done after mutations if it sent any. A subgraph that did not
 * answer may have made the change all the same, so whatever became of them, and of the run, it is done.
 */
export async function withAfterMutation<Result>(
  { dispatch, afterMutation, onError }: AfterMutationOptions,
  run: (dispatch: Dispatch) => Promise<Result>,
): Promise<Result> {
  const changed = new Set<SubgraphName>();
  try {
    return await run((subgraph, request, context, signal) => {
      const name = SUBGRAPHS.find((one) => one === subgraph);
      if (name !== undefined && isMutation(request.query)) changed.add(name);
      return dispatch(subgraph, request, context, signal);
    });
  } finally {
    if (changed.size > 0) await afterMutation(changed).catch(onError);
  }
}

/** What the gateway writes itself begins with its kind, or with a brace. */
const isMutation = (query: string): boolean => query.startsWith('mutation');
