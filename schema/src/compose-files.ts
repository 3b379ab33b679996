/** The files that printing and composing make, and that are committed so that a change of the schema can be read. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SUBGRAPHS } from './transport.js';
import type { SubgraphName } from './transport.js';
import { composeSupergraph } from './compose.js';
import type { RoutedSubgraph } from './compose.js';
import { contractFiles } from './contracts/contract-files.js';
import { ROUTING_URLS } from './routing-urls.js';

/** A file that a script makes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** The path of a file of this package. */
function schemaPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** Where the supergraph's SDL is committed. */
export const SUPERGRAPH_PATH = schemaPath('supergraph.graphql');

/** Where the SDL of the schema that clients see is committed. */
export const API_PATH = schemaPath('api.graphql');

/** The folder of the contracts of audiences. */
export const CONTRACTS_PATH = schemaPath('contracts');

/** The folder of the teams that are registered. */
export const CONSUMERS_PATH = schemaPath('consumers');

/** Where a subgraph's printed SDL is committed. */
export function sdlPath(subgraph: SubgraphName): string {
  return schemaPath(`sdl/${subgraph}.graphql`);
}

/** The subgraphs' SDLs as committed. */
export function committedSubgraphs(): readonly RoutedSubgraph[] {
  return SUBGRAPHS.map((name) => ({
    name,
    url: ROUTING_URLS[name],
    sdl: readFileSync(sdlPath(name), 'utf8'),
  }));
}

/**
 * The supergraph, the schema that clients see and the contracts of audiences, from the SDLs as committed.
 *
 * @throws CompositionError if the subgraphs do not compose
 * @throws LabelError if what they compose to breaks a rule
 */
export function composedFiles(): readonly GeneratedFile[] {
  const { supergraph, api } = composeSupergraph(committedSubgraphs());
  return [
    { path: SUPERGRAPH_PATH, text: supergraph },
    { path: API_PATH, text: api },
    ...contractFiles(supergraph).map(({ name, text }) => ({
      path: `${CONTRACTS_PATH}/${name}`,
      text,
    })),
  ];
}

/**
 * Writes the files; with `--check` among the arguments, writes nothing and names those that are not as they would be
 * made now.
 *
 * @returns the exit code: 1 if a file is not current
 */
export function keepFiles(
  files: readonly GeneratedFile[],
  script: string,
  commandLine: readonly string[],
): number {
  const stale = files.filter(({ path, text }) => contentOf(path) !== text);
  if (commandLine.includes('--check')) {
    for (const { path } of stale) {
      process.stderr.write(`${relative('.', path)} is not current; run \`npm run ${script}\`.\n`);
    }
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`${relative('.', path)}\n`);
  }
  return 0;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
