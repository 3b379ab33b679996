/** The rows that are running, and what their answers have to be. */
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { firstTold, startChild } from './child.js';
import type { Child } from './child.js';
import { GIVEN } from './messages.js';
import type { Address } from './messages.js';
import { bodiesOf } from './operations.js';
import type { BenchOperation } from './operations.js';
import type { ProfileOrder } from './profile.js';
import type { Row } from './rows.js';

/** A row that is running. */
export interface Running {
  readonly row: Row;
  readonly child: Child;
  readonly address: Address;
}

/** A row's answers to an operation. */
export interface Answers {
  /** What each body is answered with, parsed. */
  readonly parsed: readonly unknown[];
  /** The length of each, in bytes. */
  readonly lengths: readonly number[];
}

/** Starts a program of ours in TypeScript. */
export function startOurs(file: string, env: Readonly<Record<string, string>>): Child {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const args = ['--conditions=source', '--import=tsx', path];
  return startChild({ program: process.execPath, args, env }, true);
}

/** Starts a row; what it is given stands in a file. */
export async function startRow(row: Row, given: string): Promise<Running> {
  const child = startOurs(row.file, { [GIVEN]: given });
  const { url, headers } = await firstTold(child, 'gateway');
  return { row, child, address: { url, headers } };
}

/**
 * Asks each body of an operation once.
 *
 * @throws Error if an answer is not whole
 */
export async function askAll({ row, address }: Running, asked: BenchOperation): Promise<Answers> {
  const answers = [];
  for (const body of bodiesOf(asked)) {
    const response = await fetch(address.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...address.headers,
      },
      body,
    });
    const text = await response.text();
    const parsed = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
    if (parsed.data == null || parsed.errors !== undefined)
      throw new Error(
        `Expected a whole answer of ${row.name} to ${asked.name}, got ${text.slice(0, 500)}`,
      );
    answers.push({ parsed: parsed.data, length: Buffer.byteLength(text) });
  }
  return {
    parsed: answers.map(({ parsed }) => parsed),
    lengths: answers.map(({ length }) => length),
  };
}

/** Whether two rows answer alike, to the last value. */
export const areAlike = (one: Answers, other: Answers): boolean =>
  isDeepStrictEqual(one.parsed, other.parsed);

/** Gives an order and waits until it has been followed. */
export function order({ child }: Running, given: ProfileOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    child.process.once('message', () => {
      resolve();
    });
    child.process.send(given, (error) => {
      if (error !== null) reject(error);
    });
  });
}
