/**
 * `npm run fuzz [-- --cases N] [--seed S]` asks the gateway random questions and holds its answers against the oracle's;
 * `--seed S --case N` asks one of them again; `--planted` shows that kept faults are found.
 */
import { parseArgs } from 'node:util';
import { findPlanted } from './planted/find-planted.js';
import { replay } from './run/replay.js';
import { runCases } from './run/run-cases.js';
import { describeTally, shortfalls } from './run/tally.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    case: { type: 'string' },
    planted: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const seed = values.seed === undefined ? Date.now() % 2 ** 31 : numberOf('seed', values.seed);
if (values.planted) await findFaults();
else if (values.case === undefined) await run(numberOf('cases', values.cases));
else await again(numberOf('case', values.case));

async function run(cases: number): Promise<void> {
  say(`seed ${String(seed)}, ${String(cases)} cases`);
  const begun = performance.now();
  let told = begun;
  const rate = (count: number): string =>
    `${((count * 1000) / (performance.now() - begun)).toFixed(0)} cases/s`;
  const { tally, difference } = await runCases({
    seed,
    cases,
    onProgress: (soFar) => {
      if (performance.now() - told < 5_000) return;
      told = performance.now();
      say(`${String(soFar.cases)} of ${String(cases)}, ${rate(soFar.cases)}`);
    },
  });
  if (difference !== null) {
    say(`case ${String(difference.case)} differs: ${difference.problem}`);
    say(`npm run fuzz -- --seed ${String(seed)} --case ${String(difference.case)}`);
    process.exitCode = 1;
    return;
  }
  say(`${String(tally.cases)} cases, none differs, ${rate(tally.cases)}`);
  for (const line of describeTally(tally)) say(line);
  for (const shortfall of shortfalls(tally)) {
    say(shortfall);
    process.exitCode = 1;
  }
}

/** The faults are found by the same cases each time, unless a seed is given. */
async function findFaults(): Promise<void> {
  const bounds = { seed: values.seed === undefined ? 1 : seed, cases: 10_000 };
  say(`seed ${String(bounds.seed)}, at most ${String(bounds.cases)} cases each`);
  await findPlanted(bounds, ({ name }, news) => {
    if (news === null) process.exitCode = 1;
    say(`${news === null ? 'NOT FOUND' : `found by ${String(news.cases)} cases`}: ${name}`);
  });
}

async function again(number: number): Promise<void> {
  const { lines, problem } = await replay(seed, number);
  for (const line of lines) say(line);
  if (problem !== null) process.exitCode = 1;
}

function numberOf(name: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new Error(`Expected --${name} with a number, got ${text}`);
  return Number(text);
}
