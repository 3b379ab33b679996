import type { SubgraphName } from '@causeway/schema';
import type { z } from 'zod';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';

/**
 * What a subgraph answered to the gateway's own call, if it is of the expected shape.
 *
 * @throws SubgraphUnavailableError if it is not; what is wrong with it is not said, since it may quote a patient or a code
 */
export function readOwn<Value>(
  subgraph: SubgraphName,
  shape: z.ZodType<Value>,
  answer: unknown,
): Value {
  const { success, data } = shape.safeParse(answer);
  if (success) return data;
  throw new SubgraphUnavailableError(subgraph, 'an answer of another shape');
}
