/** `npm run bench`: what a request costs in Causeway and in the gateways beside it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTING_URLS, SUBGRAPHS } from '@causeway/schema';
import { firstTold } from './run/child.js';
import type { Child } from './run/child.js';
import { startOurs, startRow } from './run/gateways.js';
import type { Running } from './run/gateways.js';
import { measureRows } from './run/measure-rows.js';
import type { Given } from './run/messages.js';
import { OptionsError, readOptions } from './run/options.js';
import { ROWS } from './run/rows.js';
import { tables } from './run/table.js';

const say = (line: string): void => {
  console.error(line);
};

try {
  await bench();
} catch (error) {
  console.error(error instanceof OptionsError ? error.message : error);
  process.exitCode = 1;
}

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const unknown = options.rows?.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined)
    throw new OptionsError(
      `Expected rows of ${ROWS.map(({ name }) => name).join(', ')}, got ${unknown}`,
    );
  const rows = ROWS.filter(({ name }) => options.rows?.includes(name) ?? true);
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
  const children: Child[] = [];
  try {
    const subgraphs = startOurs('world/main.ts', {});
    children.push(subgraphs);
    const { urls } = await firstTold(subgraphs, 'subgraphs');
    const path = join(folder, 'given.json');
    writeFileSync(path, JSON.stringify({ supergraph: supergraphAt(urls), urls } satisfies Given));
    const running: Running[] = [];
    for (const row of rows) {
      const started = await startRow(row, path);
      children.push(started.child);
      running.push(started);
    }
    const figures = await measureRows(running, options, say);
    console.log(
      `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`,
    );
    console.log(tables(figures, ROWS));
  } finally {
    await Promise.all(children.map((child) => child.end()));
    rmSync(folder, { recursive: true });
  }
}

/** The committed supergraph, with each subgraph at its address. */
function supergraphAt(urls: Given['urls']): string {
  const committed = readFileSync(
    new URL('../../schema/supergraph.graphql', import.meta.url),
    'utf8',
  );
  return SUBGRAPHS.reduce((sdl, name) => sdl.replaceAll(ROUTING_URLS[name], urls[name]), committed);
}
