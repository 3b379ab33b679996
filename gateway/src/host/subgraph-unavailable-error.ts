/** A subgraph that did not answer, or whose answer is no GraphQL. */
export class SubgraphUnavailableError extends Error {
  constructor(subgraph: string, problem: string) {
    super(`Expected an answer of the subgraph ${subgraph}, got ${problem}`);
    this.name = 'SubgraphUnavailableError';
  }
}
