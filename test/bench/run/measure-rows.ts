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
import { reasonOf } from './peers.js';
import type { Unavailable } from './rows.js';
import { usageOfGroup } from './usage.js';

type Measuring = Pick<
  BenchOptions,
  'operations' | 'connections' | 'rounds' | 'seconds' | 'profile'
>;

/** How many answers each row has given before it is measured: compiling and optimising is none of what is asked here. */
const WARM_UP: Readonly<Record<OperationName, number>> = {
  small: 6_000,
  medium: 4_000,
  large: 300,
};

/** The longest that warming up takes, in seconds. */
const WARM_UP_WITHIN = 15;

/** What was measured, and what could not be. */
export interface Measured {
  readonly figures: readonly Figure[];
  readonly unavailable: readonly Unavailable[];
}

/**
 * Measures rows that are running, and says how far it has come.
 *
 * @throws Error if our own do not answer alike; a peer that answers otherwise is left out of that operation
 */
export async function measureRows(
  all: readonly Running[],
  options: Measuring,
  say: (line: string) => void,
): Promise<Measured> {
  const figures: Figure[] = [];
  const unavailable: Unavailable[] = [];
  for (const name of options.operations) {
    const operation = OPERATIONS[name];
    const answers = await answersAlike(all, operation, unavailable);
    const rows = all.filter((row) => answers.has(row));
    say(`${name}: ${rows.length} of ${all.length} answer alike`);
    for (const row of rows) await warmUp(row, operation, answers.get(row));
    if (options.profile !== null) await startProfiles(rows);
    for (const connections of options.connections) {
      for (const figure of await rounds(rows, operation, answers, connections, options)) {
        figures.push(figure);
        say(`${name} ${connections} ${figure.row}: ${figure.cpu.toFixed(0)} µs`);
      }
    }
    if (options.profile !== null) await endProfiles(rows, name, options.profile);
  }
  return { figures, unavailable };
}

async function rounds(
  rows: readonly Running[],
  operation: BenchOperation,
  answers: ReadonlyMap<Running, Answers>,
  connections: number,
  options: Measuring,
): Promise<readonly Figure[]> {
  const turns = new Map(rows.map((row) => [row, [] as Turn[]] as const));
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

async function warmUp(
  { address }: Running,
  operation: BenchOperation,
  answers: Answers | undefined,
): Promise<void> {
  let [given, taken] = [0, 0];
  while (given < WARM_UP[operation.name] && taken < WARM_UP_WITHIN) {
    const { requests, seconds } = await load(address, {
      bodies: bodiesOf(operation),
      connections: 16,
      seconds: 0.5,
      lengths: answers?.lengths ?? [],
    });
    given += requests;
    taken += seconds;
  }
}

async function turn(
  { row, child, address }: Running,
  operation: BenchOperation,
  answers: Answers | undefined,
  connections: number,
  seconds: number,
): Promise<Turn> {
  const before = usageOfGroup(child.pid, row.isStarter !== true);
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
  const after = usageOfGroup(child.pid, row.isStarter !== true);
  return {
    cpu: (after.cpu - before.cpu) / requests,
    rate: requests / taken,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    memory: after.memory,
  };
}

/** The answers of each row that answers as the first does; why others do not is noted. */
async function answersAlike(
  rows: readonly Running[],
  operation: BenchOperation,
  unavailable: Unavailable[],
): Promise<ReadonlyMap<Running, Answers>> {
  const answers = new Map<Running, Answers>();
  for (const row of rows) {
    try {
      const own = await askAll(row, operation);
      const [first] = answers;
      if (first !== undefined && !areAlike(first[1], own))
        throw new Error(`it answers otherwise than ${first[0].row.name}`);
      answers.set(row, own);
    } catch (error) {
      if (row.row.home === 'ours') throw error;
      unavailable.push({
        row: row.row.name,
        operation: operation.name,
        why: reasonOf(error),
      });
    }
  }
  return answers;
}

/** Peers tell nothing of themselves; only ours are profiled. */
const profiled = (rows: readonly Running[]): readonly Running[] =>
  rows.filter(({ row }) => row.home === 'ours');

async function startProfiles(rows: readonly Running[]): Promise<void> {
  for (const row of profiled(rows)) await order(row, { kind: 'profile' });
}

async function endProfiles(
  rows: readonly Running[],
  operation: OperationName,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const row of profiled(rows)) {
    const path = join(folder, `${row.row.name}-${operation}.cpuprofile`);
    await order(row, { kind: 'profiled', path });
  }
}
