/** One run: the subgraphs, the rows over them, the turns, and the end of every process. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTING_URLS, SUBGRAPHS } from '@causeway/schema';
import { proofKey } from '../../../gateway/src/identity/testing/proof-key.js';
import { plainGraph } from '../world/plain-graph.js';
import { firstTold } from './child.js';
import type { Child } from './child.js';
import { firstRequest } from './first-requests.js';
import type { FirstRequest } from './first-requests.js';
import { startOurs, startRow } from './gateways.js';
import type { Running } from './gateways.js';
import { measureRows } from './measure-rows.js';
import type { Given } from './messages.js';
import { OptionsError } from './options.js';
import type { BenchOptions } from './options.js';
import { installPeers, reasonOf } from './peers.js';
import { ROWS } from './rows.js';
import type { Row, Unavailable } from './rows.js';
import type { Results } from './table.js';
import { outcomes } from './targets.js';

type Say = (line: string) => void;

/**
 * Measures what the options ask for.
 *
 * @throws OptionsError if they ask for a row that there is not
 * @throws Error if one of our own rows does not start or answers wrongly
 */
export async function bench(options: BenchOptions, say: Say): Promise<Results> {
  const rows = rowsOf(options);
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
  const children: Child[] = [];
  try {
    const given = join(folder, 'given.json');
    writeFileSync(given, JSON.stringify(await startSubgraphs(children)));
    const { running, unavailable } = await startRows(rows, given, children, say);
    const measured = await measureRows(running, options, say);
    const firstRequests: FirstRequest[] = [];
    if (options.operations.includes('medium')) {
      const left = new Set(measured.unavailable.map(({ row }) => row));
      for (const row of running)
        if (!left.has(row.row.name) && !row.row.name.startsWith('floor'))
          firstRequests.push(await firstRequest(row));
    }
    return {
      rows,
      figures: measured.figures,
      unavailable: [...unavailable, ...measured.unavailable],
      outcomes: outcomes(measured.figures),
      firstRequests,
    };
  } finally {
    await Promise.all(children.map((child) => child.end()));
    rmSync(folder, { recursive: true });
  }
}

function rowsOf(options: BenchOptions): readonly Row[] {
  const unknown = options.rows?.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined)
    throw new OptionsError(
      `Expected rows of ${ROWS.map(({ name }) => name).join(', ')}, got ${unknown}`,
    );
  return ROWS.filter(({ name }) => options.rows?.includes(name) ?? true);
}

async function startSubgraphs(children: Child[]): Promise<Given> {
  const subgraphs = startOurs(['world/main.ts'], {});
  children.push(subgraphs);
  const { urls } = await firstTold(subgraphs, 'subgraphs');
  return { supergraph: supergraphAt(urls), plain: plainGraph(urls), urls };
}

/** The committed supergraph, with each subgraph at its address. */
function supergraphAt(urls: Given['urls']): string {
  const path = new URL('../../../schema/supergraph.graphql', import.meta.url);
  return SUBGRAPHS.reduce(
    (sdl, name) => sdl.replaceAll(ROUTING_URLS[name], urls[name]),
    readFileSync(path, 'utf8'),
  );
}

/** Starts the rows; a peer that cannot be had here is noted, and why. */
async function startRows(
  rows: readonly Row[],
  given: string,
  children: Child[],
  say: Say,
): Promise<{ readonly running: readonly Running[]; readonly unavailable: readonly Unavailable[] }> {
  const running: Running[] = [];
  const unavailable: Unavailable[] = [];
  const missing = rows.some(({ home }) => home === 'peer') ? whyNoPeers(say) : null;
  const proofs = await proofKey();
  for (const row of rows) {
    try {
      if (row.home === 'peer' && missing !== null) throw new Error(missing);
      const started = await startRow(row, given, proofs);
      children.push(started.child);
      running.push(started);
    } catch (error) {
      if (row.home === 'ours') throw error;
      const why = reasonOf(error);
      say(`${row.name} is not available: ${why}`);
      unavailable.push({ row: row.name, operation: null, why });
    }
  }
  return { running, unavailable };
}

function whyNoPeers(say: Say): string | null {
  try {
    installPeers(say);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
