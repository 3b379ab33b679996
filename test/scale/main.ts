/**
 * `npm run bench:scale`: what one request costs as the world grows, and as it returns more records. Makes worlds of
 * several sizes, each grown from the one before, and asks the same in all of them, round by round in one run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from '../bench/run/figures.js';
import { measureRound } from './measure-round.js';
import type { Round } from './measure-round.js';
import { OPERATIONS, recordsOf, residentId } from './operations.js';
import type { ScaleOperation } from './operations.js';
import { openWorldGraph } from './world-graph.js';
import type { WorldGraph } from './world-graph.js';

const ROUNDS = 5;
const SEED = fileURLToPath(new URL('../../seeds/src/main.ts', import.meta.url));

const { sizes, folder } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    folder: { type: 'string', default: join(tmpdir(), 'causeway-scale') },
  },
}).values;

const worlds = sizes.split(',').map((size, position, all) => ({
  size: Number(size),
  path: worldOf(Number(size), all[position - 1]),
}));
const graphs: { readonly size: number; readonly graph: WorldGraph; patients: string[] }[] = [];
for (const { size, path } of worlds) {
  const graph = await openWorldGraph(path);
  graphs.push({ size, graph, patients: await patientsIn(graph, size) });
}
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`);
table(await measureAll(OPERATIONS));
table(await measureAll([1, 5, 10, 25, 50, 100].map(recordsOf)));
for (const { graph } of graphs) graph.close();

/** The world of a size, grown from the one before where it is not there. */
function worldOf(size: number, before: string | undefined): string {
  const path = resolve(folder, String(size));
  if (!existsSync(path) && before !== undefined)
    cpSync(resolve(folder, before), path, { recursive: true });
  mkdirSync(path, { recursive: true });
  if (!markIn(join(path, 'seeded.json')).includes(`"residents":${size}}`)) {
    const flags = ['--conditions=source', '--import=tsx', SEED];
    execFileSync(process.execPath, [...flags, '--data', path, '--patients', String(size)], {
      stdio: 'inherit',
    });
  }
  return path;
}

function markIn(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Patients of all over the world whom the doctor may see. */
async function patientsIn(graph: WorldGraph, size: number): Promise<string[]> {
  const found: string[] = [];
  const step = Math.max(1, Math.floor(size / 400));
  for (let number = 25; number <= size && found.length < 100; number += step) {
    const id = residentId(number);
    const text = await graph.ask('dr-wong', 'query ($id: ID!) { patient(id: $id) { id } }', { id });
    if (text.includes(id)) found.push(id);
  }
  return found;
}

/** The middle of the rounds, by operation and world. */
async function measureAll(
  operations: readonly ScaleOperation[],
): Promise<ReadonlyMap<string, readonly Round[]>> {
  const rounds = new Map<string, Round[][]>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const operation of operations) {
      for (const [position, { graph, patients }] of graphs.entries()) {
        const measured = await measureRound(graph, operation, patients);
        // The first round is for what is compiled along the way.
        if (round < 0) continue;
        const known = rounds.get(operation.name) ?? graphs.map(() => []);
        known[position]?.push(measured);
        rounds.set(operation.name, known);
      }
    }
  }
  return new Map([...rounds].map(([name, worlds]) => [name, worlds.map(middle)]));
}

function middle(rounds: readonly Round[]): Round {
  return {
    cpu: median(rounds.map(({ cpu }) => cpu)),
    p50: median(rounds.map(({ p50 }) => p50)),
  };
}

function table(measured: ReadonlyMap<string, readonly Round[]>): void {
  const head = graphs.map(({ size }) => `${size.toLocaleString('en')} patients`);
  console.log(`\n| CPU µs (p50 ms) a request | ${head.join(' | ')} |`);
  console.log(`| --- | ${head.map(() => '---:').join(' | ')} |`);
  for (const [name, worlds] of measured) {
    const cells = worlds.map(({ cpu, p50 }) => `${cpu.toFixed(0)} (${p50.toFixed(2)})`);
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
