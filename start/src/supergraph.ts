import { readFileSync } from 'node:fs';

/** The committed supergraph, which `npm run check` proves to be that of the subgraphs. */
export function readSupergraph(): string {
  return readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
}
