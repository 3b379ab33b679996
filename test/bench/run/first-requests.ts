/** What the first request of a new operation text costs: reading, planning, compiling and answering it. */
import { median } from './figures.js';
import type { Running } from './gateways.js';
import { OPERATIONS } from './operations.js';

const NEW_TEXTS = 30;

/** What first requests took, in milliseconds. */
export interface FirstRequest {
  readonly row: string;
  readonly median: number;
  readonly longest: number;
}

/** Asks medium again and again, each time in words that have not been used before. */
export async function firstRequest({ row, address }: Running): Promise<FirstRequest> {
  const { query, variables } = OPERATIONS.medium;
  const taken: number[] = [];
  for (let number = 0; number < NEW_TEXTS; number += 1) {
    // A new name, and new aliases, so that nobody knows it by its shape either.
    const text = query
      .replace('query Medium', `query Medium${number}`)
      .replaceAll(/(\s)(code|author) \{/g, `$1$2${number}: $2 {`);
    const begun = performance.now();
    const response = await fetch(address.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await address.headersOf()) },
      body: JSON.stringify({ query: text, variables: variables[number % variables.length] }),
    });
    const answer = (await response.json()) as { readonly errors?: unknown };
    taken.push(performance.now() - begun);
    if (answer.errors !== undefined)
      throw new Error(
        `Expected a whole answer of ${row.name}, got ${JSON.stringify(answer.errors)}`,
      );
  }
  return { row: row.name, median: median(taken), longest: Math.max(...taken) };
}
