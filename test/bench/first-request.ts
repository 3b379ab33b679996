/**
 * `npm run bench:first-request`: what an operation costs the first time its text is seen. Each text is parsed, validated,
 * canonicalised, printed, planned and compiled, and is like no other in what is planned.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { firstRequests } from './first-requests.js';
import { median } from './run/figures.js';

const TEXTS = 200;

const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`);
console.log('| operation | first of all | p50 ms | p99 ms | the same in other aliases, p50 ms |');
console.log('| --------- | -----------: | -----: | -----: | --------------------------------: |');
for (const size of ['small', 'medium', 'large'] as const) {
  const { distinct, aliased } = await firstRequests(sdl, size, TEXTS);
  const sorted = [...distinct].sort((one, other) => one - other);
  const p99 = sorted[Math.floor(sorted.length * 0.99)];
  console.log(
    `| ${size} | ${distinct[0]?.toFixed(1)} | ${median(distinct).toFixed(2)} | ${p99?.toFixed(2)} | ${median(aliased).toFixed(2)} |`,
  );
}
