/** The suite's graph: a products subgraph of our kit, the suite's own other subgraphs, and the bare engine as router. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { productsSchema } from './products.js';
import { answering, freePort, isAnswering, runToTheEnd } from './programs.js';
import { serveUnsigned } from './serve-products.js';
import { OTHERS, ROUTER_URL, SuiteError } from './suite.js';
import type { Other, Suite } from './suite.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A subgraph, as composition takes it. */
interface Part {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/**
 * Starts the graph, and tells where the products subgraph is.
 *
 * @throws SuiteError if something stands at the router's address already
 */
export async function startGraph(suite: Suite): Promise<string> {
  if (await isAnswering(ROUTER_URL))
    throw new SuiteError(`Expected nothing at ${ROUTER_URL}, where the suite looks for the router`);
  const { sdl, schema } = productsSchema();
  // The kit signs for the subgraphs that it knows by name.
  const url = await serveUnsigned({ name: 'records', sdl, schema });
  const others = await Promise.all(OTHERS.map((name) => startOther(suite, name)));
  await startRouter([{ name: 'products', url, sdl }, ...others]);
  return url;
}

async function startOther(suite: Suite, name: Other): Promise<Part> {
  const port = String(await freePort());
  runToTheEnd(['index.js'], suite.folderOf(name), { [`${name.toUpperCase()}_PORT`]: port });
  const url = `http://localhost:${port}/`;
  await answering(url);
  return { name, url, sdl: suite.schemaOf(name) };
}

async function startRouter(parts: readonly Part[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-conformance-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphOf(parts));
  const host = ['--conditions=source', '--import=tsx', 'test/support/bare-host.ts'];
  runToTheEnd([...host, file, new URL(ROUTER_URL).port], ROOT);
  await answering(ROUTER_URL);
}

function supergraphOf(parts: readonly Part[]): string {
  const composed = composeServices(
    parts.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if ('supergraphSdl' in composed && composed.supergraphSdl !== undefined)
    return composed.supergraphSdl;
  throw new Error(`Expected subgraphs that compose, got: ${JSON.stringify(composed.errors)}`);
}
