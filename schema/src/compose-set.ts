import { basename } from 'node:path';
import { GraphQLError, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { CompositionError, composeUnchecked } from './compose.js';
import { readLinks } from './labels/links.js';

/** A file of SDL, of a set that makes a graph. */
export interface SdlFile {
  /** `records.graphql` */
  readonly name: string;
  readonly text: string;
}

const JOIN = 'https://specs.apollo.dev/join';

/**
 * The supergraph of a set of SDL files: the one among them that is a supergraph, else what the others, one subgraph a
 * file, compose to. It is not checked for the rules of labelling: former versions may have known other rules.
 *
 * @throws CompositionError if a file is no SDL, or if the subgraphs do not compose
 */
export function supergraphOfSet(files: readonly SdlFile[]): string {
  const supergraph = files.find((file) =>
    readLinks(documentOf(file)).some(({ identity }) => identity === JOIN),
  );
  if (supergraph !== undefined) return supergraph.text;
  return composeUnchecked(
    files.map(({ name, text }) => {
      const subgraph = basename(name, '.graphql');
      return { name: subgraph, url: `http://${subgraph}.test`, sdl: text };
    }),
  );
}

function documentOf({ name, text }: SdlFile): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new CompositionError([`${name}: ${error.message}`]);
  }
}
