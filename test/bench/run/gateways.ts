/** The rows that are running, and what their answers have to be. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { ProofKey } from '../../../gateway/src/identity/testing/proof-key.js';
import { firstTold, startChild } from './child.js';
import type { Child } from './child.js';
import { GIVEN } from './messages.js';
import { bodiesOf } from './operations.js';
import type { BenchOperation } from './operations.js';
import { PEERS, SILENCE } from './peers.js';
import type { ProfileOrder } from './profile.js';
import type { Row } from './rows.js';

/** How a row is asked. */
export interface Asking {
  readonly url: string;
  /** What the next request has to carry. */
  headersOf(): Promise<Readonly<Record<string, string>>>;
}

/** A row that is running. */
export interface Running {
  readonly row: Row;
  readonly child: Child;
  readonly address: Asking;
}

/** A row's answers to an operation. */
export interface Answers {
  /** What each body is answered with, parsed. */
  readonly parsed: readonly unknown[];
  /** The length of each, in bytes. */
  readonly lengths: readonly number[];
}

type Environment = Readonly<Record<string, string>>;

/** Starts a program of ours in TypeScript. */
export function startOurs([file, ...args]: Row['program'], env: Environment): Child {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  // With the flags that this process has been given, as `npm start` gives them to Causeway.
  const node = [...process.execArgv, path, ...args];
  return startChild({ program: process.execPath, args: node, env });
}

function startPeer([file, ...args]: Row['program'], env: Environment): Child {
  return startChild({
    program: process.execPath,
    args: [join(PEERS, file), ...args],
    env: { ...SILENCE, ...env },
    cwd: PEERS,
  });
}

/**
 * Starts a row; what it is given stands in a file.
 *
 * @throws Error if it does not come to be asked
 */
export async function startRow(row: Row, given: string, proofs: ProofKey): Promise<Running> {
  const env = {
    [GIVEN]: given,
    ...(row.isProven === true && { CAUSEWAY_BENCH_THUMBPRINT: proofs.thumbprint }),
  };
  const child = row.home === 'ours' ? startOurs(row.program, env) : startPeer(row.program, env);
  try {
    const { url, headers } = await firstTold(child, 'gateway');
    const token = headers['authorization']?.split(' ')[1] ?? '';
    const headersOf =
      row.isProven === true
        ? async () => ({
            ...headers,
            dpop: await proofs.proof({ method: 'POST', url, token, now: Date.now() }),
          })
        : () => Promise.resolve(headers);
    return { row, child, address: { url, headersOf } };
  } catch (error) {
    await child.end();
    throw error;
  }
}

/**
 * Asks each body of an operation once.
 *
 * @throws Error if an answer is not whole
 */
export async function askAll({ row, address }: Running, asked: BenchOperation): Promise<Answers> {
  const answers = [];
  for (const body of bodiesOf(asked)) {
    const headers = await address.headersOf();
    const response = await fetch(address.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    const parsed = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown };
    if (parsed.data == null || parsed.errors !== undefined)
      throw new Error(
        `Expected a whole answer of ${row.name} to ${asked.name}, got ${text.slice(0, 300)}`,
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
