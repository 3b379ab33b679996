/**
 * `npm run soak`: a million requests of several people and kinds in one process, over a seeded world. Exits 1 where the
 * heap after collection grows beyond a bound once it has settled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PATIENT_CHAN } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';
import { openDataFolder } from '@causeway/start';
import { seedOnFirstUse } from '../../start/src/seed.js';
import { openWorldGraph } from './world-graph.js';

/** How many times the heap is looked at. */
const SAMPLES = 20;
/** How many requests are under way at a time. */
const PARALLEL = 16;
/** By how much the heap may grow from the first quarter of the samples to the last, in bytes. */
const BOUND = 8_000_000;

const { values } = parseArgs({ options: { requests: { type: 'string', default: '1000000' } } });
const requests = Number(values.requests);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const PATIENT = 'query ($id: ID!, $first: Int) { patient(id: $id) { name { text } ';
const KINDS: readonly (readonly [PersonaName, (turn: number) => string])[] = [
  [
    'dr-wong',
    () => `${PATIENT} observations(first: $first) { totalCount edges { node { id } } } } }`,
  ],
  ['dr-li', () => `${PATIENT} allergyIntolerances(first: $first) { edges { node { id } } } } }`],
  ['patient-chan', () => `${PATIENT} medicationRequests(first: $first) { totalCount } } }`],
  // Each a text of its own, as clients that write values into their operations send them.
  ['dr-wong', (turn) => `${PATIENT} immunizations(first: $first) { totalCount } } } # ${turn}`],
  ['dr-guo', () => `${PATIENT} immunizations(first: $first) { totalCount } } }`],
];

const folder = mkdtempSync(join(tmpdir(), 'causeway-soak-'));
try {
  await seedOnFirstUse(openDataFolder(folder), { clock: Date.now, say: console.log });
  const graph = await openWorldGraph(folder);
  const samples: number[] = [];
  let turn = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const until = Math.round((requests * (sample + 1)) / SAMPLES);
    await Promise.all(
      Array.from({ length: PARALLEL }, async () => {
        while (turn < until) {
          turn += 1;
          const [who, text] = KINDS[turn % KINDS.length] ?? KINDS[0] ?? ['dr-wong', () => ''];
          await graph.ask(who, text(turn), { id: PATIENT_CHAN, first: 1 + (turn % 20) });
        }
      }),
    );
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    samples.push(heapUsed);
    console.log(`${turn} requests: heap ${megabytes(heapUsed)} MB, resident ${megabytes(rss)} MB`);
  }
  graph.close();
  const quarter = SAMPLES / 4;
  // What settles in the first quarter is what caches are for.
  const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)].map(mean);
  const growth = (late ?? 0) - (early ?? 0);
  console.log(`The heap grew by ${megabytes(growth)} MB; ${megabytes(BOUND)} MB are allowed.`);
  if (growth > BOUND) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
