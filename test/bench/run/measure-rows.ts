/** The turns: every row in each round, so that all of them meet the same machine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { medianTurn, percentile } from './figures.js';
import type { Figure, Turn } from './figures.js';
import { areAlike, askAll, order } from './gateways.js';
import type { Answers, Running } from './gateways.js';
import { load } from './load.js';
import { OPERATIONS, bodiesOf } from './operations.js';
import type { BenchOperation, OperationName } from './operations.js';
import type { BenchOptions } from './options.js';
import { usageOfGroup } from './usage.js';

type Measuring = Pick<
  BenchOptions,
  'operations' | 'connections' | 'rounds' | 'seconds' | 'profile'
>;

/**
 * Measures rows that are running, and says how far it has come.
 *
 * @throws Error if they do not answer alike
 */
export async function measureRows(
  rows: readonly Running[],
  options: Measuring,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const name of options.operations) {
    const operation = OPERATIONS[name];
    const answers = await answersAlike(rows, operation);
    say(`${name}: ${rows.length} rows answer alike, ${answers.get(rows[0])?.lengths[0]} bytes`);
    for (const row of rows) await turn(row, operation, answers.get(row), 16, options.seconds);
    if (options.profile !== null) await startProfiles(rows);
    for (const connections of options.connections) {
      const measured = await rounds(rows, operation, answers, connections, options);
      for (const figure of measured) {
        figures.push(figure);
        say(`${name} ${connections} ${figure.row}: ${figure.cpu.toFixed(0)} µs`);
      }
    }
    if (options.profile !== null) await endProfiles(rows, name, options.profile);
  }
  return figures;
}

async function rounds(
  rows: readonly Running[],
  operation: BenchOperation,
  answers: ReadonlyMap<Running | undefined, Answers>,
  connections: number,
  options: Measuring,
): Promise<readonly Figure[]> {
  const turns = new Map(rows.map((row) => [row, [] as Turn[]]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [row, taken] of turns)
      taken.push(await turn(row, operation, answers.get(row), connections, options.seconds));
  }
  return [...turns].map(([{ row }, taken]) => ({
    row: row.name,
    operation: operation.name,
    connections,
    ...medianTurn(taken),
  }));
}

async function turn(
  { child, address }: Running,
  operation: BenchOperation,
  answers: Answers | undefined,
  connections: number,
  seconds: number,
): Promise<Turn> {
  const before = usageOfGroup(child.pid);
  const {
    requests,
    seconds: taken,
    latencies,
  } = await load(address, {
    bodies: bodiesOf(operation),
    connections,
    seconds,
    lengths: answers?.lengths ?? [],
  });
  const after = usageOfGroup(child.pid);
  return {
    cpu: (after.cpu - before.cpu) / requests,
    rate: requests / taken,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    memory: after.memory,
  };
}

async function answersAlike(
  rows: readonly Running[],
  operation: BenchOperation,
): Promise<ReadonlyMap<Running | undefined, Answers>> {
  const answers = new Map<Running | undefined, Answers>();
  for (const row of rows) answers.set(row, await askAll(row, operation));
  const [first] = answers;
  for (const [row, own] of answers) {
    if (first !== undefined && !areAlike(first[1], own))
      throw new Error(
        `Expected ${row?.row.name} to answer ${operation.name} as ${first[0]?.row.name} does`,
      );
  }
  return answers;
}

async function startProfiles(rows: readonly Running[]): Promise<void> {
  for (const row of rows) await order(row, { kind: 'profile' });
}

async function endProfiles(
  rows: readonly Running[],
  operation: OperationName,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const row of rows) {
    const path = join(folder, `${row.row.name}-${operation}.cpuprofile`);
    await order(row, { kind: 'profiled', path });
  }
}
