import { composeUnchecked } from '../compose.js';
import { subgraphHeader } from '../directives.js';

/** The supergraph of one subgraph with these types, under the usual header. */
export function supergraphOf(types: string): string {
  return composeUnchecked([
    { name: 'a', url: 'http://a.test', sdl: `${subgraphHeader()}\n${types}` },
  ]);
}
