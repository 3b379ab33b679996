/** What `npm run bench` is told. */
import { parseArgs } from 'node:util';
import { OPERATION_NAMES } from './operations.js';
import type { OperationName } from './operations.js';

/** What to measure, and how long. */
export interface BenchOptions {
  /** The names of rows; null for all of them. */
  readonly rows: readonly string[] | null;
  readonly operations: readonly OperationName[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** The length of a turn of one row, in seconds. */
  readonly seconds: number;
  /** The folder that CPU profiles go into; null for none. */
  readonly profile: string | null;
  /** The file that the tables are written into, as a section of it; null for none. */
  readonly markdown: string | null;
}

/** What cannot be done. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

const USAGE = `npm run bench -- [--rows causeway,bare] [--operations small,medium,large] [--connections 1,16,64]
  [--rounds 5] [--seconds 2] [--quick] [--profile FOLDER] [--markdown FILE]`;

/**
 * Reads the arguments.
 *
 * @throws OptionsError if they ask for what cannot be done
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parsed(args);
  const isQuick = values.quick === true;
  return {
    rows: values.rows === undefined ? null : list(values.rows),
    operations: list(values.operations ?? OPERATION_NAMES.join(',')).map(operation),
    connections: list(values.connections ?? (isQuick ? '64' : '1,16,64')).map(positive),
    rounds: positive(values.rounds ?? (isQuick ? '1' : '5')),
    seconds: positive(values.seconds ?? (isQuick ? '1' : '2')),
    profile: values.profile ?? null,
    markdown: values.markdown ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rows: { type: 'string' },
        operations: { type: 'string' },
        connections: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        quick: { type: 'boolean' },
        profile: { type: 'string' },
        markdown: { type: 'string' },
      },
    });
  } catch (error) {
    throw new OptionsError(`${(error as Error).message}\n${USAGE}`);
  }
}

const list = (text: string): readonly string[] => text.split(',').map((one) => one.trim());

function operation(text: string): OperationName {
  const known = OPERATION_NAMES.find((name) => name === text);
  if (known !== undefined) return known;
  throw new OptionsError(`Expected one of ${OPERATION_NAMES.join(', ')}, got ${text}\n${USAGE}`);
}

function positive(text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new OptionsError(`Expected a number above 0, got ${text}\n${USAGE}`);
}
