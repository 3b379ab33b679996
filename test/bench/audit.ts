/**
 * `npm run bench:audit`: what the audit trail costs. The whole graph runs in this process over its seeded world; the same
 * requests are answered with events recorded, and with a port that takes them and records nothing, turn by turn in one
 * run, so that both meet the same machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchGraph } from './graph.js';
import type { BenchGraph } from './graph.js';
import { measure } from './measure.js';
import type { Measured } from './measure.js';
import { median } from './run/figures.js';

const PARALLEL = [1, 16, 64];
const ROUNDS = 5;
/** How long each turn takes, in milliseconds. */
const TURN = 2_000;

const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'));
try {
  const graph = await openBenchGraph(folder);
  // What is compiled and optimised along the way is none of what is asked here.
  for (const isOn of [true, false, true, false]) await turn(graph, isOn, 16);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`);
  console.log('| parallel | audit | requests/s | CPU µs/request | requests/commit |');
  console.log('| -------: | ----- | ---------: | -------------: | --------------: |');
  for (const parallel of PARALLEL) {
    const turns: { readonly on: Measured[]; readonly off: Measured[] } = { on: [], off: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      turns.on.push(await turn(graph, true, parallel));
      turns.off.push(await turn(graph, false, parallel));
    }
    for (const [name, measured] of Object.entries(turns)) {
      const [rate, cpu, batch] = (['rate', 'cpu', 'batch'] as const).map((what) =>
        median(measured.map((one) => one[what])),
      );
      console.log(
        `| ${parallel} | ${name} | ${rate?.toFixed(0)} | ${cpu?.toFixed(0)} | ${name === 'on' ? batch?.toFixed(1) : ''} |`,
      );
    }
  }
  await graph.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function turn(graph: BenchGraph, isOn: boolean, parallel: number): Promise<Measured> {
  graph.isRecording = isOn;
  graph.commits = 0;
  const measured = await measure(() => graph.ask(), parallel, TURN);
  return { ...measured, batch: measured.requests / Math.max(1, graph.commits) };
}
