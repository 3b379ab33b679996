import type { SubgraphName, SubgraphResponse } from '@causeway/schema';
import type { SubgraphAnswer } from '../execution/index.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';

/**
 * The answer to a request that went alone.
 *
 * @throws SubgraphUnavailableError if the response holds none
 */
export function readAnswer(subgraph: SubgraphName, response: SubgraphResponse): SubgraphAnswer {
  const value = parse(subgraph, response);
  if (!isAnswer(value)) throw noAnswer(subgraph);
  return value;
}

/**
 * The answers to so many requests that went together, in their order; an error in the place of each that is none.
 *
 * @throws SubgraphUnavailableError if the response is no list of one value for each request: whose is whose is not known
 */
export function readAnswers(
  subgraph: SubgraphName,
  response: SubgraphResponse,
  count: number,
): readonly (SubgraphAnswer | SubgraphUnavailableError)[] {
  const values = parse(subgraph, response);
  if (!Array.isArray(values)) throw new SubgraphUnavailableError(subgraph, 'JSON that is no list');
  if (values.length !== count)
    throw new SubgraphUnavailableError(subgraph, `${values.length} answers to ${count} requests`);
  return values.map((value: unknown) => (isAnswer(value) ? value : noAnswer(subgraph)));
}

function parse(subgraph: SubgraphName, { status, body }: SubgraphResponse): unknown {
  if (status !== 200) throw new SubgraphUnavailableError(subgraph, `status ${status}`);
  try {
    return JSON.parse(body);
  } catch {
    // What the parser says quotes the text, which may be a patient's.
    throw new SubgraphUnavailableError(subgraph, 'text that is no JSON');
  }
}

const isAnswer = (value: unknown): value is SubgraphAnswer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noAnswer = (subgraph: SubgraphName): SubgraphUnavailableError =>
  new SubgraphUnavailableError(subgraph, 'JSON that is no answer');
